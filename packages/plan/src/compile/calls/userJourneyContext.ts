/** Compiles profiles that read what the engine knows of the request. */
import { bindClaims } from '../bindClaim.ts'
import type { CallCompiler } from './CallCompiler.ts'

export const compileUserJourneyContext: CallCompiler = (context, profile) => ({
  _tag: 'UserJourneyContext',
  outputClaims: bindClaims(context, profile, profile.outputClaims, 'bySwitch')
})
