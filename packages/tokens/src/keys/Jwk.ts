/** JSON Web Keys: the kinds that Trustframe signs, encrypts and verifies with. */
import type { Json, JsonObject } from '@trustframe/claims'
import type { ContainerKey } from '@trustframe/core/ports'
import * as Redacted from 'effect/Redacted'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'

const text = Schema.optionalKey(Schema.String)

/** RFC 7517 and RFC 7518 section 6: RSA, elliptic curves and symmetric keys. */
export const Jwk = Schema.Struct({
  kty: Schema.Literals(['RSA', 'EC', 'oct']),
  kid: text,
  use: text,
  alg: text,
  n: text,
  e: text,
  d: text,
  p: text,
  q: text,
  dp: text,
  dq: text,
  qi: text,
  crv: text,
  x: text,
  y: text,
  k: text
})
export type Jwk = typeof Jwk.Type

const decode = Schema.decodeUnknownResult(Jwk)

/** Reads a JWK; `undefined` for other kinds of keys, and for what is none. */
export const readJwk = (json: unknown): Jwk | undefined => {
  const jwk = decode(json)
  return Result.isSuccess(jwk) ? jwk.success : undefined
}

/** The JWK of a container's key. */
export const jwkOf = (key: ContainerKey): Jwk | undefined => readJwk(Redacted.value(key.jwk))

const rsaAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']
const macAlgorithms = ['HS256', 'HS384', 'HS512']
const curves: ReadonlyMap<string, string> = new Map([
  ['P-256', 'ES256'],
  ['P-384', 'ES384'],
  ['P-521', 'ES512']
])

/** With which algorithms a key signs; the first one is its own. RFC 7518 section 3.1. */
export const signatureAlgorithms = ({ alg, crv, kty }: Jwk): ReadonlyArray<string> => {
  const possible =
    kty === 'RSA'
      ? rsaAlgorithms
      : kty === 'oct'
        ? macAlgorithms
        : [curves.get(crv ?? '')].filter((one) => one !== undefined)
  if (alg === undefined) return possible
  return possible.includes(alg) ? [alg] : []
}

/** What is published of a key, as B2C does it; `undefined` for a symmetric key, which never is. Source: protocols section 3. */
export const publicJwk = (key: ContainerKey): JsonObject | undefined => {
  const jwk = jwkOf(key)
  if (jwk === undefined || jwk.kty === 'oct') return undefined
  const { crv, e, kty, n, x, y } = jwk
  const members: Record<string, Json | undefined> = {
    kid: key.kid,
    nbf: key.notBefore,
    use: key.use,
    kty,
    e,
    n,
    crv,
    x,
    y
  }
  const published: Record<string, Json> = {}
  for (const [name, value] of Object.entries(members)) if (value !== undefined) published[name] = value
  return published
}
