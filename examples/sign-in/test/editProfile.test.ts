/** Changing one's names. */
import { expect, it } from 'vitest'
import { ada, scenario } from './scenario.ts'

it('shows the names, and the next token has what was changed', async () => {
  const person = await scenario.person().opens()
  await person.fills(ada)
  await person.provesPhone(0)

  await person.opens({ journey: 'EditProfile' })
  expect(person.where).toBe('page api.selfasserted.profileupdate')
  await person.fills({ 'Display name': 'Countess of Lovelace' })
  expect(person.token).toMatchObject({ name: 'Countess of Lovelace', given_name: 'Ada' })

  await person.opens()
  expect(person.token).toMatchObject({ name: 'Countess of Lovelace', given_name: 'Ada' })
})

it('asks whoever has no session for the password and the second factor', async () => {
  const person = await scenario.with({ policy: 'B2C_1A_EditProfile' }).person().opens()
  expect(person.where).toBe('page api.signuporsignin')
  await person.fills(ada)
  expect(person.where).toBe('page api.phonefactor')
  await person.provesPhone(0)
  expect(person.where).toBe('page api.selfasserted.profileupdate')
})
