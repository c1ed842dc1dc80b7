/** Validates id tokens of external identity providers. */
import type { JsonObject } from '@trustframe/claims'
import type { HashedCompanion, IdTokenRules } from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import { halfHash } from '../jwt/halfHash.ts'
import { verifyJwt } from '../jwt/verifyJwt.ts'
import { KeyImporter } from '../keys/importedKeys.ts'
import { checkClaims, type ClaimsProblem, type Expectations } from './checkClaims.ts'
import { publishedKeys } from './publishedKeys.ts'

/** What an id token has to be at a certain time. */
export interface TimedIdTokenRules extends IdTokenRules, Expectations {}

/** What came of validating. */
export type IdTokenFinding =
  | { readonly _tag: 'TokenAccepted'; readonly claims: JsonObject }
  | { readonly _tag: 'TokenMalformed' }
  | { readonly _tag: 'SignatureWrong' }
  /** The key set has no key of the token's `kid`: it may have been exchanged. */
  | { readonly _tag: 'KeyUnknown' }
  | { readonly _tag: 'NonceWrong' }
  | { readonly _tag: 'NonceMissing' }
  | { readonly _tag: 'HashWrong'; readonly hash: HashedCompanion['hash'] }
  | ClaimsProblem

/** One for the process: it forgets a key set's keys with the key set. */
const importer = new KeyImporter()

const nonceProblem = ({ nonce }: JsonObject, expected: string | undefined): IdTokenFinding | undefined => {
  if (expected === undefined || nonce === expected) return undefined
  return { _tag: nonce === undefined ? 'NonceMissing' : 'NonceWrong' }
}

const hashProblem = Effect.fnUntraced(function* (
  claims: JsonObject,
  algorithm: string,
  companions: ReadonlyArray<HashedCompanion>
) {
  for (const { hash, required, value } of companions) {
    const found = claims[hash]
    if (found === undefined && !required) continue
    if (found !== (yield* halfHash(Redacted.value(value), algorithm))) return { _tag: 'HashWrong', hash } as const
  }
  return undefined
})

/**
 * Validates signature, times, audience, issuer, nonce and hashes, in this order.
 *
 * Source: OpenID Connect Core 3.1.3.7 and 3.3.2.11, openid-connect-technical-profile (ValidTokenIssuerPrefixes,
 * IdTokenAudience).
 */
export const validateIdToken = Effect.fnUntraced(function* (token: string, rules: TimedIdTokenRules) {
  const signature = yield* verifyJwt(token, publishedKeys(rules.keys), importer)
  switch (signature._tag) {
    case 'Malformed':
      return { _tag: 'TokenMalformed' } satisfies IdTokenFinding
    case 'NoSuchKey':
      return { _tag: 'KeyUnknown' } satisfies IdTokenFinding
    case 'WronglySigned':
      return { _tag: 'SignatureWrong' } satisfies IdTokenFinding
    case 'Signed': {
      const { algorithm, claims } = signature
      const problem =
        checkClaims(claims, rules) ??
        nonceProblem(claims, rules.nonce) ??
        (yield* hashProblem(claims, algorithm, rules.companions))
      return problem ?? ({ _tag: 'TokenAccepted', claims } satisfies IdTokenFinding)
    }
  }
})
