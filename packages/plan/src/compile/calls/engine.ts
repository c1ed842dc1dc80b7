/** Compiles profiles of protocol `None`: the claims of a grant that is refreshed, or defaults. */
import { bindClaims } from '../bindClaim.ts'
import { originOf } from '../CompileContext.ts'
import type { CallCompiler } from './CallCompiler.ts'

export const compileEngine: CallCompiler = (context, profile) => ({
  _tag: 'Engine',
  id: profile.id.value,
  origin: originOf(profile.id.span),
  outputClaims: bindClaims(context, profile, profile.outputClaims, 'bySwitch')
})
