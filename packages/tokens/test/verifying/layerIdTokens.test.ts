/** `IdTokens`: what is said of id tokens that do not fit, what is read before anything is verified. */
import { assert, describe, it } from '@effect/vitest'
import { type IdTokenRules, IdTokens, type IdTokenVerdict, PolicyKeys } from '@trustframe/core/ports'
import { createHash } from 'node:crypto'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import * as TestClock from 'effect/testing/TestClock'
import { layerIdTokens, layerSigningKeys } from '../../src/index.ts'
import { makeProvider, signSecret, unsigned } from '../support/foreign.ts'

const provider = makeProvider('k1')
const stranger = makeProvider('k1')

const rules: IdTokenRules = {
  keys: { keys: [provider.jwk] },
  issuers: ['https://idp.test'],
  issuerPrefixes: [],
  audiences: ['client-1'],
  nonce: 'n1',
  companions: []
}
const claims = { iss: 'https://idp.test', aud: 'client-1', sub: 's', nonce: 'n1', exp: 1300, nbf: 1000 }

const layerKeys = Layer.mergeAll(PolicyKeys.layerMemory({}), Layer.orDie(layerSigningKeys({})))
const layer = layerIdTokens().pipe(Layer.provide(layerKeys))

const validate = (token: string, own: Partial<IdTokenRules> = {}) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(1_100_000)
    return yield* IdTokens.use((idTokens) => idTokens.validate(Redacted.make(token), { ...rules, ...own }))
  })

const half = (text: string, hash = 'sha256') => {
  const digest = createHash(hash).update(text).digest()
  return digest.subarray(0, digest.length / 2).toString('base64url')
}

const refused = (detail: string): IdTokenVerdict => ({ _tag: 'TokenRefused', detail })

const unverified = (detail: string): IdTokenVerdict => ({ _tag: 'SignatureUnverified', detail })

describe('the verdict about an id token', () => {
  const of = (own: object, header?: object) => provider.sign({ ...claims, ...own }, header)
  const rows: ReadonlyArray<
    readonly [what: string, token: string, verdict: IdTokenVerdict, own?: Partial<IdTokenRules>]
  > = [
    ['in order', of({}), { _tag: 'TokenAccepted', claims }],
    ['that expired five minutes ago', of({ exp: 800 }), refused('the id token has expired')],
    ['that expired a little less ago', of({ exp: 801 }), { _tag: 'TokenAccepted', claims: { ...claims, exp: 801 } }],
    ['of the future', of({ nbf: 1401 }), refused('the id token is not valid yet')],
    ['without exp', of({ exp: undefined }), refused('the id token has no "exp", or not as a number')],
    ['for another audience', of({ aud: 'x' }), refused('the id token is not for the audience "client-1"')],
    [
      'of another issuer',
      of({ iss: 'https://x.test' }),
      refused('the id token has the issuer "https://x.test", expected "https://idp.test" or "https://b.test"'),
      { issuers: ['https://idp.test', 'https://b.test'] }
    ],
    ['of no issuer', of({ iss: undefined }), refused('the id token has no issuer, expected "https://idp.test"')],
    [
      'of no valid prefix',
      of({}),
      refused('the id token has the issuer "https://idp.test", expected one that begins with "https://sts.test/"'),
      { issuerPrefixes: ['https://sts.test/'] }
    ],
    [
      'of a host that only begins like the prefix',
      of({ iss: 'https://sts.test.evil.test/' }),
      refused(
        'the id token has the issuer "https://sts.test.evil.test/", expected one that begins with "https://sts.test"'
      ),
      { issuerPrefixes: ['https://sts.test'] }
    ],
    [
      'with another nonce',
      of({ nonce: 'n2' }),
      refused("the id token's nonce is not that of the authorization request")
    ],
    [
      'without a nonce',
      of({ nonce: undefined }),
      refused('the id token has no nonce, although the authorization request had one')
    ],
    ['that is none', 'abc', refused('the id token is no signed JSON Web Token')],
    ['signed by a stranger', stranger.sign(claims), unverified("the id token's signature is wrong")],
    [
      'of another key',
      of({}, { kid: 'k2' }),
      unverified('the provider publishes no key that the id token is signed with')
    ],
    [
      'without a signature',
      unsigned(claims),
      unverified('the provider publishes no key that the id token is signed with')
    ],
    [
      'by the public key as a secret',
      signSecret(JSON.stringify(provider.jwk), claims),
      unverified('the provider publishes no key that the id token is signed with')
    ]
  ]
  it.effect.each(rows)('%s', ([, token, verdict, own]) =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* validate(token, own), verdict)
    }).pipe(Effect.provide(layer))
  )

  const hashes: ReadonlyArray<readonly [own: object, required: boolean, accepted: boolean]> = [
    [{ c_hash: half('code') }, true, true],
    [{ c_hash: half('code') }, false, true],
    [{ c_hash: half('other') }, true, false],
    [{ c_hash: half('other') }, false, false],
    [{ c_hash: half('code', 'sha512') }, true, false],
    [{ c_hash: 1 }, false, false],
    [{}, true, false],
    [{}, false, true]
  ]
  it.effect.each(hashes)('with %j, required %s: accepted %s', ([own, required, accepted]) =>
    Effect.gen(function* () {
      const companions = [{ hash: 'c_hash', value: Redacted.make('code'), required } as const]
      const verdict = yield* validate(of(own), { companions })
      if (accepted) assert.strictEqual(verdict._tag, 'TokenAccepted')
      else assert.deepStrictEqual(verdict, refused('the id token\'s "c_hash" does not fit what came with it'))
    }).pipe(Effect.provide(layer))
  )
})

describe('a glance at a token', () => {
  const rows: ReadonlyArray<readonly [what: string, token: string, glance: object | undefined]> = [
    ['that fits', provider.sign(claims), { issuer: 'https://idp.test', issuerExpected: true, audienceExpected: true }],
    [
      'that a stranger signed: nothing is verified',
      stranger.sign(claims),
      { issuer: 'https://idp.test', issuerExpected: true, audienceExpected: true }
    ],
    [
      'of somebody else',
      provider.sign({ iss: 'https://x.test', aud: ['a', 'b'] }),
      { issuer: 'https://x.test', issuerExpected: false, audienceExpected: false }
    ],
    ['of nobody', provider.sign({}), { issuer: undefined, issuerExpected: false, audienceExpected: false }],
    ['that is none', 'abc', undefined],
    ['of three parts that is none', 'a.b.c', undefined],
    ['that is no object', `e30.${Buffer.from('[1]').toString('base64url')}.x`, undefined]
  ]
  it.effect.each(rows)('%s', ([, token, glance]) =>
    Effect.gen(function* () {
      const idTokens = yield* IdTokens
      assert.deepStrictEqual(idTokens.glance(Redacted.make(token), rules), glance)
    }).pipe(Effect.provide(layer))
  )
})
