import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Scenario, ScenarioProblem } from '@trustframe/testing'
import { readProject } from '@trustframe/testing/node'
import { afterAll, describe, expect, it } from 'vitest'
import { policyText } from '../support/policy.ts'

const folder = mkdtempSync(join(tmpdir(), 'trustframe-testing-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const write = (name: string, text: string) => {
  const file = join(folder, name)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
}

const project = (name: string, config?: object) => {
  write(`${name}/policies/Policy.xml`, policyText({ metadata: { ServiceUrl: 'https://{Settings:Host}/p' } }))
  write(`${name}/policies/notes.txt`, 'no policy')
  write(
    `${name}/appsettings.json`,
    JSON.stringify({
      Environments: ['Development', 'Production'].map((Name) => ({ Name, PolicySettings: { Host: `${Name}.test` } }))
    })
  )
  if (config !== undefined) write(`${name}/trustframe.json`, JSON.stringify(config))
  return join(folder, name)
}

const settings = { settings: 'appsettings.json', environment: 'Development' }

describe('a project on disk', () => {
  it.each([
    ['a glob', { policies: ['policies/*.xml'], ...settings }],
    ['a folder', { policies: ['policies'], ...settings }],
    ['a file', { policies: ['policies/Policy.xml'], ...settings }],
    ['nothing', settings]
  ])('finds its policies by %s', async (name, config) => {
    const situation = readProject(project(`by ${name}`, config))
    expect(Object.keys(situation.policies)).toEqual(['policies/Policy.xml'])
    const outcome = await new Scenario({ ...situation, examples: true }).run()
    expect(outcome.requests.map(({ url }) => url)).toEqual(['https://development.test/p'])
  })

  it('takes another environment, and settings over it', async () => {
    const root = project('environments', { ...settings, resilience: { tries: 3 } })
    const situation = readProject(root, { environment: 'production' })
    expect(situation.resilience).toEqual({ tries: 3 })
    const urls = [situation, readProject(root, { settings: { Host: 'other.test' } })].map(async (each) => {
      const outcome = await new Scenario({ ...each, examples: true }).run()
      return outcome.requests[0]?.url
    })
    expect(await Promise.all(urls)).toEqual(['https://production.test/p', 'https://other.test/p'])
  })

  it('has its accounts, and its tenant beside them', () => {
    const users = [{ displayName: 'Ada', signInNames: { emailAddress: 'ada@contoso.com' } }]
    const tenant = { conditionalAccess: ['mfa'], lockout: { threshold: 3, duration: '2 minutes' } }
    const situation = readProject(project('accounts', { ...settings, users, tenant }))
    expect(situation.users).toEqual(users)
    expect(situation.tenant).toEqual({
      accessChallenges: ['mfa'],
      directory: { users: [], lockout: { threshold: 3, durationMillis: 120_000 } }
    })
  })

  it.each([
    ['no policies', { policies: ['none/*.xml'], ...settings }, /has no policy files that match none\/\*\.xml/],
    ['a file that is not there', { policies: ['none.xml'], ...settings }, /cannot read the policy ".*none\.xml"/],
    [
      'an unknown environment',
      { ...settings, environment: 'Test' },
      'the settings have no environment "Test"; they have Development, Production'
    ],
    [
      'no environment',
      { settings: 'appsettings.json' },
      'the settings have several environments (Development, Production); name one'
    ],
    ['a project file that is none', { polices: [] }, /trustframe\.json is no valid project file/]
  ])('says what is wrong: %s', (name, config, message) => {
    const root = project(`wrong ${name}`, config)
    expect(() => readProject(root)).toThrow(ScenarioProblem)
    expect(() => readProject(root)).toThrow(message)
  })
})
