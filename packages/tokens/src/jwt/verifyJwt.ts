/** Verifies the signature of JSON Web Tokens, and reads their claims. */
import { isJsonObject, type JsonObject, MalformedJson, parseJson } from '@trustframe/claims'
import * as Effect from 'effect/Effect'
import { decodeProtectedHeader } from 'jose/decode/protected_header'
import { compactVerify } from 'jose/jws/compact/verify'
import { type Jwk, signatureAlgorithms } from '../keys/Jwk.ts'
import { type KeyImporter, verifyingPart } from '../keys/importedKeys.ts'

/** A key that a token may be signed with; `owner` is what it is imported for once. */
export interface VerifyingKey {
  readonly owner: object
  readonly jwk: Jwk
}

/** What came of a signature. */
export type SignatureVerdict =
  | { readonly _tag: 'Signed'; readonly claims: JsonObject; readonly algorithm: string }
  | { readonly _tag: 'Malformed' }
  /** No key has the token's `kid`, or none fits its algorithm. */
  | { readonly _tag: 'NoSuchKey' }
  | { readonly _tag: 'WronglySigned' }

const malformed: SignatureVerdict = { _tag: 'Malformed' }

interface Header {
  readonly algorithm: string
  readonly kid: string | undefined
}

const readHeader = (token: string): Header | undefined => {
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    return alg === undefined ? undefined : { algorithm: alg, kid }
  } catch {
    return undefined
  }
}

const readClaims = (payload: Uint8Array, algorithm: string): SignatureVerdict => {
  const claims = parseJson(new TextDecoder().decode(payload))
  return claims instanceof MalformedJson || !isJsonObject(claims) ? malformed : { _tag: 'Signed', claims, algorithm }
}

/** Keys of the token's kind, by its `kid` where keys have one. A key never serves an algorithm of another kind. */
const candidates = ({ algorithm, kid }: Header, keys: ReadonlyArray<VerifyingKey>): ReadonlyArray<VerifyingKey> =>
  keys.filter(
    ({ jwk }) =>
      signatureAlgorithms(jwk).includes(algorithm) && (kid === undefined || jwk.kid === undefined || jwk.kid === kid)
  )

/** Holds a token's signature against keys. It says nothing of times, issuer and audience. */
export const verifyJwt = Effect.fnUntraced(function* (
  token: string,
  keys: ReadonlyArray<VerifyingKey>,
  importer: KeyImporter
) {
  const header = readHeader(token)
  if (header === undefined) return malformed
  const possible = candidates(header, keys)
  if (possible.length === 0) return { _tag: 'NoSuchKey' } as const
  for (const { jwk, owner } of possible) {
    const payload = yield* importer
      .import(owner, header.algorithm, () => verifyingPart(jwk))
      .pipe(
        Effect.flatMap((key) => Effect.tryPromise(() => compactVerify(token, key, { algorithms: [header.algorithm] }))),
        Effect.map((verified) => verified.payload),
        Effect.catch(() => Effect.undefined)
      )
    if (payload !== undefined) return readClaims(payload, header.algorithm)
  }
  return { _tag: 'WronglySigned' } as const
})
