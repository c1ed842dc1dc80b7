/** Claim value → JSON: request bodies and tokens (claims-schema 2.3). */
import type { ClaimValue } from '../ClaimValue.ts'
import { epochSeconds } from './dates.ts'
import { formatValue, isStringCollection } from './formatValue.ts'
import { writeIdentity } from './identities.ts'
import type { Json } from './json.ts'

/**
 * The JSON form of a claim in a request body: booleans and numbers keep their type, string collections are arrays, identities
 * are `{issuer, issuerUserId}`, dates and phone numbers text. A long is a bigint only beyond ±(2^53 − 1).
 */
export const toJson = (value: ClaimValue): Json => {
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : value
  }
  if (typeof value !== 'object') return value
  if ('_tag' in value) return value._tag === 'UserIdentity' ? writeIdentity(value) : formatValue(value)
  return isStringCollection(value) ? value : value.map(writeIdentity)
}

/** The JSON form of a claim in a token: as `toJson`, but a `dateTime` is the number of seconds since 1970. */
export const toTokenJson = (value: ClaimValue): Json =>
  typeof value === 'object' && '_tag' in value && value._tag === 'Instant' ? epochSeconds(value) : toJson(value)
