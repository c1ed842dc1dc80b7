/** A person with an authenticator app: enrols it by a QR code, and enters its codes. */
import { Scenario } from '@trustframe/testing'
import * as Redacted from 'effect/Redacted'
import { expect, it } from 'vitest'
import { authenticatorPolicy } from '../support/authenticator.ts'

const scenario = new Scenario({
  policies: { 'Authenticator.xml': authenticatorPolicy },
  claims: { objectId: '8d2f6a60-2c0e-4a5e-9d0a-3a4a7d6c1b11', userPrincipalName: 'ada@contoso.com' }
})

const fill = { Code: '@authenticator' }

it('enrols the app, and proves it by the next code when it comes back', async () => {
  const person = await scenario.person().opens()
  await person.fills()
  await person.fills({ Code: '000000' })
  expect(person.reads).toBe('Wrong code entered, please try again.')
  await person.fills(fill)
  expect(person.where).toBe('token')

  await person.closesBrowser().opens()
  await person.fills(fill)
  // Nobody may use a code twice.
  expect(person.reads).toBe('Wrong code entered, please try again.')
  await person.waits('30 seconds')
  await person.fills(fill)
  expect(person.where).toBe('token')
})

it('uses an app that is enrolled from the beginning', async () => {
  const secretKey = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  const devices = [{ user: 'ada@contoso.com', secretKey: Redacted.make(secretKey) }]
  const person = await scenario.with({ tenant: { devices } }).person().usesAuthenticator(secretKey)
  await person.opens()
  await person.fills(fill)
  expect(person.where).toBe('token')
})

it('says so when the app is empty', async () => {
  const devices = [{ user: 'ada@contoso.com', secretKey: Redacted.make('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ') }]
  const person = await scenario.with({ tenant: { devices } }).person().opens()
  await expect(person.fills(fill)).rejects.toThrow('the authenticator app is empty')
})
