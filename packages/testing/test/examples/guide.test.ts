/** The code of docs/guides/test-error-messages.md, word for word. */
import { Scenario, user } from '@trustframe/testing'
import { readProject } from '@trustframe/testing/node'
import { describe, expect, it } from 'vitest'

const scenario = new Scenario({
  ...readProject(new URL('loyalty', import.meta.url)),
  examples: true,
  claims: { memberNumber: '4711' }
})

describe('what a member reads when the loyalty service', () => {
  it.each([
    ['answers too late', 'timeout', 'Looking up your points takes too long. Please try again in a minute.'],
    ['cannot be found', 'dns', 'Your points are not available today.'],
    ['failed too often', 'circuitOpen', 'Your points are not available at the moment.'],
    ['fails', '500', 'We cannot look up your points. Please try again later.']
  ] as const)('%s', async (_, fault, reads) => {
    const outcome = await scenario.with({ faults: { 'REST-GetPoints': fault } }).run({ profile: 'REST-GetPoints' })
    expect(outcome.userReads).toBe(reads)
  })
})

it('does not tell members where the service is', async () => {
  const outcome = await scenario.with({ faults: { 'REST-GetPoints': 'timeout' } }).run({ profile: 'REST-GetPoints' })
  expect(outcome.userReads).not.toContain('contoso.example')
  expect(outcome.tries).toEqual({ 'REST-GetPoints': 2 })
})

it('says on the page why a card is refused, and lets the member try again', async () => {
  const refused = scenario.with({ faults: { 'REST-CheckCard': ['contract:This card has expired.', 'ok'] } })
  const once = await refused.run({ user: [user.submits({ memberNumber: '1' })] })
  expect(once.page?.message?.text).toBe('This card has expired.')

  const twice = await refused.run({ user: [user.submits({ memberNumber: '1' }), user.submits({ memberNumber: '2' })] })
  expect(twice.token).toEqual({ sub: '2', points: 42 })
})
