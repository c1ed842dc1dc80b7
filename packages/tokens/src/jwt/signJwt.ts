/** Signs JSON Web Tokens. */
import { type JsonObject, stringifyJson } from '@trustframe/claims'
import * as Effect from 'effect/Effect'
import { CompactSign } from 'jose/jws/compact/sign'
import { detailOf, type ImportedKey, UnusableKey } from '../keys/importedKeys.ts'

/** What signs. */
export interface Signer {
  readonly kid: string
  readonly algorithm: string
  readonly key: ImportedKey
}

const utf8 = new TextEncoder()

/**
 * A JWT in compact form with the header that B2C writes: `typ`, `alg`, `kid`. Claims are written as they are: times are up to
 * whoever makes them.
 */
export const signJwt = (claims: JsonObject, { algorithm, key, kid }: Signer): Effect.Effect<string, UnusableKey> =>
  Effect.tryPromise({
    try: () =>
      new CompactSign(utf8.encode(stringifyJson(claims)))
        .setProtectedHeader({ typ: 'JWT', alg: algorithm, kid })
        .sign(key),
    catch: (error) => new UnusableKey({ algorithm, detail: detailOf(error) })
  })
