/** Signing in with a local account: the password, the second factor, the session. */
import { describe, expect, it } from 'vitest'
import { ada, adasObjectId, scenario } from './scenario.ts'

describe('signing in', () => {
  it('asks for the password, then for a code by phone, and gives the claims of the account', async () => {
    const person = await scenario.person().opens()
    expect(person.where).toBe('page api.signuporsignin')
    await person.fills(ada)
    expect(person.where).toBe('page api.phonefactor')
    await person.provesPhone(0)
    expect(person.token).toEqual({
      sub: adasObjectId,
      name: 'Ada Lovelace',
      given_name: 'Ada',
      family_name: 'Lovelace',
      email: 'ada@contoso.com',
      idp: 'contosodev.onmicrosoft.com'
    })
  })

  it('fills the e-mail address in when the application knows it', async () => {
    const person = await scenario.person().opens({ parameters: { login_hint: ada.signInName } })
    await person.fills({ password: ada.password })
    expect(person.where).toBe('page api.phonefactor')
  })

  it.each([
    ['the password is wrong', { ...ada, password: 'Difference-1843' }, 'The password is wrong.'],
    [
      'nobody has the address',
      { ...ada, signInName: 'eve@contoso.com' },
      'There is no account with this e-mail address.'
    ]
  ])('says when %s', async (_, typed, reads) => {
    const person = await scenario.person().opens()
    await person.fills(typed)
    expect(person.where).toBe('page api.signuporsignin')
    expect(person.reads).toBe(reads)
  })

  it('locks the account after three wrong passwords, for a minute', async () => {
    const person = await scenario.person().opens()
    for (const password of ['Wrong-1', 'Wrong-2', 'Wrong-3']) await person.fills({ ...ada, password })
    await person.fills(ada)
    expect(person.reads).toBe('Too many wrong passwords. Try again in a minute.')
    await person.waits('1 minute')
    await person.fills(ada)
    expect(person.where).toBe('page api.phonefactor')
  })
})

describe('the second factor', () => {
  it('knows the number, and shows its last digits only', async () => {
    const person = await scenario.person().opens()
    await person.fills(ada)
    expect(person.page).toMatchObject({ numbers: ['XXX-XXX-0101'], canEnterNumber: false })
  })

  it('has three tries', async () => {
    const person = await scenario.person().opens()
    await person.fills(ada)
    await person.provesPhone(0, { code: '000000' })
    expect(person.reads).toBe('That code is incorrect. Please try again.')
    await person.entersCode('000001')
    await person.entersCode('000002')
    expect(person.where).toMatch(/^error AADB2C90151 /)
  })

  it.each([
    ['after nine minutes', '9 minutes', 'token'],
    ['not after ten', '10 minutes', 'page api.phonefactor']
  ] as const)('takes the code %s', async (_, duration, where) => {
    const person = await scenario.person().opens()
    await person.fills(ada)
    await person.provesPhone(0, { sendCode: true })
    await person.waits(duration)
    await person.entersCode()
    expect(person.where).toBe(where)
  })
})

describe('the session', () => {
  it('signs in without a page for an hour after the last time, and for one browser only', async () => {
    const person = await scenario.person().opens()
    await person.fills(ada)
    await person.provesPhone(0)
    await person.waits('50 minutes')
    await person.opens()
    expect(person.where).toBe('token')
    await person.waits('50 minutes')
    await person.opens()
    expect(person.where).toBe('token')
    await person.waits('1 hour')
    await person.opens()
    expect(person.where).toBe('page api.signuporsignin')
  })

  it('ends with the browser, and yields to prompt=login', async () => {
    const person = await scenario.person().opens()
    await person.fills(ada)
    await person.provesPhone(0)
    await person.opens({ parameters: { prompt: 'login' } })
    expect(person.where).toBe('page api.signuporsignin')
    await person.closesBrowser().opens()
    expect(person.where).toBe('page api.signuporsignin')
  })
})
