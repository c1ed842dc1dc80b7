/** Reads and writes of the claims bag by the rules of claim references. */
import type { ClaimsBag, ClaimValue, ResolverContext } from '@trustframe/claims'
import type { ClaimBinding, DefaultValue } from '@trustframe/plan/plan'
import type { ClaimChange } from './Note.ts'

const evaluate = (value: DefaultValue | undefined, context: ResolverContext): ClaimValue | undefined => {
  if (value === undefined) return undefined
  return value._tag === 'Constant' ? value.value : value.evaluate(context)
}

/**
 * The value of an input claim: the default when it is always used, else the bag's value, else the default. A default
 * becomes the claim's value in the bag too, since a value defaulted in one profile is seen by the next.
 * Source: technicalprofiles (InputClaims), secure-rest-api (AlwaysUseDefaultValue).
 */
export const takeInput = (bag: ClaimsBag, binding: ClaimBinding, context: ResolverContext): ClaimValue | undefined => {
  const { slot } = binding.claim
  const present = bag[slot]
  if (present !== undefined && !binding.alwaysUseDefaultValue) return present
  const value = evaluate(binding.defaultValue, context) ?? present
  if (value !== undefined) bag[slot] = value
  return value
}

/**
 * Stores an output claim: the default when it is always used, else the value that came, else the default; with none of
 * them an older value stays. Answers whether the claim got a value. Source: technicalprofiles (OutputClaims).
 */
export const putOutput = (
  bag: ClaimsBag,
  binding: ClaimBinding,
  received: ClaimValue | undefined,
  context: ResolverContext
): boolean => {
  const value = binding.alwaysUseDefaultValue
    ? (evaluate(binding.defaultValue, context) ?? received)
    : (received ?? evaluate(binding.defaultValue, context))
  if (value === undefined) return false
  bag[binding.claim.slot] = value
  return true
}

/** What differs between two bags, slot by slot. */
export const changesBetween = (
  before: ReadonlyArray<ClaimValue | undefined>,
  after: ReadonlyArray<ClaimValue | undefined>
): ReadonlyArray<ClaimChange> => {
  const changes: Array<ClaimChange> = []
  for (let slot = 0; slot < after.length; slot++) {
    if (before[slot] !== after[slot]) changes.push({ slot, value: after[slot] })
  }
  return changes
}
