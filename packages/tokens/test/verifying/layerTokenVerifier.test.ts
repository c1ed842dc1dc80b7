import {
  DiscoveryDocuments,
  PolicyKeys,
  secretKey,
  SigningKeys,
  TokenIssuer,
  type TokenVerdict,
  TokenVerifier
} from '@trustframe/core/ports'
import type { TokenRulesPlan } from '@trustframe/plan/plan'
import type { JsonObject } from '@trustframe/claims'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import * as TestClock from 'effect/testing/TestClock'
import { layerTokenVerifier } from '../../src/index.ts'
import { makeProvider, signSecret } from '../support/foreign.ts'
import { api, grant, issue, issuing, layerIssuer, origin, reference, signing } from '../support/issuing.ts'

const rules = (own: Partial<TokenRulesPlan>): TokenRulesPlan => ({
  _tag: 'TokenRules',
  id: 'IdTokenHint_ExtractClaims',
  origin,
  inputClaims: [],
  outputClaims: [],
  metadataUrl: undefined,
  key: undefined,
  issuers: ['https://app.test'],
  audiences: ['b2c'],
  ...own
})

const secret = 'VK62QTn0m1hMcn0DQ3RPYDAr6yIiSvYgdRwjZtU5QhI='
const claims = { iss: 'https://app.test', aud: 'b2c', exp: 2000, nbf: 1000, email: 'ada@contoso.com' }

const verify = (of: TokenRulesPlan, token: string) =>
  TokenVerifier.use((verifier) => verifier.verify(of, Redacted.make(token)))

const layerKeys = PolicyKeys.layerMemory({ B2C_1A_IdTokenHintKey: secretKey(secret) })
const noDocuments = DiscoveryDocuments.layerMemory({})

describe('an id_token_hint by a shared secret', () => {
  const layer = layerTokenVerifier().pipe(Layer.provide([layerKeys, noDocuments, layerIssuer()]))
  const of = rules({ key: reference('client_secret', 'B2C_1A_IdTokenHintKey') })
  const rows: ReadonlyArray<readonly [what: string, token: string, verdict: TokenVerdict]> = [
    ['in order', signSecret(secret, claims), { _tag: 'TokenAccepted', claims }],
    ['that has expired', signSecret(secret, { ...claims, exp: 1500 }), { _tag: 'TokenExpired' }],
    ['of the future', signSecret(secret, { ...claims, nbf: 1501 }), { _tag: 'TokenNotYetValid' }],
    ['for another audience', signSecret(secret, { ...claims, aud: 'x' }), { _tag: 'AudienceWrong', expected: ['b2c'] }],
    [
      'of another issuer',
      signSecret(secret, { ...claims, iss: 'x' }),
      { _tag: 'IssuerWrong', expected: ['https://app.test'] }
    ],
    ['signed with another secret', signSecret('other', claims), { _tag: 'SignatureWrong' }],
    ['signed with HS512', signSecret(secret, claims, { alg: 'HS512' }), { _tag: 'SignatureWrong' }],
    [
      'without exp',
      signSecret(secret, { ...claims, exp: undefined }),
      { _tag: 'TokenUnverifiable', detail: 'the token has no "exp", or not as a number' }
    ],
    ['that is none', 'x.y', { _tag: 'TokenUnverifiable', detail: 'the token is no JSON Web Token' }],
    ['that is empty', '', { _tag: 'TokenUnverifiable', detail: 'there is no token' }]
  ]
  it.effect.each(rows)('%s', ([, token, verdict]) =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_500_000)
      assert.deepStrictEqual(yield* verify(of, token), verdict)
    }).pipe(Effect.provide(layer))
  )

  const misconfigured: ReadonlyArray<readonly [of: Partial<TokenRulesPlan>, detail: string]> = [
    [{}, 'TechnicalProfile "IdTokenHint_ExtractClaims" has neither METADATA nor a key to verify tokens by'],
    [{ key: reference('client_secret', 'B2C_1A_None') }, 'no policy key "B2C_1A_None" is configured'],
    [
      { metadataUrl: 'https://idp.test/meta' },
      'the document at https://idp.test/meta cannot be read: there is no such document'
    ]
  ]
  it.effect.each(misconfigured)('is unverifiable with %j', ([own, detail]) =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* verify(rules(own), signSecret(secret, claims)), {
        _tag: 'TokenUnverifiable',
        detail
      })
    }).pipe(Effect.provide(layer))
  )
})

/** Rules that leave everything to the discovery document. */
const byDocument = (own: Partial<TokenRulesPlan> = {}) =>
  rules({ metadataUrl: 'https://app.test/meta', issuers: [], audiences: [], ...own })

/** A verifier that reads these documents, at a time when the claims above are valid. */
const within =
  (layerDocuments: Layer.Layer<DiscoveryDocuments>) =>
  <A, E>(effect: Effect.Effect<A, E, TokenVerifier>) =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_500_000)
      return yield* effect
    }).pipe(Effect.provide(layerTokenVerifier().pipe(Layer.provide([layerKeys, layerDocuments, layerIssuer()]))))

describe('an id_token_hint by a discovery document', () => {
  const before = makeProvider('k1')
  const after = makeProvider('k2')
  const documents: Record<string, JsonObject> = {
    'https://app.test/meta': { issuer: 'https://app.test', jwks_uri: 'https://app.test/keys' },
    'https://app.test/keys': { keys: [before.jwk] },
    'https://bad.test/meta': { issuer: 'https://app.test' }
  }

  it.effect('has the issuer of the document, unless the policy names another', () =>
    Effect.gen(function* () {
      const token = before.sign(claims)
      assert.strictEqual((yield* verify(byDocument(), token))._tag, 'TokenAccepted')
      assert.deepStrictEqual(yield* verify(byDocument({ issuers: ['https://own.test'] }), token), {
        _tag: 'IssuerWrong',
        expected: ['https://own.test']
      })
      assert.deepStrictEqual(yield* verify(byDocument(), before.sign({ ...claims, iss: 'x' })), {
        _tag: 'IssuerWrong',
        expected: ['https://app.test']
      })
    }).pipe(within(DiscoveryDocuments.layerMemory(documents)))
  )

  it.effect('is verified by keys that are read anew when its key is not among those that are known', () => {
    const reads: Array<string> = []
    const layer = Layer.succeed(DiscoveryDocuments, {
      read: (url, { fresh = false } = {}) =>
        Effect.sync(() => {
          reads.push(`${url}${fresh ? ' fresh' : ''}`)
          return fresh && url.endsWith('keys') ? { keys: [before.jwk, after.jwk] } : (documents[url] ?? {})
        })
    })
    return Effect.gen(function* () {
      assert.strictEqual((yield* verify(byDocument(), after.sign(claims)))._tag, 'TokenAccepted')
      assert.deepStrictEqual(reads, [
        'https://app.test/meta',
        'https://app.test/keys',
        'https://app.test/meta fresh',
        'https://app.test/keys fresh'
      ])
      assert.strictEqual((yield* verify(byDocument(), makeProvider('k3').sign(claims)))._tag, 'SignatureWrong')
    }).pipe(within(layer))
  })

  it.effect('is unverifiable by a document that names no keys', () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* verify(byDocument({ metadataUrl: 'https://bad.test/meta' }), before.sign(claims)), {
        _tag: 'TokenUnverifiable',
        detail: 'the document at https://bad.test/meta has no "jwks_uri"'
      })
    }).pipe(within(DiscoveryDocuments.layerMemory(documents)))
  )
})

describe("a bearer token by the tenant's own keys", () => {
  const layer = layerTokenVerifier().pipe(Layer.provideMerge(Layer.mergeAll(layerKeys, noDocuments, layerIssuer())))
  const of = rules({
    key: reference('issuer_secret', signing),
    issuers: ['https://login.test/775527ff-9a37-4307-8b3d-cc311f58d925/v2.0/'],
    audiences: ['a91']
  })

  it.effect('is accepted as it was issued', () =>
    Effect.gen(function* () {
      const { accessToken } = yield* issue({ accessToken: api })
      const verdict = yield* verify(of, accessToken?.token ?? '')
      assert.strictEqual(verdict._tag === 'TokenAccepted' ? verdict.claims['sub'] : verdict._tag, grant.subject)
      yield* TestClock.adjust('1 hour')
      assert.strictEqual((yield* verify(of, accessToken?.token ?? ''))._tag, 'TokenExpired')
    }).pipe(Effect.provide(layer))
  )

  it.effect('is not accepted when the public key was taken for a secret', () =>
    Effect.gen(function* () {
      const { keys } = yield* TokenIssuer.use((issuer) => issuer.publicKeys(issuing()))
      assert.isTrue(Array.isArray(keys))
      assert.strictEqual((yield* verify(of, signSecret(JSON.stringify(keys), claims)))._tag, 'SignatureWrong')
      assert.isDefined(yield* SigningKeys)
    }).pipe(Effect.provide(layer))
  )
})
