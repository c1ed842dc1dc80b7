/** Signing up: the e-mail address that a code proves, the password, the phone. */
import { describe, expect, it } from 'vitest'
import { ada, joan, signingUp } from './scenario.ts'

describe('signing up', () => {
  it('proves the e-mail address and the phone, and makes an account to sign in with', async () => {
    const person = await signingUp()
    await person.verifies('email', 'joan@contoso.com')
    await person.fills(joan)
    await person.provesPhone('+12065550103')
    expect(person.token).toMatchObject({ name: 'Joan Clarke', email: 'joan@contoso.com' })

    await person.closesBrowser().opens()
    await person.fills({ signInName: 'joan@contoso.com', password: joan.newPassword })
    expect(person.page).toMatchObject({ numbers: ['XXX-XXX-0103'] })
    await person.provesPhone(0)
    expect(person.token).toMatchObject({ name: 'Joan Clarke', email: 'joan@contoso.com' })
  })

  it('sends a code to the address', async () => {
    const person = await signingUp()
    await person.presses('SendCode', { email: 'joan@contoso.com' })
    expect(await person.inbox()).toMatchObject([
      { channel: 'email', to: 'joan@contoso.com', technicalProfile: 'Email-SendCode' }
    ])
  })

  it('says that a code is wrong, and takes the right one after it', async () => {
    const person = await signingUp()
    await person.verifies('email', 'joan@contoso.com', '000000')
    expect(person.reads).toBe('This is not the code. Look again.')
    await person.entersCode()
    expect(person.reads).toBeUndefined()
    await person.fills(joan)
    expect(person.where).toBe('page api.phonefactor')
  })

  it('says that a code is too old', async () => {
    const person = await signingUp()
    await person.presses('SendCode', { email: 'joan@contoso.com' })
    await person.waits('10 minutes')
    await person.entersCode()
    expect(person.reads).toBe('This code is too old. Ask for another one.')
  })

  it('says that the address was not proved', async () => {
    const person = await signingUp()
    await person.fills({ ...joan, email: 'joan@contoso.com' })
    expect(person.reads).toBe('The claims for verification control have not been verified.')
  })

  it('says that there is an account already', async () => {
    const person = await signingUp()
    await person.verifies('email', ada.signInName)
    await person.fills(joan)
    expect(person.reads).toBe('You have an account already. Go back and sign in.')
  })

  it.each([
    ['short', 'The password has ten to 64 characters.'],
    ['onlylowercase', 'The password has all of these']
  ])('says what the password "%s" lacks', async (newPassword, reads) => {
    const person = await signingUp()
    await person.verifies('email', 'joan@contoso.com')
    await person.fills({ ...joan, newPassword, reenterPassword: newPassword })
    expect(person.fieldErrors['newPassword']).toContain(reads)
  })

  it('says that the passwords differ', async () => {
    const person = await signingUp()
    await person.verifies('email', 'joan@contoso.com')
    await person.fills({ ...joan, reenterPassword: 'Bletchley-1941' })
    expect(person.fieldErrors).toHaveProperty('reenterPassword')
  })

  it('can be given up: the application is told', async () => {
    const person = await signingUp()
    await person.cancels()
    expect(person.outcome.relyingParty?.error).toBe('access_denied')
    expect(person.where).toMatch(/^error AADB2C90091 /)
  })
})
