/** The starter packs, unedited, with local accounts: sign-up, sign-in, profile edit, password reset, refresh. */
import { assert, describe, it } from '@effect/vitest'
import { Directory } from '@trustframe/core/ports'
import type { SeedUser } from '@trustframe/storage'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import { TestClock } from 'effect/testing'
import { account, ada, hasCorpus, layerTenant, planOf, Visitor } from '../support/Tenant.ts'

const packs = [
  'starterpack/LocalAccounts',
  'starterpack/SocialAndLocalAccounts',
  'starterpack/Display Controls Starterpack/LocalAccounts',
  'starterpack/Display Controls Starterpack/SocialAndLocalAccounts'
]

const withUsers = (...users: ReadonlyArray<SeedUser>) => Effect.provide(layerTenant(users))

const grace = {
  newPassword: 'Passw0rd!',
  reenterPassword: 'Passw0rd!',
  displayName: 'Grace Hopper',
  givenName: 'Grace',
  surname: 'Hopper',
  surName: 'Hopper'
}

const signInNow = { signInName: 'ada@contoso.com', password: ada.password }

describe.skipIf(!hasCorpus).each(packs)('%s', (pack) => {
  const signUpOrSignIn = () => Visitor.open(planOf(`${pack}/SignUpOrSignin.xml`))

  it.effect('signs up with a verified e-mail address', () =>
    Effect.gen(function* () {
      const visitor = yield* signUpOrSignIn()
      assert.strictEqual(visitor.where, 'page api.signuporsignin')
      yield* visitor.chooses('SignUpWithLogonEmailExchange')
      assert.strictEqual(visitor.where, 'page api.localaccountsignup')
      yield* visitor.verifies('grace@contoso.com')
      yield* visitor.submits({ email: 'grace@contoso.com', ...grace })
      assert.strictEqual(visitor.where, 'token')
      const made = yield* account('signInNames.emailAddress', 'grace@contoso.com')
      assert.deepInclude(made, { displayName: 'Grace Hopper', givenName: 'Grace', surname: 'Hopper' })
      assert.deepInclude(visitor.token, { sub: made?.['objectId'], name: 'Grace Hopper', email: 'grace@contoso.com' })
      const directory = yield* Directory
      const check = { username: 'grace@contoso.com', password: Redacted.make('Passw0rd!') }
      assert.strictEqual((yield* directory.authenticate(check))._tag, 'PasswordRight')
    }).pipe(withUsers(ada))
  )

  it.effect('refuses an address that was not verified, and a password that is not repeated', () =>
    Effect.gen(function* () {
      const visitor = yield* signUpOrSignIn()
      yield* visitor.chooses('SignUpWithLogonEmailExchange')
      yield* visitor.submits({ email: 'grace@contoso.com', ...grace })
      assert.match(
        visitor.reads ?? '',
        /^(?:Claim not verified: email|The claims for verification control have not been verified\.)$/
      )
      yield* visitor.verifies('grace@contoso.com')
      yield* visitor.submits({ email: 'grace@contoso.com', ...grace, reenterPassword: 'Passw0rd?' })
      assert.match(visitor.reads ?? '', /^The password entry fields do not match\./)
    }).pipe(withUsers(ada))
  )

  it.effect('refuses to sign up a user who is there already', () =>
    Effect.gen(function* () {
      const visitor = yield* signUpOrSignIn()
      yield* visitor.chooses('SignUpWithLogonEmailExchange')
      yield* visitor.verifies('ada@contoso.com')
      yield* visitor.submits({ email: 'ada@contoso.com', ...grace })
      assert.strictEqual(
        visitor.reads,
        'AADB2C90001 A user with the specified ID already exists. Please choose a different one.'
      )
    }).pipe(withUsers(ada))
  )

  it.effect('signs in', () =>
    Effect.gen(function* () {
      const visitor = yield* signUpOrSignIn()
      yield* visitor.submits(signInNow)
      assert.deepInclude(visitor.token, { sub: ada.objectId, name: 'Ada Lovelace', given_name: 'Ada' })
    }).pipe(withUsers(ada))
  )

  it.effect.each<[string, Readonly<Record<string, string>>, string]>([
    ['a wrong password', { ...signInNow, password: 'wrong' }, 'AADB2C90054 Your password is incorrect.'],
    [
      'an unknown user',
      { ...signInNow, signInName: 'nobody@contoso.com' },
      "AADB2C90053 We can't seem to find your account."
    ],
    ['no password', { ...signInNow, password: '' }, 'Missing required element: password'],
    ['no address', { ...signInNow, signInName: 'ada' }, 'Incorrect pattern for: signInName']
  ])('refuses %s, and the right one after it is taken', ([, values, message]) =>
    Effect.gen(function* () {
      const visitor = yield* signUpOrSignIn()
      yield* visitor.submits(values)
      // Where the policy has no pattern for the sign-in name, a text that is no address is a user who is not there.
      assert.include(["AADB2C90053 We can't seem to find your account.", message], visitor.reads)
      yield* visitor.submits(signInNow)
      assert.strictEqual(visitor.where, 'token')
    }).pipe(withUsers(ada))
  )

  it.effect('refuses a disabled account', () =>
    Effect.gen(function* () {
      const visitor = yield* signUpOrSignIn()
      yield* visitor.submits(signInNow)
      assert.strictEqual(
        visitor.reads,
        'AADB2C90111 Your account has been locked. Contact your support person to unlock it, then try again.'
      )
    }).pipe(withUsers({ ...ada, accountEnabled: false }))
  )

  it.effect('locks an account after ten wrong passwords, for a minute', () =>
    Effect.gen(function* () {
      const visitor = yield* signUpOrSignIn()
      for (let guess = 0; guess < 10; guess++) yield* visitor.submits({ ...signInNow, password: `guess ${guess}` })
      yield* visitor.submits(signInNow)
      assert.strictEqual(
        visitor.reads,
        'AADB2C90114 Your account is temporarily locked to prevent unauthorized use. Try again later.'
      )
      yield* TestClock.adjust('2 minutes')
      yield* visitor.submits(signInNow)
      assert.strictEqual(visitor.where, 'token')
    }).pipe(withUsers(ada))
  )

  it.effect('refuses an expired password', () =>
    Effect.gen(function* () {
      const visitor = yield* signUpOrSignIn()
      yield* visitor.submits(signInNow)
      assert.strictEqual(visitor.reads, 'AADB2C90054 Your password has expired.')
    }).pipe(withUsers({ ...ada, forceChangePasswordNextSignIn: true }))
  )

  it.effect('ends with AADB2C90118 when the password is forgotten', () =>
    Effect.gen(function* () {
      const visitor = yield* signUpOrSignIn()
      yield* visitor.act({ _tag: 'PasswordForgotten' })
      assert.strictEqual(visitor.error.relyingParty.error, 'access_denied')
      assert.match(
        visitor.error.relyingParty.error_description,
        /^AADB2C90118: The user has forgotten their password\.\r\n/
      )
    }).pipe(withUsers(ada))
  )

  it.effect('ends with AADB2C90091 when a page is cancelled', () =>
    Effect.gen(function* () {
      const visitor = yield* signUpOrSignIn()
      yield* visitor.chooses('SignUpWithLogonEmailExchange')
      yield* visitor.act({ _tag: 'Cancelled' })
      assert.match(
        visitor.error.relyingParty.error_description,
        /^AADB2C90091: The user has cancell?ed entering self-asserted information/
      )
    }).pipe(withUsers(ada))
  )

  it.effect('signs in without a page while the session lasts, and again after it', () =>
    Effect.gen(function* () {
      const first = yield* signUpOrSignIn()
      yield* first.submits(signInNow)
      const { session } = first
      yield* TestClock.adjust('23 hours')
      const again = yield* Visitor.open(planOf(`${pack}/SignUpOrSignin.xml`), { session })
      assert.deepInclude(again.token, { sub: ada.objectId, name: 'Ada Lovelace' })
      yield* TestClock.adjust('25 hours')
      const late = yield* Visitor.open(planOf(`${pack}/SignUpOrSignin.xml`), { session })
      assert.strictEqual(late.where, 'page api.signuporsignin')
    }).pipe(withUsers(ada))
  )

  it.effect('edits a profile after a sign-in', () =>
    Effect.gen(function* () {
      const visitor = yield* Visitor.open(planOf(`${pack}/ProfileEdit.xml`))
      if (visitor.where === 'page api.idpselections') yield* visitor.chooses('LocalAccountSigninEmailExchange')
      yield* visitor.submits(signInNow)
      assert.strictEqual(visitor.where, 'page api.selfasserted.profileupdate')
      const { page } = visitor
      const shown = page.kind === 'SelfAsserted' ? page.form.items : []
      assert.deepStrictEqual(
        shown.map((item) => (item._tag === 'Field' ? [item.id, item.value] : [])),
        [
          ['givenName', 'Ada'],
          ['surname', 'Lovelace']
        ]
      )
      yield* visitor.submits({ givenName: 'Augusta', surname: 'King' })
      assert.strictEqual(visitor.where, 'token')
      assert.deepInclude(yield* account('objectId', ada.objectId), { givenName: 'Augusta', surname: 'King' })
    }).pipe(withUsers(ada))
  )

  it.effect('resets a password after the address is verified', () =>
    Effect.gen(function* () {
      const visitor = yield* Visitor.open(planOf(`${pack}/PasswordReset.xml`))
      yield* visitor.verifies('nobody@contoso.com')
      yield* visitor.submits({ email: 'nobody@contoso.com' })
      assert.strictEqual(visitor.reads, 'AADB2C90053 An account could not be found for the provided user ID.')
      yield* visitor.verifies('ada@contoso.com')
      yield* visitor.submits({ email: 'ada@contoso.com' })
      yield* visitor.submits({ newPassword: 'NewPassw0rd!', reenterPassword: 'NewPassw0rd!' })
      assert.strictEqual(visitor.where, 'token')
      const again = yield* signUpOrSignIn()
      yield* again.submits({ ...signInNow, password: 'NewPassw0rd!' })
      assert.strictEqual(again.where, 'token')
    }).pipe(withUsers(ada))
  )

  it.effect('refuses to reset the password of a disabled account', () =>
    Effect.gen(function* () {
      const visitor = yield* Visitor.open(planOf(`${pack}/PasswordReset.xml`))
      yield* visitor.verifies('ada@contoso.com')
      yield* visitor.submits({ email: 'ada@contoso.com' })
      assert.strictEqual(
        visitor.reads,
        'Your account has been locked. Contact your support person to unlock it, then try again.'
      )
    }).pipe(withUsers({ ...ada, accountEnabled: false }))
  )

  it.effect('refreshes a token, until it is revoked or the account is gone', () =>
    Effect.gen(function* () {
      const signedIn = yield* signUpOrSignIn()
      yield* signedIn.submits(signInNow)
      const plan = planOf(`${pack}/SignUpOrSignin.xml`, 'RedeemRefreshToken')
      const refresh = (issuedAtMillis: number) =>
        Visitor.open(plan, { grant: { claims: signedIn.kept, issuedAtMillis } })
      const now = yield* TestClock.testClockWith((clock) => Effect.succeed(clock.currentTimeMillisUnsafe()))
      assert.deepInclude((yield* refresh(now + 3_600_000)).token, { sub: ada.objectId, name: 'Ada Lovelace' })
      assert.deepInclude((yield* refresh(now - 3_600_000)).error, { code: 'AADB2C90129' })
      const directory = yield* Directory
      yield* directory.perform({ _tag: 'DeleteClaimsPrincipal', key: { attribute: 'objectId', value: ada.objectId } })
      const { code, relyingParty } = (yield* refresh(now + 3_600_000)).error
      assert.deepStrictEqual([code, relyingParty.error], ['AADB2C90128', 'invalid_grant'])
    }).pipe(withUsers(ada))
  )
})

const passwordChange = () => planOf('starterpack/scenarios/password-change/PasswordChange.xml')

describe.skipIf(!hasCorpus)('starterpack/scenarios/password-change', () => {
  const change = { newPassword: 'NewPassw0rd!', reenterPassword: 'NewPassw0rd!' }

  it.effect('changes a password that is known', () =>
    Effect.gen(function* () {
      const visitor = yield* Visitor.open(passwordChange())
      yield* visitor.submits(signInNow)
      yield* visitor.submits({ oldPassword: 'wrong', ...change })
      assert.strictEqual(visitor.reads, 'AADB2C90054 Your password is incorrect.')
      yield* visitor.submits({ oldPassword: ada.password, ...change })
      assert.strictEqual(visitor.where, 'token')
      const directory = yield* Directory
      const check = { username: 'ada@contoso.com', password: Redacted.make('NewPassw0rd!') }
      assert.strictEqual((yield* directory.authenticate(check))._tag, 'PasswordRight')
    }).pipe(withUsers(ada))
  )
})
