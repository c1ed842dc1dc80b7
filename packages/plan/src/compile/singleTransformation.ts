/** Compiles one claims transformation of a policy, to try it alone. */
import type { ClaimTable } from '@trustframe/claims'
import { type Diagnostic, keyOf, type Policy } from '@trustframe/policy'
import type { SecretClaims, TransformationPlan } from '../plan/ProfilePlan.ts'
import { CompileContext } from './CompileContext.ts'
import { bindTransformation } from './transformation.ts'

/** A transformation with the claims around it, unless a finding of severity `error` forbids it. */
export interface CompiledTransformationOfPolicy {
  readonly transformation: TransformationPlan | undefined
  readonly claims: ClaimTable
  readonly secrets: SecretClaims
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** The claims transformation of that id, ignoring case; `undefined` when the policy has none. */
export const compileSingleTransformation = (
  policy: Policy,
  claimsTransformationId: string
): CompiledTransformationOfPolicy | undefined => {
  const declared = policy.claimsTransformations.get(keyOf(claimsTransformationId))
  if (declared === undefined) return undefined
  const context = new CompileContext(policy)
  const { element, id, span } = declared
  const transformation = bindTransformation(context, { element, span, referenceId: id })
  const { claims, diagnostics, secrets } = context
  return { transformation, claims, secrets, diagnostics }
}
