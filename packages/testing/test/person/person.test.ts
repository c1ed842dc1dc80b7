/** A person drives journeys: pages, messages, codes, identity providers, sessions, time. */
import { Scenario } from '@trustframe/testing'
import { describe, expect, it } from 'vitest'
import { accountsPolicy, socialAuthorizationEndpoint } from '../support/accounts.ts'

const ada = {
  objectId: '8d2f6a60-2c0e-4a5e-9d0a-3a4a7d6c1b11',
  displayName: 'Ada Lovelace',
  signInNames: { emailAddress: 'ada@contoso.com' },
  password: 'Passw0rd!'
}

const scenario = new Scenario({ policies: { 'Accounts.xml': accountsPolicy }, users: [ada] })

const signIn = { signInName: 'ada@contoso.com', password: 'Passw0rd!' }

const adasToken = { name: 'Ada Lovelace', sub: ada.objectId }

/** What a JSON Web Token holds. */
const claimsOf = (token = '..'): unknown => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

describe('a person', () => {
  it('signs in, after a wrong password', async () => {
    const person = await scenario.person().opens()
    expect(person.where).toBe('page api.signuporsignin')
    await person.fills({ ...signIn, password: 'Passw0rd?' })
    expect(person.reads).toBe('Your password is incorrect.')
    await person.fills({ Password: 'Passw0rd!' })
    expect(person.where).toBe('token')
    expect(person.token).toEqual(adasToken)
  })

  it('signs up with an address that a code proves, and is in the directory from then on', async () => {
    const person = await scenario.person().opens()
    await person.chooses('Sign up now')
    expect(person.where).toBe('page api.localaccountsignup')
    await person.verifies('email', 'grace@contoso.com')
    const [message] = await person.inbox()
    expect(message).toMatchObject({
      channel: 'email',
      to: 'grace@contoso.com',
      technicalProfile: 'SelfAsserted-SignUp'
    })
    await person.fills({ 'New password': 'Passw0rd!', Name: 'Grace Hopper' })
    expect(person.token).toMatchObject({ name: 'Grace Hopper' })
    await person.closesBrowser().opens()
    await person.fills({ signInName: 'grace@contoso.com', password: 'Passw0rd!' })
    expect(person.token).toMatchObject({ name: 'Grace Hopper' })
  })

  it('reads that a code is wrong, or too old', async () => {
    const person = await scenario.person().opens()
    await person.chooses('SignUpExchange')
    await person.verifies('email', 'grace@contoso.com', '000000x')
    expect(person.fieldErrors['email'] ?? person.reads).toMatch(/code/)
    await person.fills({ newPassword: 'Passw0rd!', displayName: 'Grace' })
    expect(person.reads ?? Object.values(person.fieldErrors).join()).toContain('verif')
  })

  it('enters a code later than it was sent, and has another try with the same one', async () => {
    const person = await scenario.person().opens()
    await person.chooses('SignUpExchange')
    await person.asksForCode('E-mail address', 'grace@contoso.com')
    expect(person.where).toBe('page api.localaccountsignup')
    await person.entersCode('000000x')
    expect(person.reads).toBe('That code is incorrect. Please try again.')
    await person.entersCode()
    expect(person.reads).toBeUndefined()
    await person.fills({ newPassword: 'Passw0rd!', displayName: 'Grace' })
    expect(person.where).toBe('token')
    expect(await person.inbox()).toHaveLength(1)
  })

  it('enters a code that is too old', async () => {
    const person = await scenario.person().opens()
    await person.chooses('SignUpExchange')
    await person.asksForCode('email', 'grace@contoso.com')
    await person.waits('10 minutes')
    await person.entersCode()
    expect(person.reads).toBe('That code is expired. Please request a new code.')
  })

  it('goes to an identity provider, and comes back as somebody, or with an error', async () => {
    const person = await scenario.person().opens()
    await person.chooses('SocialExchange')
    expect(person.where).toBe('provider Social-OAuth2')
    expect(person.outcome.redirect).toContain(`${socialAuthorizationEndpoint}?client_id=trustframe`)
    await person.signsInAs({ id: 'grace-42', name: 'Grace Hopper' })
    expect(person.token).toEqual({ name: 'Grace Hopper', issuerUserId: 'grace-42' })

    const other = await scenario.person().opens()
    await other.chooses('SocialExchange')
    await other.returns({ error: 'access_denied', error_description: 'The user said no.' })
    expect(other.where).toMatch(/^error AADB2C90273 /)
  })

  it('is kept signed in by the session of the browser, until the session ends', async () => {
    const person = await scenario.person().opens()
    await person.fills(signIn)
    await person.opens()
    expect(person.where).toBe('token')
    await person.waits('25 hours')
    await person.opens()
    expect(person.where).toBe('page api.signuporsignin')
    await person.fills(signIn)
    await person.closesBrowser().opens()
    expect(person.where).toBe('page api.signuporsignin')
  })

  it('gives up', async () => {
    const person = await scenario.person().opens()
    await person.chooses('SignUpExchange')
    await person.cancels()
    expect(person.where).toMatch(/^error AADB2C90091 /)
    expect(person.outcome.relyingParty).toMatchObject({ error: 'access_denied' })
  })

  it('leaves events to Application Insights', async () => {
    const person = await scenario.person().opens()
    await person.fills(signIn)
    expect(await person.telemetry()).toMatchObject([
      { name: 'SignIn', properties: { Name: 'Ada Lovelace' }, technicalProfile: 'AppInsights-SignIn' }
    ])
  })

  it('gets tokens that are signed', async () => {
    const person = await scenario.person().opens({
      parameters: {
        client_id: 'app',
        nonce: 'n',
        scope: 'openid offline_access https://contoso.onmicrosoft.com/api/read'
      }
    })
    await person.fills(signIn)
    const { accessToken, idToken, refreshToken } = await person.tokens()
    expect(claimsOf(idToken?.token)).toMatchObject({ aud: 'app', nonce: 'n', ...adasToken })
    expect(claimsOf(accessToken?.token)).toMatchObject({ aud: 'api', scp: 'read', azp: 'app' })
    expect(refreshToken?.expiresIn).toBe(1_209_600)
  })

  it.each([
    [
      'a field that is not there',
      { signinname: 'a', pasword: 'b' },
      'has no field "pasword"',
      'did you mean "password"?'
    ]
  ])('says what is wrong with %s', async (_, fill, message, help) => {
    const person = await scenario.person().opens()
    await expect(person.fills(fill)).rejects.toThrow(`page "api.signuporsignin" of step 1 ${message}\n  help: ${help}`)
  })

  it.each([
    [{ choose: 'SignUpExchang' }, 'has no choice "SignUpExchang"\n  help: did you mean "SignUpExchange"?'],
    [{ choose: 'Phone' }, 'has no choice "Phone"\n  help: it has SocialExchange, SignUpExchange'],
    [
      { page: 'api.phone', fill: {} },
      'an answer is for page "api.phone", and the journey waits at page "api.signuporsignin" of step 1'
    ],
    [{ press: [{ action: 'SendCode' }] }, 'has no action "SendCode"\n  help: it has none'],
    [
      { verify: { signInName: 'a@b.example' } },
      'field "signInName" of page "api.signuporsignin" of step 1 is not verified by a code'
    ],
    [{ fill: { signInName: '@inbox' } }, 'no code was sent yet'],
    [{ phone: '+12065550100' }, 'does not verify a phone'],
    [{ identity: { id: '1' } }, 'the browser is at no identity provider'],
    [{ enterCode: 123456 }, 'page "api.signuporsignin" of step 1 waits for no code\n  help: have one sent before'],
    [
      { choose: 'SignUpExchange', fill: {} },
      'an answer has both "choose" and "fill", and a page is left in one way only'
    ]
  ])('says what is wrong with %j', async (answer, message) => {
    const person = await scenario.person().opens()
    await expect(person.does(answer)).rejects.toThrow(message)
  })

  it('says so when nothing is open, or everything is over', async () => {
    const person = scenario.person()
    await expect(person.fills({})).rejects.toThrow('the person has opened no journey\n  help: call opens() first')
    await person.opens()
    await person.fills(signIn)
    await expect(person.fills({})).rejects.toThrow('the journey has ended: token')
  })

  it('says which account cannot be one', async () => {
    const { objectId: _, ...twin } = ada
    const person = scenario.with({ users: [ada, twin] }).person()
    await expect(person.opens()).rejects.toThrow(/ada@contoso\.com|signInNames/)
  })
})
