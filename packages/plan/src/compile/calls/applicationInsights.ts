/** Compiles profiles that record events of a journey. */
import { applicationInsights } from '../../handlers/applicationInsights.ts'
import { bindClaims } from '../bindClaim.ts'
import { originOf } from '../CompileContext.ts'
import { readMetadata } from '../metadata.ts'
import type { CallCompiler } from './CallCompiler.ts'

export const compileApplicationInsights: CallCompiler = (context, profile) => {
  const metadata = readMetadata(context, profile, applicationInsights)
  return {
    _tag: 'ApplicationInsights',
    id: profile.id.value,
    origin: originOf(profile.id.span),
    instrumentationKey: metadata.required('InstrumentationKey')?.value ?? '',
    developerMode: metadata.boolean('DeveloperMode'),
    disabled: metadata.boolean('DisableTelemetry'),
    // The one handler whose input claims are resolved without a switch. Source: claim-resolver-overview.
    inputClaims: bindClaims(context, profile, profile.inputClaims, 'always')
  }
}
