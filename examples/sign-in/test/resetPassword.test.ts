/** The link for a forgotten password: a proved e-mail address and a new password. */
import { expect, it } from 'vitest'
import { ada, adasObjectId, scenario } from './scenario.ts'

it('proves the address, takes another password, and signs in with it from then on', async () => {
  const person = await scenario.person().opens()
  await person.forgetsPassword()
  await person.verifies('email', ada.signInName)
  await person.fills()
  await person.fills({ newPassword: 'Difference-1843', reenterPassword: 'Difference-1843' })
  await person.provesPhone(0)
  expect(person.token).toMatchObject({ sub: adasObjectId })

  await person.closesBrowser().opens()
  await person.fills(ada)
  expect(person.reads).toBe('This is an old password of yours.')
  await person.fills({ password: 'Difference-1843' })
  expect(person.where).toBe('page api.phonefactor')
})

it('says when nobody has the address, but only to whom it belongs', async () => {
  const person = await scenario.person().opens()
  await person.forgetsPassword()
  await person.fills({ email: 'eve@contoso.com' })
  expect(person.reads).toBe('The claims for verification control have not been verified.')
  await person.verifies('email', 'eve@contoso.com')
  await person.fills()
  expect(person.reads).toBe('There is no account with this e-mail address.')
})
