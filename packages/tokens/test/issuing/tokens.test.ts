import { createHash, createPublicKey, verify } from 'node:crypto'
import { TokenIssuer } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as TestClock from 'effect/testing/TestClock'
import { issuerName, KeyMaterial } from '../../src/index.ts'
import {
  api,
  claimsOf,
  grant,
  headerOf,
  issue,
  issuing,
  layerIssuer,
  quickKeys,
  signing,
  tenantObjectId
} from '../support/issuing.ts'

const now = 1_800_000_000
const atNow = TestClock.setTime(now * 1000 + 999)

const protocol = {
  exp: now + 3600,
  nbf: now,
  ver: '1.0',
  iss: `https://login.test/${tenantObjectId}/v2.0/`,
  sub: 'u-1',
  aud: grant.clientId,
  acr: 'b2c_1a_signup_signin',
  nonce: 'n-0S6',
  iat: now,
  auth_time: now - 100
}
const claims = { name: 'Ada', emails: ['ada@contoso.com'], newUser: false }

const leftHalf = (text: string) => createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')

describe('an id token', () => {
  it.effect('holds the claims of the protocol and those of the policy that have a value', () =>
    Effect.gen(function* () {
      yield* atNow
      const { accessToken, idToken, notBefore, refreshToken } = yield* issue({})
      assert.deepStrictEqual(claimsOf(idToken?.token), { ...protocol, ...claims })
      assert.deepStrictEqual(headerOf(idToken?.token), { typ: 'JWT', alg: 'ES256', kid: 'signing' })
      assert.deepStrictEqual(
        [notBefore, idToken?.expiresIn, accessToken, refreshToken],
        [now, 3600, undefined, undefined]
      )
    }).pipe(Effect.provide(layerIssuer()))
  )

  const variants: ReadonlyArray<readonly [what: string, how: Parameters<typeof issue>, expected: object]> = [
    ['lives as long as the issuer says', [{}, issuing({ idTokenLifetime: 300 })], { exp: now + 300 }],
    ['has no nonce where none was given', [{}, issuing(), { ...grant, nonce: undefined }], { nonce: undefined }],
    [
      'names the policy in tfp, as declared, where acr is switched off',
      [{}, issuing({ acr: false }), { ...grant, claims: { tfp: 'B2C_1A_SignUp_SignIn' } }],
      { acr: undefined, tfp: 'B2C_1A_SignUp_SignIn' }
    ],
    [
      'is issued by the policy with AuthorityWithTfp',
      [{}, issuing({ issuance: 'AuthorityWithTfp' })],
      { iss: `https://login.test/tfp/${tenantObjectId}/b2c_1a_signup_signin/v2.0/` }
    ],
    [
      'does not let a policy overwrite what is of the protocol',
      [
        {},
        issuing(),
        {
          ...grant,
          claims: { iss: 'evil', aud: 'evil', exp: 9e9, sub: 'evil', acr: 'evil', nonce: 'evil', scp: 'all' }
        }
      ],
      protocol
    ],
    [
      'takes sub from the claims where no subject is named',
      [{}, issuing(), { ...grant, subject: undefined }],
      { sub: 'u-1' }
    ],
    ['holds the hash of a code', [{ code: 'abc' }], { c_hash: leftHalf('abc') }]
  ]
  it.effect.each(variants)('%s', ([, how, expected]) =>
    Effect.gen(function* () {
      yield* atNow
      const { idToken } = yield* issue(...how)
      const found = Object.entries(claimsOf(idToken?.token) ?? {})
      for (const [name, value] of Object.entries(expected)) {
        assert.deepStrictEqual(found.find(([claim]) => claim === name)?.[1], value, name)
      }
    }).pipe(Effect.provide(layerIssuer()))
  )

  it.effect('writes large integers exactly', () =>
    Effect.gen(function* () {
      const { idToken } = yield* issue({}, issuing(), { ...grant, claims: { big: 9_007_199_254_740_993n } })
      const payload = Buffer.from(idToken?.token.split('.')[1] ?? '', 'base64url').toString()
      assert.include(payload, '"big":9007199254740993')
    }).pipe(Effect.provide(layerIssuer()))
  )

  it.effect('holds the hash of the access token beside it', () =>
    Effect.gen(function* () {
      yield* atNow
      const { accessToken, idToken } = yield* issue({ accessToken: api })
      assert.deepStrictEqual(claimsOf(idToken?.token), {
        ...protocol,
        ...claims,
        at_hash: leftHalf(accessToken?.token ?? '')
      })
    }).pipe(Effect.provide(layerIssuer()))
  )
})

describe('an access token', () => {
  it.effect('holds the same claims, its audience, its scopes and who asked for it', () =>
    Effect.gen(function* () {
      yield* atNow
      const { accessToken } = yield* issue(
        { accessToken: api, idToken: false },
        issuing({ accessTokenLifetime: 86_400 })
      )
      assert.deepStrictEqual(claimsOf(accessToken?.token), {
        ...protocol,
        ...claims,
        exp: now + 86_400,
        aud: 'a91',
        scp: 'read write',
        azp: grant.clientId
      })
      assert.strictEqual(accessToken?.expiresIn, 86_400)
    }).pipe(Effect.provide(layerIssuer()))
  )

  it.effect('of client credentials is of version 2.0 and about the application', () =>
    Effect.gen(function* () {
      yield* atNow
      const application = { ...grant, subject: undefined, nonce: undefined, claims: { tier: 'gold' } }
      const { accessToken } = yield* issue(
        { accessToken: { audience: 'a91', scopes: ['app.read'] }, idToken: false, clientCredentials: true },
        issuing(),
        application
      )
      assert.deepStrictEqual(claimsOf(accessToken?.token), {
        exp: now + 3600,
        nbf: now,
        ver: '2.0',
        iss: `https://login.test/${tenantObjectId}/v2.0/`,
        sub: grant.clientId,
        oid: grant.clientId,
        tid: tenantObjectId,
        aud: 'a91',
        iat: now,
        scp: 'app.read',
        azp: grant.clientId,
        azpacr: '1',
        tfp: 'B2C_1A_SignUp_SignIn',
        tier: 'gold'
      })
    }).pipe(Effect.provide(layerIssuer()))
  )
})

describe('the signature of a token', () => {
  const materials: ReadonlyArray<
    readonly [algorithm: string, material: KeyMaterial, hash: string, dsa?: 'ieee-p1363']
  > = [
    ['RS256', KeyMaterial.GeneratedRsa(), 'sha256'],
    ['ES256', KeyMaterial.GeneratedEc(), 'sha256', 'ieee-p1363']
  ]
  it.effect.each(materials)('is %s, and verifies by the published key', ([algorithm, material, hash, dsaEncoding]) =>
    Effect.gen(function* () {
      const { idToken } = yield* issue({})
      const token = idToken?.token ?? ''
      assert.strictEqual(Object.entries(headerOf(token) ?? {}).find(([name]) => name === 'alg')?.[1], algorithm)
      const { keys } = yield* TokenIssuer.use((issuer) => issuer.publicKeys(issuing()))
      const [jwk] = Array.isArray(keys) ? keys : []
      const [header, payload, signature = ''] = token.split('.')
      const key = createPublicKey({ key: jwk, format: 'jwk' })
      const signed = Buffer.from(`${header}.${payload}`)
      const options = dsaEncoding === undefined ? { key } : { key, dsaEncoding }
      assert.isTrue(verify(hash, signed, options, Buffer.from(signature, 'base64url')))
    }).pipe(Effect.provide(layerIssuer({ ...quickKeys, [signing]: [{ material }] })))
  )

  it.effect('is by the key that is active; the key set has all that are not expired', () =>
    Effect.gen(function* () {
      const kids = Effect.gen(function* () {
        const { keys } = yield* TokenIssuer.use((issuer) => issuer.publicKeys(issuing()))
        const { idToken } = yield* issue({})
        return {
          signed: Object.fromEntries(Object.entries(headerOf(idToken?.token) ?? {}))['kid'],
          published: Array.isArray(keys)
            ? keys.map((key) => Object.entries(key).find(([name]) => name === 'kid')?.[1])
            : []
        }
      })
      assert.deepStrictEqual(yield* kids, { signed: 'first', published: ['first', 'second'] })
      yield* TestClock.setTime(100_000)
      assert.deepStrictEqual(yield* kids, { signed: 'second', published: ['first', 'second'] })
      yield* TestClock.setTime(200_000)
      assert.deepStrictEqual(yield* kids, { signed: 'second', published: ['second'] })
    }).pipe(
      Effect.provide(
        layerIssuer({
          ...quickKeys,
          [signing]: [
            { material: KeyMaterial.GeneratedEc(), kid: 'first', notBefore: 0, expires: 200 },
            { material: KeyMaterial.GeneratedEc(), kid: 'second', notBefore: 100 }
          ]
        })
      )
    )
  )

  const problems: ReadonlyArray<
    readonly [what: string, keys: Parameters<typeof layerIssuer>[0], plan: object, message: string]
  > = [
    [
      'without a container',
      {},
      {},
      'TechnicalProfile "JwtIssuer" cannot issue a token with key "B2C_1A_TokenSigningKeyContainer": no key container of that name is configured'
    ],
    [
      'without a key in the policy',
      quickKeys,
      { signingKey: undefined },
      'TechnicalProfile "JwtIssuer" cannot issue a token with key "issuer_secret": the profile names no container for this key'
    ],
    [
      'with an expired key',
      { [signing]: [{ material: KeyMaterial.GeneratedEc(), expires: 60 }] },
      {},
      'TechnicalProfile "JwtIssuer" cannot issue a token with key "B2C_1A_TokenSigningKeyContainer": its last key expired at 1970-01-01T00:01:00Z'
    ],
    [
      'with a secret',
      { [signing]: [{ material: KeyMaterial.GeneratedSecret() }] },
      {},
      'TechnicalProfile "JwtIssuer" cannot issue a token with key "B2C_1A_TokenSigningKeyContainer": the key cannot be used for RS256: it is no RSA key and on no curve that signs tokens'
    ]
  ]
  it.effect.each(problems)('cannot be made %s', ([, keys, plan, message]) =>
    Effect.gen(function* () {
      yield* TestClock.setTime(90_000)
      assert.strictEqual((yield* Effect.flip(issue({}, issuing(plan)))).message, message)
    }).pipe(Effect.provide(layerIssuer(keys)))
  )

  it.effect('is for JWT issuers alone', () =>
    Effect.gen(function* () {
      const by = issuing()
      const other = { ...by, issuer: { ...by.issuer, format: 'SAML2', details: { _tag: 'Other' } as const } }
      assert.strictEqual(
        (yield* Effect.flip(issue({}, other))).message,
        'TechnicalProfile "JwtIssuer" cannot issue a token with key "issuer_secret": its OutputTokenFormat is "SAML2", which is no JSON Web Token'
      )
    }).pipe(Effect.provide(layerIssuer()))
  )
})

describe('the issuer', () => {
  it('is named by the domain of a tenant without an object id', () => {
    const { policy, ...by } = issuing()
    assert.strictEqual(
      issuerName({ ...by, policy: { ...policy, tenantObjectId: undefined } }, 'AuthorityAndTenantGuid'),
      'https://login.test/contoso.onmicrosoft.com/v2.0/'
    )
  })
})
