/** Keys that somebody publishes as a JSON Web Key Set. */
import { isJsonArray, type JsonObject } from '@trustframe/claims'
import type { VerifyingKey } from '../jwt/verifyJwt.ts'
import { readJwk } from '../keys/Jwk.ts'

/** The keys of a set that verify signatures; keys of other kinds and uses are left aside. Source: RFC 7517 section 5. */
export const publishedKeys = (set: JsonObject): ReadonlyArray<VerifyingKey> => {
  const { keys } = set
  return (isJsonArray(keys) ? keys : []).flatMap((json) => {
    const jwk = readJwk(json)
    // What is published is no secret: a symmetric key among it would let everybody sign.
    return jwk === undefined || jwk.kty === 'oct' || jwk.use === 'enc' || typeof json !== 'object' || json === null
      ? []
      : [{ owner: json, jwk }]
  })
}
