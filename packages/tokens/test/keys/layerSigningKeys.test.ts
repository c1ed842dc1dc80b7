import { generateKeyPairSync } from 'node:crypto'
import { SigningKeys } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import {
  type KeyContainerSpecs,
  KeyMaterial,
  type KeySpec,
  layerGeneratingKeys,
  layerSigningKeys
} from '../../src/index.ts'
import { publicJwk } from '../../src/keys/Jwk.ts'

const name = 'B2C_1A_Keys'
const get = (of: string) => SigningKeys.use((keys) => keys.get(of))
const made = (...specs: ReadonlyArray<KeySpec>) =>
  Effect.map(get(name), ({ keys }) => keys).pipe(Effect.provide(layerSigningKeys({ [name]: specs })))

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = (pair: typeof rsa, type: 'pkcs8' | 'pkcs1' = 'pkcs8') =>
  Redacted.make(String(pair.privateKey.export({ format: 'pem', type })))

/** Everything but what differs from key to key. */
const shape = (jwk: object | undefined) => ({ ...jwk, kid: undefined, n: undefined, x: undefined, y: undefined })

describe('a key container', () => {
  const blank = { kid: undefined, n: undefined, x: undefined, y: undefined, use: 'sig' }
  const rows: ReadonlyArray<readonly [what: string, material: KeyMaterial, published: object | undefined]> = [
    ['a generated RSA key', KeyMaterial.GeneratedRsa(), { ...blank, kty: 'RSA', e: 'AQAB' }],
    ['a generated key on a curve', KeyMaterial.GeneratedEc(), { ...blank, kty: 'EC', crv: 'P-256' }],
    ['an uploaded RSA key', KeyMaterial.Pem({ privateKey: pem(rsa) }), { ...blank, kty: 'RSA', e: 'AQAB' }],
    ['an uploaded key on a curve', KeyMaterial.Pem({ privateKey: pem(ec) }), { ...blank, kty: 'EC', crv: 'P-256' }],
    [
      'a JWK',
      KeyMaterial.Jwk({ jwk: Redacted.make(rsa.privateKey.export({ format: 'jwk' })) }),
      { ...blank, kty: 'RSA', e: 'AQAB' }
    ],
    ['a generated secret', KeyMaterial.GeneratedSecret(), undefined],
    ['a secret', KeyMaterial.Secret({ secret: Redacted.make('s3cret') }), undefined]
  ]
  it.effect.each(rows)('publishes of %s no private part', ([, material, published]) =>
    Effect.gen(function* () {
      const [key] = yield* made({ material })
      if (key === undefined) return assert.fail('there is no key')
      const jwk = publicJwk(key)
      assert.deepStrictEqual<unknown>(jwk === undefined ? undefined : shape(jwk), published)
      assert.notInclude(JSON.stringify(key), JSON.stringify(Redacted.value(key.jwk)['d'] ?? 's3cret'))
    })
  )

  it.effect('names a key by its thumbprint, so that the same key has the same kid in every process', () =>
    Effect.gen(function* () {
      const jwk = Redacted.make(rsa.privateKey.export({ format: 'jwk' }))
      const [first] = yield* made({ material: KeyMaterial.Jwk({ jwk }) })
      const [second] = yield* made({ material: KeyMaterial.Pem({ privateKey: pem(rsa) }) })
      assert.strictEqual(first?.kid, second?.kid)
      assert.match(first?.kid ?? '', /^[\w-]{43}$/)
    })
  )

  it.effect('publishes when a key is activated, and what it is called', () =>
    Effect.gen(function* () {
      const [key] = yield* made({ material: KeyMaterial.GeneratedEc(), kid: 'mine', notBefore: 7, expires: 9 })
      const jwk = key === undefined ? undefined : publicJwk(key)
      assert.deepStrictEqual([jwk?.['kid'], jwk?.['nbf'], jwk?.['exp']], ['mine', 7, undefined])
    })
  )

  const problems: ReadonlyArray<readonly [material: KeyMaterial, message: string]> = [
    [KeyMaterial.Secret({ secret: Redacted.make('') }), 'is an empty secret'],
    [KeyMaterial.Jwk({ jwk: Redacted.make('x') }), 'is no JWK of an RSA, elliptic curve or symmetric key'],
    [
      KeyMaterial.Jwk({ jwk: Redacted.make(rsa.publicKey.export({ format: 'jwk' })) }),
      'has no private part: a policy key signs or decrypts'
    ],
    [
      KeyMaterial.Pem({ privateKey: pem(rsa, 'pkcs1') }),
      'is not PKCS#8: expected "-----BEGIN PRIVATE KEY-----"; convert it with "openssl pkcs8 -topk8 -nodes"'
    ]
  ]
  it.effect.each(problems)('says what is wrong with a key (%#)', ([material, message]) =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(made({ material: KeyMaterial.GeneratedSecret() }, { material }))
      assert.strictEqual(error.message, `key 2 of container "B2C_1A_Keys" ${message}`)
      assert.strictEqual(error._tag, 'KeyProblem')
    })
  )

  it.effect('is found ignoring case, or not at all', () =>
    Effect.gen(function* () {
      const specs: KeyContainerSpecs = { [name]: [{ material: KeyMaterial.GeneratedSecret() }] }
      const [found, missing] = yield* Effect.all([get('b2c_1a_KEYS'), Effect.flip(get('B2C_1A_None'))]).pipe(
        Effect.provide(layerSigningKeys(specs))
      )
      assert.strictEqual(found.storageReferenceId, name)
      assert.strictEqual(missing.message, 'no policy key "B2C_1A_None" is configured')
    })
  )
})

describe('containers that are generated', () => {
  it.effect('stand in for those that are not configured, and stay the same', () =>
    Effect.gen(function* () {
      const [configured, first, second] = yield* Effect.all([get(name), get('B2C_1A_Other'), get('b2c_1a_other')], {
        concurrency: 'unbounded'
      })
      assert.strictEqual(configured.keys[0]?.kid, `${name}-1`)
      assert.strictEqual(first.keys.length, 1)
      assert.strictEqual(first, second)
    }).pipe(
      Effect.provide(
        layerGeneratingKeys.pipe(
          Layer.provide(layerSigningKeys({ [name]: [{ material: KeyMaterial.GeneratedSecret() }] }))
        )
      )
    )
  )
})
