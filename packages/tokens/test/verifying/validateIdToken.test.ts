import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Schema from 'effect/Schema'
import { type TimedIdTokenRules, validateIdToken } from '../../src/index.ts'
import { makeProvider, signSecret, unsigned } from '../support/foreign.ts'

const provider = makeProvider('k1')
const stranger = makeProvider('k1')

const rules: TimedIdTokenRules = {
  keys: { keys: [provider.jwk] },
  issuers: ['https://idp.test'],
  issuerPrefixes: [],
  audiences: ['client-1'],
  nonce: 'n1',
  companions: [],
  nowSeconds: 1000,
  toleranceSeconds: 0
}
const claims = { iss: 'https://idp.test', aud: 'client-1', sub: 's', nonce: 'n1', exp: 1001, nbf: 1000 }

describe('an id token of an identity provider', () => {
  const of = (own: object) => provider.sign({ ...claims, ...own })
  const rows: ReadonlyArray<
    readonly [what: string, token: string, verdict: string, rules?: Partial<TimedIdTokenRules>]
  > = [
    ['in order', of({}), 'TokenAccepted'],
    ['that expires now', of({ exp: 1000 }), 'TokenExpired'],
    ['that expired within the tolerance', of({ exp: 990 }), 'TokenAccepted', { toleranceSeconds: 11 }],
    ['that expired beyond the tolerance', of({ exp: 990 }), 'TokenExpired', { toleranceSeconds: 10 }],
    ['of the future', of({ nbf: 1001 }), 'TokenNotYetValid'],
    ['of the near future, with a tolerance', of({ nbf: 1001 }), 'TokenAccepted', { toleranceSeconds: 1 }],
    ['without exp', of({ exp: undefined }), 'ClaimMissing'],
    ['with exp as text', of({ exp: '2000' }), 'ClaimMissing'],
    ['for somebody else', of({ aud: 'client-2' }), 'AudienceWrong'],
    ['for nobody', of({ aud: undefined }), 'AudienceWrong'],
    ['for several', of({ aud: ['x', 'client-1'] }), 'TokenAccepted'],
    ['of another issuer', of({ iss: 'https://idp.test/' }), 'IssuerWrong'],
    ['of no issuer', of({ iss: undefined }), 'IssuerWrong'],
    [
      'of an issuer with a placeholder',
      of({ iss: 'https://sts/t1/v2.0', tid: 't1' }),
      'TokenAccepted',
      { issuers: ['https://sts/{tenantid}/v2.0'] }
    ],
    [
      'of another tenant than it says',
      of({ iss: 'https://sts/t2/v2.0', tid: 't1' }),
      'IssuerWrong',
      { issuers: ['https://sts/{tenantid}/v2.0'] }
    ],
    [
      'with one of ValidTokenIssuerPrefixes',
      of({ iss: 'https://sts/t9' }),
      'TokenAccepted',
      { issuerPrefixes: ['https://x/', 'https://sts/'] }
    ],
    ['with none of ValidTokenIssuerPrefixes', of({}), 'IssuerWrong', { issuerPrefixes: ['https://sts/'] }],
    ['with another nonce', of({ nonce: 'n2' }), 'NonceWrong'],
    ['without the nonce', of({ nonce: undefined }), 'NonceMissing'],
    ['without a nonce that nobody asked for', of({ nonce: undefined }), 'TokenAccepted', { nonce: undefined }],
    ["signed by somebody else under the provider's kid", stranger.sign(claims), 'SignatureWrong'],
    ['of an unknown kid', provider.sign(claims, { kid: 'k2' }), 'KeyUnknown'],
    ['without a kid', provider.sign(claims, { kid: undefined }), 'TokenAccepted'],
    ['without a signature', unsigned(claims), 'KeyUnknown'],
    ['that passes the public key for a secret', signSecret(JSON.stringify(provider.jwk), claims), 'KeyUnknown'],
    ['that is none', 'abc', 'TokenMalformed'],
    ['that is empty', '', 'TokenMalformed'],
    ['of a key for encryption', of({}), 'KeyUnknown', { keys: { keys: [{ ...provider.jwk, use: 'enc' }] } }],
    ['without keys', of({}), 'KeyUnknown', { keys: {} }]
  ]
  it.effect.each(rows)('%s: %s', ([, token, verdict, own = {}]) =>
    Effect.gen(function* () {
      const found = yield* validateIdToken(token, { ...rules, ...own })
      assert.strictEqual(found._tag, verdict)
      if (found._tag === 'TokenAccepted') assert.strictEqual(found.claims['sub'], 's')
    })
  )

  it.effect.prop(
    'is refused after any change of its claims',
    [Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 10_000 }))],
    ([at]) =>
      Effect.gen(function* () {
        const [header, payload = '', signature] = provider.sign(claims).split('.')
        const place = at % payload.length
        const other = payload.charAt(place) === 'A' ? 'B' : 'A'
        const changed = `${header}.${payload.slice(0, place)}${other}${payload.slice(place + 1)}.${signature}`
        assert.strictEqual((yield* validateIdToken(changed, rules))._tag, 'SignatureWrong')
      })
  )

  it.effect('says what was expected', () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* validateIdToken(of({ aud: 'x' }), rules), {
        _tag: 'AudienceWrong',
        expected: ['client-1']
      })
      assert.deepStrictEqual(yield* validateIdToken(of({ iss: 'x' }), rules), {
        _tag: 'IssuerWrong',
        expected: ['https://idp.test']
      })
      assert.deepStrictEqual(yield* validateIdToken(of({ iss: 'x' }), { ...rules, issuerPrefixes: ['https://a/'] }), {
        _tag: 'IssuerWrong',
        expected: ['https://a/']
      })
    })
  )
})
