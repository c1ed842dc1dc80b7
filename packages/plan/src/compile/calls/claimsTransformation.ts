/** Compiles profiles that only transform claims. */
import { bindClaims } from '../bindClaim.ts'
import type { CallCompiler } from './CallCompiler.ts'

export const compileClaimsTransformation: CallCompiler = (context, profile) => ({
  _tag: 'ClaimsTransformation',
  inputClaims: bindClaims(context, profile, profile.inputClaims, 'bySwitch'),
  outputClaims: bindClaims(context, profile, profile.outputClaims, 'bySwitch')
})
