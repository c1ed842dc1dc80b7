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

/** What a header says besides `typ`, `alg` and `kid`: the thumbprints of a certificate. */
export interface SignatureHeader {
  readonly x5t?: string
  readonly 'x5t#S256'?: string
}

const utf8 = new TextEncoder()

/**
 * A JWT in compact form with the header that B2C writes: `typ`, `alg`, `kid`. Claims are written as they are: times are up to
 * whoever makes them.
 */
export const signJwt = (
  claims: JsonObject,
  { algorithm, key, kid }: Signer,
  header: SignatureHeader = {}
): Effect.Effect<string, UnusableKey> =>
  Effect.tryPromise({
    try: () =>
      new CompactSign(utf8.encode(stringifyJson(claims)))
        .setProtectedHeader({ typ: 'JWT', alg: algorithm, kid, ...header })
        .sign(key),
    catch: (error) => new UnusableKey({ algorithm, detail: detailOf(error) })
  })
