/** Binds output claims to members of an answer. */
import type { TechnicalProfile } from '@trustframe/policy'
import type { ClaimsOf, OutputBinding } from '../plan/ClaimsOf.ts'
import { bindClaims } from './bindClaim.ts'
import type { CompileContext } from './CompileContext.ts'
import { readPath } from './path.ts'

/** The output claims of `profile`; `byPath` reads their partner names as paths (`ResolveJsonPathsInJsonTokens`). */
export const bindOutputs = (
  context: CompileContext,
  profile: TechnicalProfile,
  byPath: boolean
): ReadonlyArray<OutputBinding> =>
  profile.outputClaims.flatMap((reference): ReadonlyArray<OutputBinding> => {
    const [binding] = bindClaims(context, profile, [reference], 'bySwitch')
    if (binding === undefined) return []
    if (!byPath) return [{ ...binding, path: [binding.partnerName] }]
    const path = readPath(binding.partnerName)
    if (typeof path !== 'string') return [{ ...binding, path }]
    const text = reference.partnerClaimType ?? reference.claimTypeReferenceId
    context.report('TF2026', text.span, {
      message: `"${binding.partnerName}" is no path into a JSON answer: ${path}`,
      help: 'write members with dots and items with brackets, as in a.b[0].c'
    })
    return []
  })

/** The input and output claims of a profile whose partner names are names. */
export const bindBoth = (context: CompileContext, profile: TechnicalProfile): ClaimsOf => ({
  inputClaims: bindClaims(context, profile, profile.inputClaims, 'bySwitch'),
  outputClaims: bindOutputs(context, profile, false)
})
