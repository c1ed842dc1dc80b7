/** Policy keys as key containers: what signs, encrypts and verifies tokens. */
import type { PolicyKey } from '@trustframe/core'
import { type KeyContainerSpecs, KeyMaterial } from '@trustframe/tokens'
import * as Redacted from 'effect/Redacted'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'

const readObject = Schema.decodeUnknownResult(Schema.fromJsonString(Schema.Record(Schema.String, Schema.Json)))

const materialOf = (secret: Redacted.Redacted): KeyMaterial => {
  const text = Redacted.value(secret)
  if (text.includes('-----BEGIN PRIVATE KEY-----')) return KeyMaterial.Pem({ privateKey: secret })
  const jwk = readObject(text)
  return Result.isSuccess(jwk) && 'kty' in jwk.success
    ? KeyMaterial.Jwk({ jwk: Redacted.make<unknown>(jwk.success) })
    : KeyMaterial.Secret({ secret })
}

/**
 * A container for each policy key. A secret is a private key in PEM (PKCS#8), a JWK (RFC 7517), or else a text that signs
 * and verifies with HS256; of a certificate in PEM the private key counts. PKCS#12 serves client certificates only.
 */
export const keyContainers = (keys: Readonly<Record<string, PolicyKey>>): KeyContainerSpecs =>
  Object.fromEntries(
    Object.entries(keys).flatMap(([name, key]) => {
      if (key._tag === 'Secret') return [[name, [{ material: materialOf(key.secret) }]]]
      return key.certificate._tag === 'Pem'
        ? [[name, [{ material: KeyMaterial.Pem({ privateKey: key.certificate.privateKey }) }]]]
        : []
    })
  )
