/** The starter packs, unedited, with local accounts: sign-up, sign-in, profile edit, password reset and change, refresh. */
import { describe, expect, it } from 'vitest'
import { hasCorpus } from '../support/corpus.ts'
import {
  ada,
  filled,
  offline,
  readAccount,
  scenarioOf,
  scenarioOfFiles,
  signIn,
  subjectOf,
  told,
  trailer
} from './packs.ts'

/** An edition, what its sign-up page calls the surname, and what it says of an address that no code has proved. */
const editions = [
  ['starterpack', 'surname', 'Claim not verified: email'],
  ['starterpack/Display Controls Starterpack', 'surName', 'The claims for verification control have not been verified.']
] as const

const packs = editions.flatMap(([edition, surname, unverified]) =>
  ['LocalAccounts', 'SocialAndLocalAccounts'].map((pack) => [`${edition}/${pack}`, surname, unverified] as const)
)

const signInPage = 'page api.signuporsignin'
const signUpPage = 'page api.localaccountsignup'
const resetPage = 'page api.localaccountpasswordreset'

const passwords = (newPassword: string, reenterPassword = newPassword) => ({ newPassword, reenterPassword })

describe.skipIf(!hasCorpus).each(packs)('%s', (pack, surname, unverified) => {
  const signUpOrSignIn = () => scenarioOf(`${pack}/SignUpOrSignin.xml`)
  const profileEdit = () => scenarioOf(`${pack}/ProfileEdit.xml`)
  const passwordReset = () => scenarioOf(`${pack}/PasswordReset.xml`)
  const disabled = { users: [{ ...ada, accountEnabled: false }] }

  const grace = { ...passwords('Passw0rd!'), displayName: 'Grace Hopper', givenName: 'Grace', [surname]: 'Hopper' }

  const atSignUp = async () => {
    const person = await signUpOrSignIn().person().opens()
    return person.chooses('SignUpWithLogonEmailExchange')
  }

  it('signs up with an address that a code proves', async () => {
    const tenant = signUpOrSignIn().open()
    const person = await tenant.person().opens()
    expect(told(person)).toBe(signInPage)
    await person.chooses('SignUpWithLogonEmailExchange')
    expect(told(person)).toBe(signUpPage)
    await person.verifies('email', 'grace@contoso.com')
    expect(told(person)).toBe(signUpPage)
    expect(await person.inbox()).toMatchObject([{ channel: 'email', to: 'grace@contoso.com' }])
    await person.fills(grace)
    expect(told(person)).toBe('token')
    const sub = subjectOf(person)
    const token = { sub, name: 'Grace Hopper', given_name: 'Grace', family_name: 'Hopper', email: 'grace@contoso.com' }
    expect(person.token).toEqual(token)
    expect(await readAccount(tenant, sub)).toEqual({
      objectId: sub,
      'signInNames.emailAddress': 'grace@contoso.com',
      displayName: 'Grace Hopper',
      givenName: 'Grace',
      surname: 'Hopper'
    })
    await person.closesBrowser().opens()
    await person.fills({ signInName: 'grace@contoso.com', password: 'Passw0rd!' })
    expect(person.token).toMatchObject({ sub })
  })

  it('refuses to sign up with an address that no code has proved', async () => {
    const person = await atSignUp()
    await person.fills({ email: 'grace@contoso.com', ...grace })
    expect(told(person)).toBe(`${signUpPage}: ${unverified}`)
    expect(await person.inbox()).toEqual([])
  })

  it('refuses a wrong code, takes the right one, and gives up after five wrong ones', async () => {
    const person = await atSignUp()
    await person.asksForCode('email', 'grace@contoso.com')
    await person.entersCode('000000')
    expect(told(person)).toBe(`${signUpPage}: That code is incorrect. Please try again.`)
    await person.entersCode()
    expect(told(person)).toBe(signUpPage)
    const other = await atSignUp()
    await other.asksForCode('email', 'grace@contoso.com')
    for (let tries = 1; tries <= 5; tries++) await other.entersCode('000000')
    const tooMany = `${signUpPage}: You've made too many incorrect attempts. Please try again later.`
    expect(told(other)).toBe(tooMany)
    await other.entersCode()
    expect(told(other)).toBe(tooMany)
  })

  it('refuses a code that is ten minutes old', async () => {
    const person = await atSignUp()
    await person.asksForCode('email', 'grace@contoso.com')
    await person.waits('10 minutes')
    await person.entersCode()
    expect(told(person)).toBe(`${signUpPage}: That code is expired. Please request a new code.`)
  })

  it.each([
    [
      'differs the second time',
      passwords('Passw0rd!', 'Passw0rd?'),
      'The password entry fields do not match. Please enter the same password in both fields and try again.'
    ],
    ['is too simple', passwords('password'), 'Incorrect pattern for: newPassword'],
    ['is missing', passwords(''), 'Missing required element: newPassword']
  ])('refuses to sign up with a password that %s', async (_, password, message) => {
    const person = await atSignUp()
    await person.verifies('email', 'grace@contoso.com')
    await person.fills({ ...grace, ...password })
    expect(told(person)).toBe(`${signUpPage}: ${message}`)
    await person.fills(grace)
    expect(told(person)).toBe('token')
  })

  it('refuses to sign up a user who is there already', async () => {
    const person = await atSignUp()
    await person.verifies('email', 'ada@contoso.com')
    await person.fills(grace)
    expect(told(person)).toBe(
      `${signUpPage}: AADB2C90001 A user with the specified ID already exists. Please choose a different one.`
    )
  })

  it('signs in', async () => {
    const person = await signUpOrSignIn().person().opens()
    await person.fills(signIn)
    expect(told(person)).toBe('token')
    expect(person.token).toEqual({
      sub: ada.objectId,
      name: 'Ada Lovelace',
      given_name: 'Ada',
      family_name: 'Lovelace'
    })
  })

  it.each([
    ['a wrong password', { password: 'wrong' }, 'AADB2C90054 Your password is incorrect.'],
    ['an unknown user', { signInName: 'nobody@contoso.com' }, "AADB2C90053 We can't seem to find your account."],
    ['a name that is no address', { signInName: 'ada' }, "AADB2C90053 We can't seem to find your account."],
    ['no password', { password: '' }, 'Missing required element: password'],
    ['no name', { signInName: '' }, 'Missing required element: signInName']
  ])('refuses %s, and takes the right one after it', async (_, entered, message) => {
    const person = await signUpOrSignIn().person().opens()
    await person.fills({ ...signIn, ...entered })
    expect(told(person)).toBe(`${signInPage}: ${message}`)
    await person.fills(signIn)
    expect(told(person)).toBe('token')
  })

  it('refuses a disabled account', async () => {
    const person = await signUpOrSignIn().with(disabled).person().opens()
    await person.fills(signIn)
    expect(told(person)).toBe(
      `${signInPage}: AADB2C90111 Your account has been locked. Contact your support person to unlock it, then try again.`
    )
  })

  it('locks an account after ten wrong passwords, for a minute', async () => {
    const person = await signUpOrSignIn().person().opens()
    for (let guess = 1; guess <= 10; guess++) {
      await person.fills({ ...signIn, password: `guess ${guess}` })
      expect(told(person)).toBe(`${signInPage}: AADB2C90054 Your password is incorrect.`)
    }
    const locked = `${signInPage}: AADB2C90114 Your account is temporarily locked to prevent unauthorized use. Try again later.`
    await person.fills(signIn)
    expect(told(person)).toBe(locked)
    await person.waits('50 seconds')
    await person.fills(signIn)
    expect(told(person)).toBe(locked)
    await person.waits('1 minute')
    await person.fills(signIn)
    expect(told(person)).toBe('token')
  })

  it('refuses an expired password', async () => {
    const expired = { ...ada, forceChangePasswordNextSignIn: true }
    const person = await signUpOrSignIn()
      .with({ users: [expired] })
      .person()
      .opens()
    await person.fills(signIn)
    expect(told(person)).toBe(`${signInPage}: AADB2C90054 Your password has expired.`)
  })

  it('tells the application that the password was forgotten', async () => {
    const person = await signUpOrSignIn().person().opens()
    await person.forgetsPassword()
    expect(person.outcome.relyingParty).toEqual({
      error: 'access_denied',
      error_description: `AADB2C90118: The user has forgotten their password.${trailer}`
    })
  })

  it('tells the application that a page was cancelled', async () => {
    const person = await atSignUp()
    await person.cancels()
    expect(person.outcome.relyingParty).toEqual({
      error: 'access_denied',
      error_description: `AADB2C90091: The user has cancelled entering self-asserted information.${trailer}`
    })
  })

  it('signs in without a page while the session lasts, and with one after it', async () => {
    const person = await signUpOrSignIn().person().opens()
    await person.fills(signIn)
    await person.waits('23 hours')
    await person.opens()
    expect(told(person)).toBe('token')
    expect(person.token).toMatchObject({ sub: ada.objectId, name: 'Ada Lovelace' })
    await person.waits('25 hours')
    await person.opens()
    expect(told(person)).toBe(signInPage)
  })

  it('edits a profile after a sign-in', async () => {
    const tenant = profileEdit().open()
    const person = await tenant.person().opens()
    if (told(person) === 'page api.idpselections') await person.chooses('LocalAccountSigninEmailExchange')
    expect(told(person)).toBe('page api.localaccountsignin')
    await person.fills(signIn)
    expect(told(person)).toBe('page api.selfasserted.profileupdate')
    expect(filled(person)).toEqual({ givenName: 'Ada', surname: 'Lovelace' })
    await person.fills({ givenName: 'Augusta', surname: 'King' })
    expect(told(person)).toBe('token')
    expect(person.token).toEqual({ sub: ada.objectId })
    expect(await readAccount(tenant, ada.objectId)).toMatchObject({ givenName: 'Augusta', surname: 'King' })
  })

  it('resets the password of an address that a code proves', async () => {
    const person = await passwordReset().person().opens()
    expect(told(person)).toBe(resetPage)
    await person.fills({ email: 'ada@contoso.com' })
    expect(told(person)).toBe(`${resetPage}: ${unverified}`)
    await person.verifies('email', 'nobody@contoso.com')
    await person.fills()
    expect(told(person)).toBe(`${resetPage}: AADB2C90053 An account could not be found for the provided user ID.`)
    await person.verifies('email', 'ada@contoso.com')
    await person.fills()
    await person.fills(passwords('NewPassw0rd!', 'NewPassw0rd?'))
    expect(told(person)).toBe(
      `${resetPage}: The password entry fields do not match. Please enter the same password in both fields and try again.`
    )
    await person.fills(passwords('NewPassw0rd!'))
    expect(told(person)).toBe('token')
    expect(person.token).toEqual({ sub: ada.objectId, email: 'ada@contoso.com' })
    await person.closesBrowser().opens({ journey: 'SignUpOrSignIn' })
    await person.fills(signIn)
    expect(told(person)).toBe(`${signInPage}: AADB2C90054 Looks like you used an old password.`)
    await person.fills({ password: 'NewPassw0rd!' })
    expect(told(person)).toBe('token')
  })

  it('refuses to reset the password of a disabled account', async () => {
    const person = await passwordReset().with(disabled).person().opens()
    await person.verifies('email', 'ada@contoso.com')
    await person.fills()
    expect(told(person)).toBe(
      `${resetPage}: Your account has been locked. Contact your support person to unlock it, then try again.`
    )
  })

  it('refreshes a token until a new password revokes it', async () => {
    const tenant = signUpOrSignIn().open()
    const person = await tenant.person().opens({ parameters: offline })
    await person.fills(signIn)
    const { token } = person
    await person.waits('1 hour')
    for (let times = 0; times < 2; times++) {
      await person.refreshes()
      expect(told(person)).toBe('token')
      expect(person.token).toEqual(token)
    }
    await person.waits('1 hour')
    const forgetful = await tenant.person().opens({ journey: 'PasswordReset' })
    await forgetful.verifies('email', 'ada@contoso.com')
    await forgetful.fills()
    await forgetful.fills(passwords('NewPassw0rd!'))
    await person.refreshes()
    expect(told(person)).toBe(
      'invalid_grant: AADB2C90129: The provided grant has been revoked. Please reauthenticate and try again.'
    )
  })

  it('refuses to refresh the token of an account that is gone', async () => {
    const grant = { claims: { objectId: ada.objectId }, issuedAtMillis: Date.UTC(2025, 0, 1) }
    const person = signUpOrSignIn().with({ users: [], context: { grant } }).person()
    await person.opens({ journey: 'RedeemRefreshToken' })
    expect(told(person)).toBe(
      'invalid_grant: AADB2C90128: The account associated with this grant no longer exists. Please reauthenticate and try again.'
    )
  })
})

/** The password change of the scenarios extends any pack that has local accounts. */
const changed = editions.flatMap(([edition]) =>
  ['LocalAccounts', 'SocialAndLocalAccounts', 'SocialAndLocalAccountsWithMfa'].map((pack) => `${edition}/${pack}`)
)

describe.skipIf(!hasCorpus).each(changed)('starterpack/scenarios/password-change over %s', (pack) => {
  const scenario = () =>
    scenarioOfFiles([
      'starterpack/scenarios/password-change/PasswordChange.xml',
      'starterpack/scenarios/password-change/TrustFrameworkExtensions.xml',
      `${pack}/TrustFrameworkBase.xml`
    ])
  const page = 'page api.selfasserted'

  it('changes a password for whoever knows it', async () => {
    const person = await scenario().person().opens()
    expect(told(person)).toBe('page api.localaccountsignin')
    await person.fills({ ...signIn, password: 'wrong' })
    expect(told(person)).toBe('page api.localaccountsignin: AADB2C90054 Your password is incorrect.')
    await person.fills(signIn)
    expect(told(person)).toBe(page)
    await person.fills({ oldPassword: 'wrong', ...passwords('NewPassw0rd!') })
    expect(told(person)).toBe(`${page}: AADB2C90054 Your password is incorrect.`)
    await person.fills({ oldPassword: ada.password, ...passwords('NewPassw0rd!', 'NewPassw0rd?') })
    expect(told(person)).toBe(
      `${page}: The password entry fields do not match. Please enter the same password in both fields and try again.`
    )
    await person.fills({ oldPassword: ada.password, ...passwords('NewPassw0rd!') })
    expect(told(person)).toBe('token')
    expect(person.token).toEqual({ sub: ada.objectId })
    await person.closesBrowser().opens()
    await person.fills(signIn)
    expect(told(person)).toBe('page api.localaccountsignin: AADB2C90054 Looks like you used an old password.')
    await person.fills({ password: 'NewPassw0rd!' })
    expect(told(person)).toBe(page)
  })
})
