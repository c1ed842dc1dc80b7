/** The code of docs/guides/test-user-journeys.md, word for word. */
import { readFileSync } from 'node:fs'
import { Scenario } from '@trustframe/testing'
import { readProject } from '@trustframe/testing/node'
import { describe, expect, it } from 'vitest'

const scenario = new Scenario({
  ...readProject(new URL('..', import.meta.url)),
  policy: 'B2C_1A_SignUpOrSignIn'
})

const ada = { signInName: 'ada@contoso.com', password: 'Analytical-1843' }

it('signs Ada in with her password and her phone', async () => {
  const person = await scenario.person().opens()
  await person.fills(ada)
  await person.provesPhone(0)
  expect(person.token).toMatchObject({ name: 'Ada Lovelace', email: 'ada@contoso.com' })
})

describe('what people read', () => {
  it.each([
    [{ ...ada, password: 'Difference-1843' }, 'The password is wrong.'],
    [{ ...ada, signInName: 'eve@contoso.com' }, 'There is no account with this e-mail address.']
  ])('after %j', async (typed, reads) => {
    const person = await scenario.person().opens()
    await person.fills(typed)
    expect(person.reads).toBe(reads)
  })
})

it('locks the account for a minute', async () => {
  const person = await scenario.person().opens()
  for (const password of ['Wrong-1', 'Wrong-2', 'Wrong-3']) await person.fills({ ...ada, password })
  await person.fills(ada)
  expect(person.reads).toBe('Too many wrong passwords. Try again in a minute.')
  await person.waits('1 minute')
  await person.fills(ada)
  expect(person.where).toBe('page api.phonefactor')
})

it('signs Joan up, who mistypes the code once', async () => {
  const person = await scenario.person().opens()
  await person.chooses('Sign up now')
  await person.verifies('email', 'joan@contoso.com', '000000')
  expect(person.reads).toBe('This is not the code. Look again.')
  await person.entersCode()
  await person.fills({ displayName: 'Joan', newPassword: 'Bletchley-1940', reenterPassword: 'Bletchley-1940' })
  await person.provesPhone('+12065550103')
  expect(person.token).toMatchObject({ name: 'Joan', email: 'joan@contoso.com' })
})

it('signs in by Fabrikam, and tells the application when Fabrikam refuses', async () => {
  const person = await scenario.person().opens()
  await person.chooses('Fabrikam')
  await person.signsInAs({ sub: 'grace-42', email: 'grace@fabrikam.example' })
  await person.provesPhone(0)
  expect(person.token).toMatchObject({ name: 'Grace Hopper' })

  await person.closesBrowser().opens()
  await person.chooses('Fabrikam')
  await person.returns({ error: 'access_denied' })
  expect(person.outcome.relyingParty?.error_description).toMatch(/^AADB2C90273: /)
})

it('needs no page while the session lasts', async () => {
  const person = await scenario.person().opens()
  await person.fills(ada)
  await person.provesPhone(0)
  await person.waits('50 minutes')
  await person.opens({ journey: 'EditProfile' })
  expect(person.where).toBe('page api.selfasserted.profileupdate')
})

it('issues tokens that the application can use', async () => {
  const parameters = { client_id: 'app', nonce: 'n-1', scope: 'openid offline_access' }
  const person = await scenario.person().opens({ parameters })
  await person.fills(ada)
  await person.provesPhone(0)
  const { idToken, refreshToken } = await person.tokens()
  expect(idToken?.expiresIn).toBe(3600)
  expect(refreshToken?.expiresIn).toBe(1_209_600)
})

const spaceless = (text: string) => text.replaceAll(/\s+/g, '')
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

it('is what the guide shows', () => {
  const guide = read('../../../docs/guides/test-user-journeys.md')
  const blocks = [...guide.matchAll(/```ts\n([^]*?)```/g)].map(([, code = '']) => code)
  const own = spaceless(read('guide.test.ts'))
  expect(blocks).toHaveLength(7)
  for (const block of blocks) expect(own).toContain(spaceless(block.replaceAll(/^import .*\n/gm, '')))
})
