/** Validates id tokens of external identity providers. */
import type { JsonObject } from '@trustframe/claims'
import * as Effect from 'effect/Effect'
import { verifyJwt } from '../jwt/verifyJwt.ts'
import { KeyImporter } from '../keys/importedKeys.ts'
import { checkClaims, type ClaimsProblem, type Expectations } from './checkClaims.ts'
import { publishedKeys } from './publishedKeys.ts'

/** What an id token has to be. */
export interface IdTokenRules extends Expectations {
  /** The provider's JSON Web Key Set. */
  readonly keys: JsonObject
  /** What the authorization request had; absent: none was asked for. */
  readonly nonce: string | undefined
}

/** What came of validating. */
export type IdTokenVerdict =
  | { readonly _tag: 'TokenAccepted'; readonly claims: JsonObject }
  | { readonly _tag: 'TokenMalformed' }
  | { readonly _tag: 'SignatureWrong' }
  /** The key set has no key of the token's `kid`: it may have been exchanged. */
  | { readonly _tag: 'KeyUnknown' }
  | { readonly _tag: 'NonceWrong' }
  | ClaimsProblem

/** One for the process: it forgets a key set's keys with the key set. */
const importer = new KeyImporter()

/**
 * Validates signature, times, audience, issuer and nonce, in this order.
 *
 * Source: OpenID Connect Core 3.1.3.7, openid-connect-technical-profile (ValidTokenIssuerPrefixes, IdTokenAudience).
 */
export const validateIdToken = (token: string, rules: IdTokenRules): Effect.Effect<IdTokenVerdict> =>
  Effect.map(verifyJwt(token, publishedKeys(rules.keys), importer), (signature): IdTokenVerdict => {
    switch (signature._tag) {
      case 'Malformed':
        return { _tag: 'TokenMalformed' }
      case 'NoSuchKey':
        return { _tag: 'KeyUnknown' }
      case 'WronglySigned':
        return { _tag: 'SignatureWrong' }
      case 'Signed': {
        const { claims } = signature
        const problem = checkClaims(claims, rules)
        if (problem !== undefined) return problem
        return rules.nonce !== undefined && claims['nonce'] !== rules.nonce
          ? { _tag: 'NonceWrong' }
          : { _tag: 'TokenAccepted', claims }
      }
    }
  })
