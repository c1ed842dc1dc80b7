/** The code of the README, word for word. */
import { readFileSync } from 'node:fs'
import { Interpreter, type PolicyKey, PolicyKeys } from '@trustframe/core'
import { CircuitStore } from '@trustframe/core/resilience'
import { layerUndici } from '@trustframe/http'
import {
  faultKindNames,
  faultReport,
  layerFaults,
  PageAnswer,
  Press,
  readFaultPlan,
  reply,
  Scenario,
  user
} from '@trustframe/testing'
import { readProject } from '@trustframe/testing/node'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'
import { describe, expect, it } from 'vitest'
import { accountsPolicy } from '../support/accounts.ts'

const scenario = new Scenario({
  ...readProject(new URL('loyalty', import.meta.url)),
  services: {
    'REST-CheckCard': reply.status(204),
    'GET https://loyalty.test.contoso.example/members/:number': ({ params }) =>
      params['number'] === '4711' ? reply.json({ points: 250 }) : reply.status(404)
  }
})

const ada = [user.submits({ memberNumber: '4711' })]

it('puts the points into the token', async () => {
  const outcome = await scenario.run({ user: ada })
  expect(outcome.token).toEqual({ sub: '4711', points: 250 })
  expect(outcome.requests.map(String)).toEqual([
    'POST https://loyalty.test.contoso.example/cards {"memberNumber":"4711"}',
    'GET https://loyalty.test.contoso.example/members/4711'
  ])
})

it('tells the member when the service is slow', async () => {
  const outcome = await scenario.with({ faults: { 'REST-GetPoints': 'timeout' } }).run({ user: ada })
  expect(outcome.userReads).toBe('Looking up your points takes too long. Please try again in a minute.')
  expect(outcome.message?.key).toBe('UserMessageIfRequestTimeout')
  expect(outcome.tries).toEqual({ 'REST-CheckCard': 1, 'REST-GetPoints': 2 })
})

it('gets the points at the third try', async () => {
  const patient = scenario.with({
    faults: { 'rest-getpoints': ['timeout', '503', 'ok'] },
    resilience: { preset: 'standard' }
  })
  const outcome = await patient.run({ user: ada })
  expect(outcome.token).toEqual({ sub: '4711', points: 250 })
})

it('stops asking a service that keeps failing, and asks again later', async () => {
  const runtime = scenario
    .with({
      faults: { 'REST-GetPoints': ['500', '500'] },
      resilience: { circuitBreaker: { key: 'profile', consecutiveFailures: 2, breakDuration: '1 minute' } }
    })
    .open()
  await runtime.run({ user: ada })
  await runtime.run({ user: ada })
  expect((await runtime.run({ user: ada })).tag).toBe('CircuitOpen')
  await runtime.advance('1 minute')
  expect((await runtime.run({ user: ada })).completed).toBe(true)
})

it('lets the member wait for ten seconds, and no longer, for the first try', async () => {
  const runtime = scenario.with({ faults: { 'REST-GetPoints': 'timeout' }, resilience: { tries: 1 } }).open()
  const run = runtime.start({ user: ada })
  await runtime.advance('9 seconds')
  expect(run.outcome).toBeUndefined()
  await runtime.advance('1 second')
  expect(run.outcome?.tag).toBe('RequestTimeout')
})

it('does what it always did', async () => {
  const outcome = await scenario.with({ faults: { 'REST-GetPoints': ['timeout', 'ok'] } }).run({ user: ada })
  await expect(outcome.formatTrace()).toMatchFileSnapshot('traces/slow-service.txt')
})

it('has words for everything', async () => {
  const { profiles } = await Effect.runPromise(faultReport(scenario.policy, { profiles: ['REST-GetPoints'] }))
  const findings = profiles.flatMap((profile) => profile.findings)
  expect(findings.filter(({ leaks, missing }) => missing || leaks.length > 0)).toEqual([])
})

export const layerWithFaults = (keys: Readonly<Record<string, PolicyKey>>) =>
  Interpreter.layer.pipe(
    Layer.provide(layerFaults(Result.getOrThrow(readFaultPlan({ 'REST-GetPoints': ['refused', 'ok'] })))),
    Layer.provide([layerUndici(), PolicyKeys.layerMemory(keys), CircuitStore.layerMemory])
  )

const accounts = new Scenario({
  policies: { 'Accounts.xml': accountsPolicy },
  users: [{ displayName: 'Ada Lovelace', signInNames: { emailAddress: 'ada@contoso.com' }, password: 'Passw0rd!' }]
})

it('signs in after a wrong password, and is known to the session', async () => {
  const person = await accounts.person().opens()
  await person.fills({ signInName: 'ada@contoso.com', password: 'Passw0rd?' })
  expect(person.reads).toBe('Your password is incorrect.')
  await person.fills({ password: 'Passw0rd!' })
  expect(person.token).toMatchObject({ name: 'Ada Lovelace' })
  await person.opens()
  expect(person.where).toBe('token')
})

it('signs up with an address that a code proves, if it is not too old', async () => {
  const person = await accounts.person().opens()
  await person.chooses('Sign up now')
  await person.asksForCode('E-mail address', 'grace@contoso.com')
  await person.waits('10 minutes')
  await person.entersCode()
  expect(person.reads).toBe('That code is expired. Please request a new code.')
  await person.verifies('E-mail address', 'grace@contoso.com')
  await person.fills({ 'New password': 'Passw0rd!', Name: 'Grace Hopper' })
  expect(person.token).toMatchObject({ name: 'Grace Hopper' })
})

it('comes back from the identity provider', async () => {
  const person = await accounts.person().opens()
  await person.chooses('SocialExchange')
  expect(person.where).toBe('provider Social-OAuth2')
  await person.signsInAs({ id: 'grace-42', name: 'Grace Hopper' })
  expect(person.token).toMatchObject({ issuerUserId: 'grace-42' })
})

const spaceless = (text: string) => text.replaceAll(/\s+/g, '')
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** The blocks of a language in a page. */
const blocks = (page: string, language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, code = '']) => code)

describe('docs/reference/faults.md', () => {
  const reference = read('../../../../docs/reference/faults.md')

  it('has every kind of fault', () => {
    for (const kind of faultKindNames) expect(reference).toContain(`"kind": "${kind}"`)
  })

  it('shows faults that can be written in trustframe.json', () => {
    const [config = '{}'] = blocks(reference, 'json')
    expect(Result.isSuccess(readFaultPlan(JSON.parse(config).faults))).toBe(true)
  })
})

describe('docs/reference/answers.md', () => {
  const reference = read('../../../../docs/reference/answers.md')
  const rows = [...reference.matchAll(/^\| `(\w+)` +\| (.*?) *\|$/gm)].map(([, key, text]) => [key, text])

  const readKeys = Schema.decodeUnknownSync(
    Schema.Struct({ properties: Schema.Record(Schema.String, Schema.Struct({ description: Schema.String })) })
  )

  /** The keys of a schema with their descriptions. */
  const described = (schema: Schema.Top) => {
    const { definitions, schema: root } = Schema.toJsonSchemaDocument(schema)
    const { properties } = readKeys(Object.values(definitions)[0] ?? root)
    return Object.entries(properties).map(([key, { description }]) => [key, description])
  }

  it('has every key, with the words of its schema', () => {
    expect(rows).toEqual([...described(PageAnswer), ...described(Press)])
  })
})

describe('the code of a page is what is tested here', () => {
  it.each([
    ['the README', '../../README.md', 'readme.test.ts', 11],
    ['the guide to error messages', '../../../../docs/guides/test-error-messages.md', 'guide.test.ts', 3]
  ])('%s', (_, page, test, count) => {
    const own = spaceless(read(test))
    const found = blocks(read(page), 'ts')
    expect(found).toHaveLength(count)
    for (const block of found) expect(own).toContain(spaceless(block.replaceAll(/^import .*\n/gm, '')))
  })
})
