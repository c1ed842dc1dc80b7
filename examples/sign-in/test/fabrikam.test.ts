/** Accounts of the identity provider Fabrikam. */
import { expect, it } from 'vitest'
import { scenario } from './scenario.ts'

const katherine = {
  sub: 'katherine-7',
  name: 'Katherine Johnson',
  given_name: 'Katherine',
  family_name: 'Johnson',
  email: 'katherine@fabrikam.example'
}

it('finds the account of a person whom it knows', async () => {
  const person = await scenario.person().opens()
  await person.chooses('Fabrikam')
  expect(person.where).toBe('provider Fabrikam-OpenIdConnect')
  await person.signsInAs({ sub: 'grace-42', email: 'grace@fabrikam.example' })
  expect(person.page).toMatchObject({ numbers: ['XXX-XXX-0102'] })
  await person.provesPhone(0)
  expect(person.token).toMatchObject({ name: 'Grace Hopper', email: 'grace@fabrikam.example', idp: 'fabrikam.example' })
})

it('makes an account of a person who comes for the first time, with the names that she wants', async () => {
  const person = await scenario.person().opens()
  await person.chooses('FabrikamExchange')
  await person.signsInAs(katherine)
  expect(person.where).toBe('page api.selfasserted')
  await person.fills({ displayName: 'Katherine' })
  await person.provesPhone('+12065550104')
  const { sub, ...names } = person.token
  expect(names).toMatchObject({ name: 'Katherine', family_name: 'Johnson' })

  await person.closesBrowser().opens()
  await person.chooses('Fabrikam')
  await person.signsInAs(katherine)
  await person.provesPhone(0)
  expect(person.token['sub']).toBe(sub)
})

it('takes the way of domain_hint without a page', async () => {
  const person = await scenario.person().opens({ parameters: { domain_hint: 'fabrikam.example' } })
  expect(person.where).toBe('provider Fabrikam-OpenIdConnect')
})

it('tells the application what Fabrikam says', async () => {
  const person = await scenario.person().opens()
  await person.chooses('Fabrikam')
  await person.returns({ error: 'access_denied', error_description: 'The user said no.' })
  expect(person.where).toMatch(/^error AADB2C90273 /)
})
