/** The project of this folder as a scenario, and the people of its tests. */
import { type Person, Scenario } from '@trustframe/testing'
import { readProject } from '@trustframe/testing/node'

/** Policies, settings, accounts and lockout are those of trustframe.json: what `trustframe run` runs. */
export const scenario = new Scenario({
  ...readProject(new URL('..', import.meta.url)),
  policy: 'B2C_1A_SignUpOrSignIn'
})

/** What Ada types to sign in. */
export const ada = { signInName: 'ada@contoso.com', password: 'Analytical-1843' }

/** The subject of Ada's tokens. */
export const adasObjectId = '11111111-1111-4111-8111-111111111111'

/** What Joan types to sign up, besides her e-mail address. */
export const joan = {
  displayName: 'Joan Clarke',
  givenName: 'Joan',
  surname: 'Clarke',
  newPassword: 'Bletchley-1940',
  reenterPassword: 'Bletchley-1940'
}

/** Opens the policy, and goes to the page for signing up. */
export const signingUp = async (): Promise<Person> => {
  const person = await scenario.person().opens()
  return await person.chooses('Sign up now')
}
