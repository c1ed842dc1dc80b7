import { Entropy, type Grant, type Issuing, seededEntropy, TokenIssuer } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import * as Schema from 'effect/Schema'
import * as TestClock from 'effect/testing/TestClock'
import { KeyMaterial, type KeySpec } from '../../src/index.ts'
import { refreshTokenLife } from '../../src/issuing/refreshTokenLife.ts'
import { readGrant, writeGrant } from '../../src/issuing/grantJson.ts'
import { grant, headerOf, issue, issuing, jwtPlan, layerIssuer, quickKeys, sealing } from '../support/issuing.ts'

const now = grant.grantedAt
const seconds = (at: number) => TestClock.setTime(at * 1000)

const sealCode = (of: Grant = grant, by: Issuing = issuing()) => TokenIssuer.use((issuer) => issuer.sealCode(by, of))
const openCode = (code: string) => TokenIssuer.use((issuer) => issuer.openCode(issuing(), code))
const openRefreshToken = (token: string) => TokenIssuer.use((issuer) => issuer.openRefreshToken(issuing(), token))

const refreshToken = (...[of = {}, by, from]: Partial<Parameters<typeof issue>>) =>
  Effect.map(issue({ idToken: false, refreshToken: true, ...of }, by, from), (tokens) => tokens.refreshToken)

/** A symmetric key that is called like its secret. */
const spec = (secret: string, more: Partial<KeySpec> = {}): KeySpec => ({
  material: KeyMaterial.Secret({ secret: Redacted.make(secret) }),
  kid: secret,
  ...more
})

/** An issuer whose sealing container has these keys. */
const within =
  (...specs: ReadonlyArray<KeySpec>) =>
  <A, E>(effect: Effect.Effect<A, E, TokenIssuer>) =>
    Effect.provide(effect, layerIssuer({ [sealing]: specs }))

describe('an authorization code', () => {
  it.effect('is a grant that opens for ten minutes', () =>
    Effect.gen(function* () {
      yield* seconds(now)
      const code = yield* sealCode()
      assert.deepStrictEqual(yield* openCode(code), { _tag: 'GrantOpened', grant })
      yield* seconds(now + 599)
      assert.strictEqual((yield* openCode(code))._tag, 'GrantOpened')
      yield* seconds(now + 600)
      assert.deepStrictEqual(yield* openCode(code), {
        _tag: 'GrantExpired',
        now: now + 600,
        issuedAt: now,
        windowEnds: now + 600
      })
    }).pipe(Effect.provide(layerIssuer()))
  )

  it.effect('looks like those of B2C: five parts, the second of them empty', () =>
    Effect.gen(function* () {
      const code = yield* sealCode()
      assert.match(code, /^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/)
      assert.deepStrictEqual(headerOf(code), { alg: 'dir', enc: 'A256GCM', kid: `${sealing}-1` })
      assert.notInclude(Buffer.from(code, 'base64url').toString('latin1'), grant.clientId)
    }).pipe(Effect.provide(layerIssuer()))
  )

  it.effect('is another one every time', () =>
    Effect.gen(function* () {
      assert.notStrictEqual(yield* sealCode(), yield* sealCode())
    }).pipe(Effect.provide(layerIssuer()), Effect.provideService(Entropy, seededEntropy('codes')))
  )

  it.effect('does not pass for a refresh token, nor the other way round', () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* openRefreshToken(yield* sealCode()), { _tag: 'GrantUnreadable' })
      assert.deepStrictEqual(yield* openCode((yield* refreshToken())?.token ?? ''), { _tag: 'GrantUnreadable' })
    }).pipe(Effect.provide(layerIssuer()))
  )

  it.effect('does not open when any part of it was changed', () =>
    Effect.gen(function* () {
      const parts = (yield* sealCode()).split('.')
      for (const at of [0, 2, 3, 4]) {
        const text = parts[at] ?? ''
        const changed = parts.with(at, `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`).join('.')
        assert.deepStrictEqual(yield* openCode(changed), { _tag: 'GrantUnreadable' }, `part ${at}`)
      }
      for (const nothing of ['', 'x', '....', 'a.b.c.d.e']) {
        assert.deepStrictEqual(yield* openCode(nothing), { _tag: 'GrantUnreadable' })
      }
    }).pipe(Effect.provide(layerIssuer()))
  )

  const materials: ReadonlyArray<readonly [what: string, material: KeyMaterial]> = [
    ['an RSA key', KeyMaterial.GeneratedRsa()],
    ['a key on a curve', KeyMaterial.GeneratedEc()],
    ['a secret', KeyMaterial.Secret({ secret: Redacted.make('s3cret') })]
  ]
  it.effect.each(materials)('is sealed with %s', ([, material]) =>
    Effect.gen(function* () {
      assert.strictEqual((yield* openCode(yield* sealCode()))._tag, 'GrantOpened')
    }).pipe(Effect.provide(layerIssuer({ ...quickKeys, [sealing]: [{ material }] })))
  )

  it.effect('opens after its key was replaced, as long as the key is in its container', () =>
    Effect.gen(function* () {
      const code = yield* sealCode().pipe(within(spec('old')))
      assert.strictEqual((yield* openCode(code).pipe(within(spec('old'), spec('new'))))._tag, 'GrantOpened')
      assert.strictEqual(
        (yield* openCode(code).pipe(within(spec('old', { expires: 0 }), spec('new'))))._tag,
        'GrantOpened'
      )
      assert.strictEqual((yield* openCode(code).pipe(within(spec('new'))))._tag, 'GrantUnreadable')
    })
  )

  it.effect('cannot be sealed without its key', () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(sealCode(grant, issuing({ encryptionKey: undefined })))
      assert.strictEqual(
        error.message,
        'TechnicalProfile "JwtIssuer" cannot issue a token with key "issuer_refresh_token_key": the profile names no container for this key'
      )
    }).pipe(Effect.provide(layerIssuer()))
  )
})

describe('a refresh token', () => {
  it.effect('is a grant that opens for as long as the issuer says', () =>
    Effect.gen(function* () {
      yield* seconds(now)
      const issued = yield* refreshToken({}, issuing({ refreshTokenLifetime: 86_400 }))
      assert.strictEqual(issued?.expiresIn, 86_400)
      assert.deepStrictEqual(yield* openRefreshToken(issued?.token ?? ''), { _tag: 'GrantOpened', grant })
      yield* seconds(now + 86_400)
      assert.deepStrictEqual(yield* openRefreshToken(issued?.token ?? ''), {
        _tag: 'GrantExpired',
        now: now + 86_400,
        issuedAt: now,
        windowEnds: now + 86_400
      })
    }).pipe(Effect.provide(layerIssuer()))
  )

  const day = 86_400
  const lives: ReadonlyArray<
    readonly [what: string, window: number | undefined, after: number, spa: boolean, life: number]
  > = [
    ['lives 14 days', 90 * day, 0, false, 14 * day],
    ['lives 14 days however often it is renewed', 90 * day, 70 * day, false, 14 * day],
    ['does not outlive the sliding window', 90 * day, 80 * day, false, 10 * day],
    ['is over with the window', 90 * day, 90 * day, false, 0],
    ['is never over without a window', undefined, 4000 * day, false, 14 * day],
    ['lives a day for a single-page application', 90 * day, 0, true, day],
    ['ends a day after the grant for a single-page application', 90 * day, 20 * 3600, true, 4 * 3600],
    ['of a single-page application has a window always', undefined, 2 * day, true, 0]
  ]
  it.each(lives)('%s', (_, refreshTokenWindow, after, spa, life) => {
    assert.strictEqual(refreshTokenLife({ ...jwtPlan, refreshTokenWindow }, grant, now + after, spa), life)
  })

  it.effect('is not issued when its window has passed', () =>
    Effect.gen(function* () {
      yield* seconds(now + 90 * day)
      assert.strictEqual(yield* refreshToken(), undefined)
    }).pipe(Effect.provide(layerIssuer()))
  )
})

describe('a grant as text', () => {
  const Text = Schema.String
  const times = { issuedAt: 1, expiresAt: 2, kind: 'code' } as const
  it.prop(
    'reads as it was written',
    [
      Text,
      Schema.UndefinedOr(Text),
      Schema.Array(Text),
      Schema.Record(Text, Schema.Union([Text, Schema.Boolean, Schema.Null]))
    ],
    ([policyId, nonce, scopes, claims]) => {
      const whole = { ...grant, policyId, nonce, scopes, claims }
      assert.deepStrictEqual(readGrant(writeGrant({ ...times, grant: whole })), { ...times, grant: whole })
    }
  )

  const others = ['', '{}', '[]', '{"version":1,"grant":{"claims":{}}}', '{"version":2,"kind":"code"}']
  it.each(others)('is not read from %s', (text) => {
    assert.strictEqual(readGrant(text), undefined)
  })
})
