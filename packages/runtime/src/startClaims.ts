/** Reads the claims that a journey is given, by the data types of their claim types. */
import { type ClaimValue, ConversionFailure, fromJson, type Json, parseValue } from '@trustframe/claims'
import type { JourneyPlan } from '@trustframe/plan'
import { suggest } from '@trustframe/policy'

/** A claim that a journey is given: as text, or as JSON. */
export type GivenClaim =
  | { readonly _tag: 'Text'; readonly id: string; readonly text: string }
  | { readonly _tag: 'Json'; readonly id: string; readonly json: Json }

/** Typed claims, or what is wrong with them. */
export type StartClaims =
  | { readonly _tag: 'Claims'; readonly claims: ReadonlyMap<string, ClaimValue> }
  | { readonly _tag: 'Problems'; readonly problems: ReadonlyArray<{ readonly message: string; readonly help: string }> }

/** The claims of a journey's start; a later one of the same id wins. */
export const startClaims = (plan: JourneyPlan, given: ReadonlyArray<GivenClaim>): StartClaims => {
  const claims = new Map<string, ClaimValue>()
  const problems: Array<{ message: string; help: string }> = []
  for (const claim of given) {
    const found = plan.claims.find(claim.id)
    if (found === undefined) {
      const near = suggest(
        claim.id,
        plan.claims.slots.map(({ id }) => id)
      )
      problems.push({
        message: `policy "${plan.policy.policyId}" declares no claim type "${claim.id}"`,
        help: near === undefined ? 'claims are named by the Id of their ClaimType' : `did you mean "${near}"?`
      })
      continue
    }
    const value = claim._tag === 'Text' ? parseValue(found.dataType, claim.text) : fromJson(found.dataType, claim.json)
    if (value instanceof ConversionFailure) {
      problems.push({
        message: `the value of claim "${found.id}" is no ${found.dataType}: ${value.reason}`,
        help: `give it as ${found.dataType}`
      })
    } else if (value === undefined) claims.delete(found.id)
    else claims.set(found.id, value)
  }
  return problems.length > 0 ? { _tag: 'Problems', problems } : { _tag: 'Claims', claims }
}
