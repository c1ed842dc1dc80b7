/** The starter packs, unedited, with an external identity provider and with a phone as second factor. */
import type { Person } from '@trustframe/testing'
import { describe, expect, it } from 'vitest'
import { hasCorpus } from '../support/corpus.ts'
import { ada, filled, offline, readAccount, scenarioOf, signIn, subjectOf, told, trailer } from './packs.ts'

const editions = ['starterpack', 'starterpack/Display Controls Starterpack']

const packs = editions.flatMap((edition) =>
  ['SocialAccounts', 'SocialAndLocalAccounts'].map((pack) => `${edition}/${pack}`)
)

/** What Facebook says of Grace. */
const grace = {
  id: 'grace-42',
  name: 'Grace Hopper',
  first_name: 'Grace',
  last_name: 'Hopper',
  email: 'grace@example.com'
}

/** What the directory knows Grace by: the provider, and her id there in base64. */
const alternativeSecurityId = JSON.stringify({ type: 6, identityProvider: 'facebook.com', key: btoa(grace.id) })

const facebook = 'provider Facebook-OAUTH'

/** Where there is a choice, Facebook is chosen; a pack without local accounts goes there at once. */
const goToFacebook = (person: Person): Promise<Person> =>
  person.where.startsWith('page') ? person.chooses('FacebookExchange') : Promise.resolve(person)

describe.skipIf(!hasCorpus).each(packs)('%s', (pack) => {
  const scenario = () => scenarioOf(`${pack}/SignUpOrSignin.xml`)

  it('signs up with an identity provider, and signs in there the next time', async () => {
    const tenant = scenario().open()
    const person = await tenant.person().opens()
    await goToFacebook(person)
    expect(told(person)).toBe(facebook)
    expect(person.outcome.redirect).toMatch(/^https:\/\/www\.facebook\.com\/dialog\/oauth\?/)
    await person.signsInAs(grace)
    expect(told(person)).toBe('page api.socialccountsignup')
    expect(filled(person)).toEqual({ displayName: 'Grace Hopper', givenName: 'Grace', surname: 'Hopper' })
    await person.fills()
    expect(told(person)).toBe('token')
    const sub = subjectOf(person)
    const token = {
      sub,
      name: 'Grace Hopper',
      given_name: 'Grace',
      family_name: 'Hopper',
      email: 'grace@example.com',
      idp: 'facebook.com'
    }
    expect(person.token).toEqual(token)
    const account = {
      objectId: sub,
      displayName: 'Grace Hopper',
      givenName: 'Grace',
      surname: 'Hopper',
      otherMails: ['grace@example.com']
    }
    expect(await readAccount(tenant, sub)).toEqual(account)
    const { claims } = await tenant.run({
      profile: 'AAD-UserReadUsingAlternativeSecurityId-NoError',
      claims: { AlternativeSecurityId: alternativeSecurityId }
    })
    expect(claims).toMatchObject(account)

    await person.closesBrowser().opens()
    await goToFacebook(person)
    await person.signsInAs(grace)
    expect(told(person)).toBe('token')
    expect(person.token).toEqual(token)
  })

  it('follows domain_hint without a page', async () => {
    const person = await scenario()
      .person()
      .opens({ parameters: { domain_hint: 'facebook.com' } })
    expect(told(person)).toBe(facebook)
  })

  it('tells the application what the identity provider answered', async () => {
    const person = await scenario()
      .person()
      .opens({ parameters: { domain_hint: 'facebook.com' } })
    await person.returns({ error: 'access_denied', error_description: 'Permissions error' })
    expect(person.outcome.relyingParty).toEqual({
      error: 'server_error',
      error_description: `AADB2C90273: An invalid response was received : 'Error: access_denied,Error Description: Permissions error'${trailer}`
    })
  })

  it('tells the application that the sign-up was cancelled', async () => {
    const person = await scenario()
      .person()
      .opens({ parameters: { domain_hint: 'facebook.com' } })
    await person.signsInAs(grace)
    await person.cancels()
    expect(told(person)).toBe('access_denied: AADB2C90091: The user has cancelled entering self-asserted information.')
  })

  it('asks the same provider again within a session', async () => {
    const person = await scenario().person().opens()
    await goToFacebook(person)
    await person.signsInAs(grace)
    await person.fills()
    await person.opens()
    expect(told(person)).toBe(facebook)
  })

  it('edits a profile after a sign-in at the identity provider', async () => {
    const tenant = scenarioOf(`${pack}/ProfileEdit.xml`).open()
    const person = await tenant.person().opens({ journey: 'SignUpOrSignIn' })
    await goToFacebook(person)
    await person.signsInAs(grace)
    await person.fills()
    const sub = subjectOf(person)
    await person.closesBrowser().opens()
    await goToFacebook(person)
    await person.signsInAs(grace)
    expect(told(person)).toBe('page api.selfasserted.profileupdate')
    expect(filled(person)).toEqual({ givenName: 'Grace', surname: 'Hopper' })
    await person.fills({ givenName: 'Amazing' })
    expect(told(person)).toBe('token')
    expect(await readAccount(tenant, sub)).toMatchObject({ givenName: 'Amazing', surname: 'Hopper' })
  })

  it('refreshes a token', async () => {
    const person = await scenario().person().opens({ parameters: offline })
    await goToFacebook(person)
    await person.signsInAs(grace)
    await person.fills()
    const sub = subjectOf(person)
    await person.waits('1 hour')
    await person.refreshes()
    expect(told(person)).toBe('token')
    expect(person.token).toMatchObject({ sub, name: 'Grace Hopper' })
  })
})

describe.skipIf(!hasCorpus).each(editions)('%s/SocialAndLocalAccountsWithMfa', (edition) => {
  const pack = `${edition}/SocialAndLocalAccountsWithMfa`
  const scenario = () => scenarioOf(`${pack}/SignUpOrSignin.xml`)
  const phonePage = 'page api.phonefactor'
  const phone = '+12065550100'

  it('registers a phone at the first sign-in, and asks for that phone from then on', async () => {
    const tenant = scenario().open()
    const person = await tenant.person().opens()
    await person.fills(signIn)
    expect(told(person)).toBe(phonePage)
    expect(person.page).toMatchObject({ numbers: [], canEnterNumber: true })
    await person.provesPhone(phone)
    expect(told(person)).toBe('token')
    expect(await person.inbox()).toMatchObject([{ channel: 'sms', to: phone }])
    expect(await readAccount(tenant, ada.objectId)).toMatchObject({ strongAuthenticationPhoneNumber: phone })

    await person.closesBrowser().opens()
    await person.fills(signIn)
    expect(told(person)).toBe(phonePage)
    expect(person.page).toMatchObject({ numbers: ['XXX-XXX-0100'], canEnterNumber: false })
    await person.provesPhone('+12065550199')
    expect(told(person)).toBe(`${phonePage}: Please enter a valid phone number`)
    await person.provesPhone(0)
    expect(told(person)).toBe('token')
    expect(person.token).toMatchObject({ sub: ada.objectId })
  })

  it('registers a phone at sign-up, with a call', async () => {
    const person = await scenario().person().opens()
    await person.chooses('SignUpWithLogonEmailExchange')
    await person.verifies('email', 'grace@contoso.com')
    await person.fills({
      newPassword: 'Passw0rd!',
      reenterPassword: 'Passw0rd!',
      displayName: 'Grace Hopper',
      givenName: 'Grace',
      Surname: 'Hopper'
    })
    expect(told(person)).toBe(phonePage)
    await person.provesPhone(phone, { method: 'call' })
    expect(told(person)).toBe('token')
    expect(person.token).toMatchObject({ name: 'Grace Hopper', email: 'grace@contoso.com' })
  })

  it('asks for the phone of whoever signs in at the identity provider, too', async () => {
    const person = await scenario()
      .person()
      .opens({ parameters: { domain_hint: 'facebook.com' } })
    await person.signsInAs(grace)
    await person.fills()
    expect(told(person)).toBe(phonePage)
    await person.provesPhone(phone)
    expect(told(person)).toBe('token')
  })

  it('does not ask again while the session lasts', async () => {
    const person = await scenario().person().opens()
    await person.fills(signIn)
    await person.provesPhone(phone)
    await person.opens()
    expect(told(person)).toBe('token')
  })

  it('refuses a wrong code, and ends after three of them', async () => {
    const person = await scenario().person().opens()
    await person.fills(signIn)
    await person.provesPhone(phone, { sendCode: true })
    expect(told(person)).toBe(phonePage)
    for (const code of ['000000', '000001']) {
      await person.entersCode(code)
      expect(told(person)).toBe(`${phonePage}: That code is incorrect. Please try again.`)
    }
    await person.entersCode('000002')
    expect(person.outcome.relyingParty).toEqual({
      error: 'server_error',
      error_description: `AADB2C90151: User has exceeded the maximum number for retries for multifactor authentication.${trailer}`
    })
  })

  it('resets a password for whoever has the phone', async () => {
    const tenant = scenarioOf(`${pack}/PasswordReset.xml`).open()
    const person = await tenant.person().opens()
    await person.verifies('email', 'ada@contoso.com')
    await person.fills()
    expect(told(person)).toBe(phonePage)
    await person.provesPhone(phone)
    expect(told(person)).toBe('page api.localaccountpasswordreset')
    await person.fills({ newPassword: 'NewPassw0rd!', reenterPassword: 'NewPassw0rd!' })
    expect(told(person)).toBe('token')
  })

  it('edits a profile for whoever has the phone', async () => {
    const tenant = scenarioOf(`${pack}/ProfileEdit.xml`).open()
    const person = await tenant.person().opens()
    expect(told(person)).toBe('page api.idpselections')
    await person.chooses('LocalAccountSigninEmailExchange')
    await person.fills(signIn)
    expect(told(person)).toBe(phonePage)
    await person.provesPhone(phone)
    expect(told(person)).toBe('page api.selfasserted.profileupdate')
    await person.fills({ givenName: 'Augusta' })
    expect(told(person)).toBe('token')
    expect(await readAccount(tenant, ada.objectId)).toMatchObject({ givenName: 'Augusta', surname: 'Lovelace' })
  })

  it('refreshes a token without asking for the phone', async () => {
    const person = await scenario().person().opens({ parameters: offline })
    await person.fills(signIn)
    await person.provesPhone(phone)
    const { token } = person
    await person.waits('1 hour')
    await person.refreshes()
    expect(told(person)).toBe('token')
    expect(person.token).toEqual(token)
  })
})
