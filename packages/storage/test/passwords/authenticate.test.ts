import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import * as TestClock from 'effect/testing/TestClock'
import { layerDirectory, outcome, perform, signIn } from '../support/layers.ts'

const ada = {
  displayName: 'Ada',
  objectId: 'ada',
  userPrincipalName: 'ada@contoso.onmicrosoft.com',
  signInNames: { emailAddress: 'ada@contoso.com', userName: 'lovelace' },
  password: 'Right1!!',
  attributes: { givenName: 'A', passwordPolicies: 'DisablePasswordExpiration' }
}

const setPassword = (password: string) =>
  perform({
    _tag: 'Write',
    key: { attribute: 'objectId', value: 'ada' },
    attributes: {},
    password: Redacted.make(password),
    mayCreate: false,
    mayUpdate: true
  })

describe('a local sign-in', () => {
  const rows: ReadonlyArray<readonly [username: string, password: string, outcome: string]> = [
    ['ada@contoso.com', 'Right1!!', 'PasswordRight'],
    ['ADA@CONTOSO.COM', 'Right1!!', 'PasswordRight'],
    ['Lovelace', 'Right1!!', 'PasswordRight'],
    ['ada@contoso.onmicrosoft.com', 'Right1!!', 'PasswordRight'],
    ['ada@contoso.com', 'right1!!', 'PasswordWrong'],
    ['ada@contoso.com', 'Right1!! ', 'PasswordWrong'],
    ['ada@contoso.com', '', 'PasswordWrong'],
    ['eve@contoso.com', 'Right1!!', 'AccountNotFound'],
    ['', 'Right1!!', 'AccountNotFound'],
    ['social', 'Right1!!', 'PasswordWrong'],
    ['disabled', 'Right1!!', 'AccountDisabled'],
    ['disabled', 'wrong', 'PasswordWrong'],
    ['fresh', 'Right1!!', 'PasswordExpired'],
    ['fresh', 'wrong', 'PasswordWrong']
  ]
  const users = [
    ada,
    { displayName: 'Social', signInNames: { userName: 'social' }, identities: [{ issuer: 'facebook.com', id: '1' }] },
    { displayName: 'Off', signInNames: { userName: 'disabled' }, password: 'Right1!!', accountEnabled: false },
    {
      displayName: 'Fresh',
      signInNames: { userName: 'fresh' },
      password: 'Right1!!',
      forceChangePasswordNextSignIn: true
    }
  ]
  it.effect.each(rows)('as "%s" with "%s": %s', ([username, password, expected]) =>
    Effect.gen(function* () {
      assert.strictEqual(yield* outcome(username, password), expected)
    }).pipe(Effect.provide(layerDirectory({ users })))
  )

  it.effect('answers with the attributes of the account', () =>
    Effect.gen(function* () {
      const answer = yield* signIn('lovelace', 'Right1!!')
      assert.deepStrictEqual(answer, {
        _tag: 'PasswordRight',
        attributes: {
          givenName: 'A',
          passwordPolicies: 'DisablePasswordExpiration',
          displayName: 'Ada',
          'signInNames.emailAddress': 'ada@contoso.com',
          'signInNames.userName': 'lovelace',
          objectId: 'ada',
          userPrincipalName: 'ada@contoso.onmicrosoft.com',
          accountEnabled: true,
          createdDateTime: '1970-01-01T00:00:00.0000000Z',
          creationType: 'LocalAccount',
          userType: 'Member',
          refreshTokensValidFromDateTime: '1970-01-01T00:00:00.0000000Z'
        }
      })
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('knows the password before this one, and no older one', () =>
    Effect.gen(function* () {
      yield* setPassword('Second2!')
      yield* setPassword('Third3!!')
      assert.strictEqual(yield* outcome('lovelace', 'Third3!!'), 'PasswordRight')
      assert.strictEqual(yield* outcome('lovelace', 'Second2!'), 'PasswordOld')
      assert.strictEqual(yield* outcome('lovelace', 'Right1!!'), 'PasswordWrong')
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('finds a password expired after ninety days, unless passwordPolicies excuses it', () => {
    const mortal = { displayName: 'M', signInNames: { userName: 'mortal' }, password: 'Right1!!' }
    return Effect.gen(function* () {
      yield* TestClock.adjust('89 days')
      assert.strictEqual(yield* outcome('mortal', 'Right1!!'), 'PasswordRight')
      yield* TestClock.adjust('1 day')
      assert.strictEqual(yield* outcome('mortal', 'Right1!!'), 'PasswordExpired')
      assert.strictEqual(yield* outcome('lovelace', 'Right1!!'), 'PasswordRight')
    }).pipe(Effect.provide(layerDirectory({ users: [mortal, ada] })))
  })

  it.effect('finds no password expired where the directory says so', () => {
    const mortal = { displayName: 'M', signInNames: { userName: 'mortal' }, password: 'Right1!!' }
    return Effect.gen(function* () {
      yield* TestClock.adjust('1000 days')
      assert.strictEqual(yield* outcome('mortal', 'Right1!!'), 'PasswordRight')
    }).pipe(Effect.provide(layerDirectory({ users: [mortal], passwordLifetimeDays: 0 })))
  })
})

/** Different wrong passwords, one after another. */
const guess = (from: number, count: number) =>
  Effect.forEach(
    Array.from({ length: count }, (_, at) => `wrong ${from + at}`),
    (password) => outcome('lovelace', password)
  )

describe('smart lockout', () => {
  it.effect('locks after ten wrong passwords for a minute, the right one included', () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(new Set(yield* guess(0, 10)), new Set(['PasswordWrong']))
      assert.strictEqual(yield* outcome('lovelace', 'Right1!!'), 'AccountLocked')
      yield* TestClock.adjust('59 seconds')
      assert.strictEqual(yield* outcome('lovelace', 'Right1!!'), 'AccountLocked')
      yield* TestClock.adjust('1 second')
      assert.strictEqual(yield* outcome('lovelace', 'Right1!!'), 'PasswordRight')
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('locks again at the first wrong password after a lockout', () =>
    Effect.gen(function* () {
      yield* guess(0, 10)
      yield* TestClock.adjust('60 seconds')
      assert.deepStrictEqual(yield* guess(10, 2), ['PasswordWrong', 'AccountLocked'])
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('begins anew after the right password', () =>
    Effect.gen(function* () {
      yield* guess(0, 9)
      yield* outcome('lovelace', 'Right1!!')
      assert.deepStrictEqual(new Set(yield* guess(10, 9)), new Set(['PasswordWrong']))
      assert.strictEqual(yield* outcome('lovelace', 'Right1!!'), 'PasswordRight')
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('does not count the same wrong password again', () =>
    Effect.gen(function* () {
      yield* Effect.replicateEffect(outcome('lovelace', 'Caps lock'), 30)
      assert.strictEqual(yield* outcome('lovelace', 'Right1!!'), 'PasswordRight')
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('ends with a new password', () =>
    Effect.gen(function* () {
      yield* guess(0, 10)
      yield* setPassword('Second2!')
      assert.strictEqual(yield* outcome('lovelace', 'Second2!'), 'PasswordRight')
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('answers no more than ten of many guesses at once', () =>
    Effect.gen(function* () {
      const passwords = [...Array.from({ length: 40 }, (_, at) => `wrong ${at}`), 'Right1!!']
      const outcomes = yield* Effect.forEach(passwords, (password) => outcome('lovelace', password), {
        concurrency: 'unbounded'
      })
      assert.strictEqual(outcomes.filter((one) => one === 'PasswordWrong').length, 10)
      assert.strictEqual(outcomes.filter((one) => one === 'AccountLocked').length, 31)
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('keeps to the rules of the directory', () =>
    Effect.gen(function* () {
      yield* guess(0, 2)
      assert.strictEqual(yield* outcome('lovelace', 'Right1!!'), 'AccountLocked')
      yield* TestClock.adjust('5 seconds')
      assert.strictEqual(yield* outcome('lovelace', 'Right1!!'), 'PasswordRight')
    }).pipe(Effect.provide(layerDirectory({ users: [ada], lockout: { threshold: 2, durationMillis: 5000 } })))
  )
})
