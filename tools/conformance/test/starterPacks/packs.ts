/** The starter packs of the corpus, unedited, as scenarios, and what a person is told in them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Person, Scenario, type TestRuntime } from '@trustframe/testing'
import { chainsOf } from '../../src/journeys/chains.ts'
import { corpus, hasCorpus } from '../support/corpus.ts'

const chains = hasCorpus ? chainsOf(corpus) : []

/** A user whom the directory knows. */
export const ada = {
  displayName: 'Ada Lovelace',
  objectId: '8d2f6a60-2c0e-4a5e-9d0a-3a4a7d6c1b11',
  signInNames: { emailAddress: 'ada@contoso.com' },
  password: 'Passw0rd!',
  attributes: { givenName: 'Ada', surname: 'Lovelace' }
} as const

/** Ada’s entries of a sign-in page. */
export const signIn = { signInName: 'ada@contoso.com', password: ada.password }

/** Parameters of a request that asks for a refresh token. */
export const offline = { scope: 'openid offline_access' }

const scenarios = new Map<string, Scenario>()

/** These files of the corpus as a scenario, with Ada in the directory. Files are read once, policies resolved once. */
export const scenarioOfFiles = (files: ReadonlyArray<string>): Scenario => {
  const name = files.join()
  const scenario =
    scenarios.get(name) ??
    new Scenario({
      policies: Object.fromEntries(files.map((path) => [path, readFileSync(join(corpus, path), 'utf8')])),
      users: [ada],
      context: { parameters: { client_id: '00001111-aaaa-2222-bbbb-3333cccc4444' } }
    })
  scenarios.set(name, scenario)
  return scenario
}

/** A relying party of the corpus with the policies that it inherits. */
export const scenarioOf = (relyingParty: string): Scenario => {
  const chain = chains.find((candidate) => candidate.relyingParty === relyingParty)
  if (chain === undefined) throw new Error(`the corpus has no "${relyingParty}"`)
  return scenarioOfFiles(chain.files)
}

/** What stands at the end of every error towards the application, at the time that scenarios begin. */
export const trailer = '\r\nCorrelation ID: 00000000-0000-0000-0000-000000000000\r\nTimestamp: 2025-01-01 00:00:00Z\r\n'

/**
 * Where the person is and what is said there, in a line: `token`, `page api.x`, `page api.x: CODE text`, or `server_error: CODE:
 * text` as the application receives it, without its trailer.
 */
export const told = (person: Person): string => {
  const { relyingParty } = person.outcome
  if (relyingParty !== undefined) {
    const [sentence] = relyingParty.error_description.split('\r\n')
    return `${relyingParty.error}: ${sentence}`
  }
  const { reads, where } = person
  if (reads === undefined) return where
  const { code } = person.page.message ?? {}
  return `${where}: ${code === undefined ? '' : `${code} `}${reads}`
}

/** The fields of the page with what they hold. */
export const filled = ({ page }: Person): Readonly<Record<string, string | undefined>> => {
  const items = page.kind === 'SelfAsserted' ? page.form.items : []
  return Object.fromEntries(items.flatMap((item) => (item._tag === 'Field' ? [[item.id, item.value]] : [])))
}

/** What the directory holds of an account, as the policy reads it. */
export const readAccount = async (tenant: TestRuntime, objectId: string) => {
  const outcome = await tenant.run({ profile: 'AAD-UserReadUsingObjectId', claims: { objectId } })
  if (!outcome.completed) throw new Error(outcome.toString())
  return outcome.claims
}

/** The account that a token is about, by its object id. */
export const subjectOf = ({ token: { sub } }: Person): string => {
  if (typeof sub !== 'string') throw new Error('the token has no sub')
  return sub
}
