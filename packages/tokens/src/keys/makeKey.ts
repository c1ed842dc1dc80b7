/** Makes keys of containers from what they are specified as. */
import type { JsonObject } from '@trustframe/claims'
import { type ContainerKey, randomBytes } from '@trustframe/core/ports'
import * as Base64Url from 'effect/encoding/Base64Url'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import * as Schema from 'effect/Schema'
import { calculateJwkThumbprint } from 'jose/jwk/thumbprint'
import { exportJWK } from 'jose/key/export'
import { importPKCS8 } from 'jose/key/import'
import { detailOf } from './importedKeys.ts'
import { type Jwk, readJwk } from './Jwk.ts'
import type { KeyMaterial, KeySpec } from './KeySpec.ts'

/** A key cannot be made. */
export class KeyProblem extends Schema.TaggedError<KeyProblem>()('KeyProblem', {
  storageReferenceId: Schema.String,
  /** From 1. */
  position: Schema.Int,
  detail: Schema.String
}) {
  override get message() {
    return `key ${this.position} of container "${this.storageReferenceId}" ${this.detail}`
  }
}

type Made = Effect.Effect<Jwk, string>

const algorithms = {
  GeneratedRsa: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: 'SHA-256'
  },
  GeneratedEc: { name: 'ECDSA', namedCurve: 'P-256' }
} as const

/** Chance is that of the platform: a key pair cannot be made of a given one. */
const generate = (algorithm: (typeof algorithms)[keyof typeof algorithms]): Made =>
  Effect.promise(async () => {
    const { privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
    return crypto.subtle.exportKey('jwk', privateKey)
  }).pipe(Effect.flatMap(fromJwk))

const privateMembers = ['d', 'k'] as const

const fromJwk = (json: unknown): Made => {
  const jwk = readJwk(json)
  if (jwk === undefined) return Effect.fail('is no JWK of an RSA, elliptic curve or symmetric key')
  return privateMembers.some((member) => jwk[member] !== undefined)
    ? Effect.succeed(jwk)
    : Effect.fail('has no private part: a policy key signs or decrypts')
}

/** In PEM a key does not say what it is for; its kind says with which algorithm it can be imported. */
const pemAlgorithms = ['RS256', 'ES256', 'ES384', 'ES512']

const fromPem = (pem: Redacted.Redacted): Made =>
  Redacted.value(pem).includes('-----BEGIN PRIVATE KEY-----')
    ? Effect.firstSuccessOf(
        pemAlgorithms.map((algorithm) =>
          Effect.tryPromise(async () =>
            exportJWK(await importPKCS8(Redacted.value(pem), algorithm, { extractable: true }))
          )
        )
      ).pipe(
        Effect.mapError(
          ({ cause }) => `is no RSA key and on none of the curves P-256, P-384, P-521: ${detailOf(cause)}`
        ),
        Effect.flatMap(fromJwk)
      )
    : Effect.fail(
        'is not PKCS#8: expected "-----BEGIN PRIVATE KEY-----"; convert it with "openssl pkcs8 -topk8 -nodes"'
      )

const ofBytes = (bytes: Uint8Array): Jwk => ({ kty: 'oct', k: Base64Url.encode(bytes) })

const make = (material: KeyMaterial): Made => {
  switch (material._tag) {
    case 'GeneratedRsa':
    case 'GeneratedEc':
      return generate(algorithms[material._tag])
    case 'GeneratedSecret':
      return Effect.map(randomBytes(32), ofBytes)
    case 'Secret':
      return Redacted.value(material.secret) === ''
        ? Effect.fail('is an empty secret')
        : Effect.succeed(ofBytes(new TextEncoder().encode(Redacted.value(material.secret))))
    case 'Jwk':
      return fromJwk(Redacted.value(material.jwk))
    case 'Pem':
      return fromPem(material.privateKey)
  }
}

const jsonOf = (jwk: Jwk): JsonObject => ({ ...jwk })

/** A thumbprint gives away nothing of a random key, but a short secret could be guessed from it. */
const nameOf = (jwk: Jwk, place: string): Effect.Effect<string> =>
  jwk.kty === 'oct' ? Effect.succeed(place) : Effect.promise(() => calculateJwkThumbprint({ ...jwk }))

/** The key of a specification; `position` counts from 1. */
export const makeKey = (
  storageReferenceId: string,
  position: number,
  { expires, kid, material, notBefore, use = 'sig' }: KeySpec
): Effect.Effect<ContainerKey, KeyProblem> =>
  make(material).pipe(
    Effect.flatMap((jwk) =>
      Effect.map(
        kid === undefined ? nameOf(jwk, `${storageReferenceId}-${position}`) : Effect.succeed(kid),
        (name): ContainerKey => ({
          kid: name,
          use,
          jwk: Redacted.make(jsonOf({ ...jwk, kid: name })),
          notBefore,
          expires
        })
      )
    ),
    Effect.mapError((detail) => new KeyProblem({ storageReferenceId, position, detail }))
  )
