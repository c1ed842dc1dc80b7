import { TotpDevices } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import * as TestClock from 'effect/testing/TestClock'
import { type EnrolledDevice, layerTotpDevicesMemory } from '../../src/index.ts'
import { bytesOfBase32 } from '../../src/authenticatorApps/base32.ts'
import { totpCode, totpStep } from '../../src/authenticatorApps/totp.ts'

describe('the code of an authenticator app', () => {
  const secret = new TextEncoder().encode('12345678901234567890')

  /** RFC 6238 appendix B, the last six of its eight digits. */
  const vectors: ReadonlyArray<readonly [seconds: number, code: string]> = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130']
  ]
  it.each(vectors)('at %d seconds is %s', (seconds, code) => {
    assert.strictEqual(totpCode(secret, totpStep(seconds * 1000)), code)
  })

  /** RFC 4648 section 10, and what people type. */
  const texts: ReadonlyArray<readonly [text: string, bytes: string | undefined]> = [
    ['MY======', 'f'],
    ['MZXQ====', 'fo'],
    ['MZXW6YTBOI======', 'foobar'],
    ['mzxw 6ytb-oi', 'foobar'],
    ['MZXW1', undefined],
    ['', undefined]
  ]
  it.each(texts)('has a secret in base32: "%s" is %j', (text, bytes) => {
    const decoded = bytesOfBase32(text)
    assert.strictEqual(decoded === undefined ? undefined : new TextDecoder().decode(decoded), bytes)
  })
})

const secretKey = Redacted.make('hmlcmd4ph6fph64c')
const codeAt = (seconds: number) =>
  totpCode(bytesOfBase32(Redacted.value(secretKey)) ?? new Uint8Array(), totpStep(seconds * 1000))

const user = { objectId: 'Ada', userPrincipalName: 'ada@contoso.com' }
const begin = (transaction: string, enrolling = false) =>
  TotpDevices.use((devices) =>
    devices.begin({ transaction, ...user, secretKey: enrolling ? secretKey : undefined })
  ).pipe(Effect.map(({ _tag }) => _tag))
const verify = (transaction: string, code: string) =>
  TotpDevices.use((devices) => devices.verify(transaction, Redacted.make(code))).pipe(Effect.map(({ _tag }) => _tag))
const count = (of: string) => TotpDevices.use((devices) => devices.count(of))

const withDevices =
  (...enrolled: ReadonlyArray<EnrolledDevice>) =>
  <A, E>(effect: Effect.Effect<A, E, TotpDevices>) =>
    Effect.provide(effect, layerTotpDevicesMemory(enrolled))

describe('authenticator apps', () => {
  it.effect('are enrolled by their first right code', () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_000_000)
      assert.strictEqual(yield* begin('t1'), 'NoDevice')
      assert.strictEqual(yield* begin('t1', true), 'TotpBegun')
      assert.strictEqual(yield* verify('t1', '000000'), 'CodeWrong')
      assert.strictEqual(yield* count('ada'), 0)
      assert.strictEqual(yield* verify('t1', ` ${codeAt(1000)} `), 'CodeRight')
      assert.deepStrictEqual([yield* count('ada'), yield* count('ADA@contoso.com'), yield* count('eve')], [1, 1, 0])
      assert.strictEqual(yield* begin('t2'), 'TotpBegun')
    }).pipe(withDevices())
  )

  const drift: ReadonlyArray<readonly [seconds: number, outcome: string]> = [
    [-60, 'CodeWrong'],
    [-30, 'CodeRight'],
    [0, 'CodeRight'],
    [30, 'CodeRight'],
    [60, 'CodeWrong']
  ]
  it.effect.each(drift)('may have a clock that is off by %d seconds: %s', ([seconds, outcome]) =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_000_000)
      yield* begin('t1')
      assert.strictEqual(yield* verify('t1', codeAt(1000 + seconds)), outcome)
    }).pipe(withDevices({ user: 'Ada', secretKey }))
  )

  it.effect('have a code accepted once, and none before it afterwards', () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_000_000)
      yield* begin('t1')
      assert.strictEqual(yield* verify('t1', codeAt(1000)), 'CodeRight')
      assert.strictEqual(yield* verify('t1', codeAt(1000)), 'NotBegun')
      yield* begin('t2')
      assert.strictEqual(yield* verify('t2', codeAt(1000)), 'CodeWrong')
      assert.strictEqual(yield* verify('t2', codeAt(970)), 'CodeWrong')
      assert.strictEqual(yield* verify('t2', codeAt(1030)), 'CodeRight')
    }).pipe(withDevices({ user: 'ada@contoso.com', secretKey }))
  )

  it.effect('lock their user for a minute after five wrong codes, in whatever journey', () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_000_000)
      const outcomes: Array<string> = []
      for (const journey of ['t1', 't2', 't3', 't4', 't5', 't6']) {
        yield* begin(journey)
        outcomes.push(yield* verify(journey, journey === 't6' ? codeAt(1000) : '000000'))
      }
      assert.deepStrictEqual(outcomes, [
        'CodeWrong',
        'CodeWrong',
        'CodeWrong',
        'CodeWrong',
        'TooManyTries',
        'TooManyTries'
      ])
      yield* TestClock.adjust('1 minute')
      assert.strictEqual(yield* verify('t6', codeAt(1060)), 'CodeRight')
    }).pipe(withDevices({ user: 'Ada', secretKey }))
  )

  it.effect('are not verified in a journey that did not begin it', () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* verify('t1', '000000'), 'NotBegun')
    }).pipe(withDevices({ user: 'Ada', secretKey }))
  )
})
