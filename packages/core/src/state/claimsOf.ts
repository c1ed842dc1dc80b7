/** Claims of a bag by the id of their claim type, in their JSON form, and back. */
import {
  type ClaimsBag,
  type ClaimTable,
  type ClaimValue,
  ConversionFailure,
  fromJson,
  type Json,
  toJson
} from '@trustframe/claims'
import { StateProblem } from './StateProblem.ts'

type Bag = ReadonlyArray<ClaimValue | undefined>
type Claims = Readonly<Record<string, Json>>

/** The claims that have a value. */
export const claimsOf = (table: ClaimTable, bag: Bag): Claims => {
  const claims: Record<string, Json> = {}
  for (const { id, slot } of table.slots) {
    const value = bag[slot]
    if (value !== undefined) claims[id] = toJson(value)
  }
  return claims
}

/** Where a bag differs from another; `null` stands for a claim that lost its value. */
export const changesOf = (table: ClaimTable, before: Bag, after: Bag): Claims => {
  const changes: Record<string, Json> = {}
  for (const { id, slot } of table.slots) {
    const value = after[slot]
    if (value !== before[slot]) changes[id] = value === undefined ? null : toJson(value)
  }
  return changes
}

/** A bag with claims put into it, or which of them do not fit. */
export const bagWith = (table: ClaimTable, before: Bag, claims: Claims): ClaimsBag | StateProblem => {
  const bag = [...before]
  for (const [id, json] of Object.entries(claims)) {
    const claim = table.find(id)
    const value = claim === undefined ? undefined : fromJson(claim.dataType, json)
    if (claim === undefined || value instanceof ConversionFailure) {
      const detail =
        claim === undefined ? `its plan has no claim type "${id}"` : `claim "${id}" does not fit ${claim.dataType}`
      return new StateProblem({ reason: 'UnfitClaim', detail })
    }
    bag[claim.slot] = value
  }
  return bag
}
