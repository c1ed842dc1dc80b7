/** Signs the assertion with which a client proves who it is at a token endpoint (`private_key_jwt`). */
import {
  AssertionUnavailable,
  type ClientAssertion,
  type ClientCertificate,
  PolicyKeys,
  randomBytes,
  SigningKeys
} from '@trustframe/core/ports'
import * as Base64Url from 'effect/encoding/Base64Url'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import { importPKCS8 } from 'jose/key/import'
import { type SignatureHeader, type Signer, signJwt } from '../jwt/signJwt.ts'
import { activeKey, whyNoneIsActive } from '../keys/activeKey.ts'
import { detailOf, type KeyImporter, UnusableKey } from '../keys/importedKeys.ts'
import { jwkOf, signatureAlgorithms } from '../keys/Jwk.ts'
import { nowSeconds } from '../nowSeconds.ts'

/** How long an assertion may be used, in seconds: it is sent at once. */
const lifetime = 300

interface AssertionKey {
  readonly signer: Signer
  readonly header: SignatureHeader
}

type Algorithm = ClientAssertion['algorithm']
type Found = Effect.Effect<AssertionKey, { readonly message: string }, PolicyKeys | SigningKeys>

/** The active key of a container. */
const ofContainer = Effect.fnUntraced(function* (
  storageReferenceId: string,
  algorithm: Algorithm,
  importer: KeyImporter
) {
  const container = yield* SigningKeys.use((keys) => keys.get(storageReferenceId))
  const now = yield* nowSeconds
  const active = activeKey(container, now)
  if (active === undefined) return yield* Effect.fail({ message: whyNoneIsActive(container, now) })
  const jwk = jwkOf(active)
  if (jwk === undefined || !signatureAlgorithms(jwk).includes(algorithm)) {
    return yield* new UnusableKey({ algorithm, detail: 'its active key is no RSA key for that algorithm' })
  }
  const key = yield* importer.import(active, algorithm, () => jwk)
  return { signer: { kid: active.kid, algorithm, key }, header: {} } satisfies AssertionKey
})

const thumbprint = (der: Uint8Array<ArrayBuffer>, hash: string): Effect.Effect<string> =>
  Effect.map(
    Effect.promise(() => crypto.subtle.digest(hash, der)),
    (digest) => Base64Url.encode(new Uint8Array(digest))
  )

/** The first certificate of a PEM file. */
const derOf = (pem: string): Uint8Array<ArrayBuffer> | undefined => {
  const [, base64] = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/.exec(pem) ?? []
  if (base64 === undefined) return undefined
  try {
    return Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

/** The private key of a certificate; the header names the certificate by its thumbprints (RFC 7515, section 4.1.7). */
const ofCertificate = Effect.fnUntraced(function* (certificate: ClientCertificate, algorithm: Algorithm) {
  if (certificate._tag === 'Pkcs12') {
    return yield* Effect.fail({
      message: 'it is a PKCS#12 file; convert it to PEM with "openssl pkcs12 -in key.pfx -nodes"'
    })
  }
  const der = derOf(certificate.certificate)
  if (der === undefined) return yield* Effect.fail({ message: 'its certificate is not PEM' })
  const key = yield* Effect.tryPromise({
    try: () => importPKCS8(Redacted.value(certificate.privateKey), algorithm),
    catch: (error) => new UnusableKey({ algorithm, detail: detailOf(error) })
  })
  const x5t = yield* thumbprint(der, 'SHA-1')
  const header = { x5t, 'x5t#S256': yield* thumbprint(der, 'SHA-256') }
  return { signer: { kid: x5t, algorithm, key }, header } satisfies AssertionKey
})

/** A key container; else a policy key that is a certificate. */
const keyFor = (storageReferenceId: string, algorithm: Algorithm, importer: KeyImporter): Found =>
  Effect.catchTag(ofContainer(storageReferenceId, algorithm, importer), 'KeyNotFound', () =>
    Effect.flatMap(
      PolicyKeys.use((keys) => keys.get(storageReferenceId)),
      (key): Found =>
        key._tag === 'Certificate'
          ? ofCertificate(key.certificate, algorithm)
          : Effect.fail({ message: 'it is a secret; an RSA key container or a certificate with its key is needed' })
    )
  )

/** Source: RFC 7523, section 3; OpenID Connect Core, section 9. */
export const signAssertion = Effect.fnUntraced(function* (assertion: ClientAssertion, importer: KeyImporter) {
  const { algorithm, audience, clientId, key } = assertion
  const { storageReferenceId } = key
  const now = yield* nowSeconds
  const jti = Base64Url.encode(yield* randomBytes(16))
  const claims = { iss: clientId, sub: clientId, aud: audience, jti, iat: now, nbf: now, exp: now + lifetime }
  return yield* keyFor(storageReferenceId, algorithm, importer).pipe(
    Effect.flatMap(({ header, signer }) => signJwt(claims, signer, header)),
    Effect.map(Redacted.make),
    Effect.mapError(({ message }) => new AssertionUnavailable({ storageReferenceId, detail: message }))
  )
})
