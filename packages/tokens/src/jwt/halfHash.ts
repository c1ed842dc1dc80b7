/** `at_hash` and `c_hash`: which access token or code an id token came with. */
import * as Base64Url from 'effect/encoding/Base64Url'
import * as Effect from 'effect/Effect'

/**
 * The left half of the hash of a text, by the hash of the signature's algorithm. Source: OpenID Connect Core 3.1.3.6 and
 * 3.3.2.11.
 */
export const halfHash = (text: string, algorithm: string): Effect.Effect<string> =>
  Effect.map(
    Effect.promise(() => crypto.subtle.digest(`SHA-${algorithm.slice(2)}`, new TextEncoder().encode(text))),
    (digest) => Base64Url.encode(new Uint8Array(digest, 0, digest.byteLength / 2))
  )
