/** `private_key_jwt`: what is signed, with which key, and what becomes of keys that cannot sign. */
import { createHash, generateKeyPairSync, verify as verifySignature } from 'node:crypto'
import { assert, describe, it } from '@effect/vitest'
import { type ClientCertificate, Entropy, IdTokens, PolicyKeys, secretKey, seededEntropy } from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import * as TestClock from 'effect/testing/TestClock'
import { KeyMaterial, layerIdTokens, layerSigningKeys } from '../../src/index.ts'
import { claimsOf, headerOf, reference } from '../support/issuing.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const der = Buffer.from('a certificate, which is not read')
const certificate: ClientCertificate = {
  _tag: 'Pem',
  certificate: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
  privateKey: Redacted.make(pem)
}

const layer = layerIdTokens().pipe(
  Layer.provide([
    PolicyKeys.layerMemory({
      B2C_1A_Certificate: { _tag: 'Certificate', certificate },
      B2C_1A_Broken: { _tag: 'Certificate', certificate: { ...certificate, privateKey: Redacted.make('s3cret') } },
      B2C_1A_NoPem: { _tag: 'Certificate', certificate: { ...certificate, certificate: 'x' } },
      B2C_1A_Pkcs12: {
        _tag: 'Certificate',
        certificate: { _tag: 'Pkcs12', bytes: Redacted.make(new Uint8Array()), passphrase: undefined }
      },
      B2C_1A_Secret: secretKey('s3cret')
    }),
    Layer.orDie(
      layerSigningKeys({
        B2C_1A_Container: [{ material: KeyMaterial.Pem({ privateKey: Redacted.make(pem) }), kid: 'k1' }],
        B2C_1A_Curve: [{ material: KeyMaterial.GeneratedEc() }],
        B2C_1A_Later: [{ material: KeyMaterial.GeneratedEc(), notBefore: 2_000_000_000 }]
      })
    )
  ])
)

const sign = (name: string, algorithm: 'RS256' | 'RS512' = 'RS256') =>
  Effect.gen(function* () {
    yield* TestClock.setTime(1_000_000)
    const key = reference('assertion_signing_key', name)
    const audience = 'https://idp.test/token'
    return yield* IdTokens.use((idTokens) =>
      idTokens.signAssertion({ key, algorithm, clientId: 'client-1', audience })
    ).pipe(Effect.map(Redacted.value))
  }).pipe(Effect.provideService(Entropy, seededEntropy('assertion')), Effect.provide(layer))

const isSigned = (token: string, hash: string) => {
  const [header, payload, signature = ''] = token.split('.')
  return verifySignature(hash, Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url'))
}

describe('an assertion', () => {
  it.effect('says who the client is, for five minutes and one endpoint', () =>
    Effect.gen(function* () {
      const token = yield* sign('B2C_1A_Container')
      const { jti, ...claims } = Object(claimsOf(token))
      assert.deepStrictEqual(claims, {
        iss: 'client-1',
        sub: 'client-1',
        aud: 'https://idp.test/token',
        iat: 1000,
        nbf: 1000,
        exp: 1300
      })
      assert.match(jti, /^[\w-]{22}$/)
      assert.deepStrictEqual(headerOf(token), { typ: 'JWT', alg: 'RS256', kid: 'k1' })
      assert.isTrue(isSigned(token, 'sha256'))
    })
  )

  it.effect('is signed with RS512 where that is wanted', () =>
    Effect.gen(function* () {
      const token = yield* sign('B2C_1A_Container', 'RS512')
      assert.deepInclude(headerOf(token), { alg: 'RS512' })
      assert.isTrue(isSigned(token, 'sha512'))
    })
  )

  it.effect('names the certificate whose key signed it', () =>
    Effect.gen(function* () {
      const token = yield* sign('b2c_1a_certificate')
      const x5t = createHash('sha1').update(der).digest('base64url')
      assert.deepStrictEqual(headerOf(token), {
        typ: 'JWT',
        alg: 'RS256',
        kid: x5t,
        x5t,
        'x5t#S256': createHash('sha256').update(der).digest('base64url')
      })
      assert.isTrue(isSigned(token, 'sha256'))
    })
  )

  it.effect.each([
    ['B2C_1A_None', /no policy key "B2C_1A_None" is configured$/],
    ['B2C_1A_Curve', /no RSA key for that algorithm$/],
    ['B2C_1A_Later', /no key is active before 2033-05-18T03:33:20Z$/],
    ['B2C_1A_Secret', /it is a secret; an RSA key container or a certificate with its key is needed$/],
    ['B2C_1A_Pkcs12', /convert it to PEM/],
    ['B2C_1A_NoPem', /its certificate is not PEM$/],
    ['B2C_1A_Broken', /the key cannot be used for RS256: /]
  ] as const)('cannot be signed with %s', ([name, detail]) =>
    Effect.gen(function* () {
      const { message } = yield* Effect.flip(sign(name))
      assert.isTrue(message.startsWith(`no client assertion can be signed with policy key "${name}": `))
      assert.match(message, detail)
      assert.notInclude(message, 's3cret')
    })
  )
})
