import { faultKindNames, type FaultInput, type FaultText, reply, Scenario } from '@trustframe/testing'
import { describe, expect, it } from 'vitest'
import { fourMessages, nameAndAge, scenarioOf } from '../support/policy.ts'

const ada = reply.json({ name: 'Ada', age: 36 })
const scenario = scenarioOf({ metadata: fourMessages, outputClaims: nameAndAge }, {}, { services: { R: ada } })

/** Under preset b2c: 10 seconds a try, 2 tries, retries after failures to connect and timeouts. */
describe('what a fault leads to, through the complete interpreter', () => {
  const rows: ReadonlyArray<
    readonly [fault: FaultText, tag: string | undefined, tries: number, reads: string | undefined, arrived: number]
  > = [
    ['ok', undefined, 1, undefined, 1],
    ['dns', 'DnsResolutionFailed', 1, 'It is not there.', 0],
    ['refused', 'ConnectionFailed', 2, 'It failed.', 0],
    ['tls', 'ConnectionFailed', 1, 'It failed.', 0],
    ['tls:ECONNRESET', 'ConnectionFailed', 2, 'It failed.', 0],
    ['timeout:connect', 'RequestTimeout', 2, 'It is slow.', 0],
    ['timeout', 'RequestTimeout', 2, 'It is slow.', 2],
    ['timeout:body', 'RequestTimeout', 2, 'It is slow.', 2],
    ['reset:send', 'ConnectionFailed', 1, 'It failed.', 1],
    ['reset', 'ConnectionFailed', 1, 'It failed.', 1],
    ['reset:body', 'ConnectionFailed', 1, 'It failed.', 1],
    ['slow', undefined, 1, undefined, 1],
    ['slow:9 seconds', undefined, 1, undefined, 1],
    ['slow:10 seconds', 'RequestTimeout', 2, 'It is slow.', 2],
    ['302', 'StatusRejected', 1, 'It failed.', 1],
    ['401', 'StatusRejected', 1, 'It failed.', 1],
    ['503', 'StatusRejected', 1, 'It failed.', 1],
    ['contract:Locked.', 'ServiceRejected', 1, 'Locked.', 1],
    ['malformedJson', 'AnswerUnreadable', 1, 'It failed.', 1],
    ['missingMember', undefined, 1, undefined, 1],
    ['wrongType', 'ClaimUnreadable', 1, 'It failed.', 1],
    ['wrongType:name', undefined, 1, undefined, 1],
    ['circuitOpen', 'CircuitOpen', 0, 'It takes a break.', 0]
  ]

  it.each(rows)('%s', async (fault, tag, tries, reads, arrived) => {
    const outcome = await scenario.with({ faults: { r: fault } }).run()
    expect({
      tag: outcome.tag,
      tries: outcome.error?.attempts ?? outcome.tries['R'],
      reads: outcome.userReads,
      arrived: outcome.requests.length
    }).toEqual({ tag, tries, reads, arrived })
  })

  it('is tried for every kind of fault', () => {
    const tried = new Set(rows.map(([fault]) => fault.split(':', 1)[0]))
    expect(faultKindNames.filter((kind) => !(tried.has(kind) || kind === 'status'))).toEqual([])
  })

  it.each([
    ['missingMember', { started: 'yes' }],
    ['missingMember:name', { started: 'yes', age: 36 }],
    ['wrongType:name', { started: 'yes', name: '{"unexpected":"object"}', age: 36 }],
    [
      { kind: 'wrongType', member: 'age', value: '37' },
      { started: 'yes', name: 'Ada', age: 37 }
    ]
  ] satisfies ReadonlyArray<readonly [FaultInput, unknown]>)(
    '%j changes the answer of the service',
    async (fault, claims) => {
      const outcome = await scenario.with({ faults: { R: fault } }).run()
      expect(outcome.claims).toEqual(claims)
    }
  )

  it.each([
    [{ kind: 'malformedJson', status: 400 }, 'ErrorResponseUnreadable'],
    [{ kind: 'contract', status: 400, userMessage: 'No.' }, 'ServiceRejected'],
    [{ kind: 'status', status: 400, body: { status: 400, userMessage: 'No.' } }, 'StatusRejected'],
    [{ kind: 'status', status: 200, body: 'oops' }, 'AnswerUnreadable']
  ] satisfies ReadonlyArray<readonly [FaultInput, string]>)('%j', async (fault, tag) => {
    const outcome = await scenario.with({ faults: { R: fault } }).run()
    expect(outcome.tag).toBe(tag)
  })

  it('takes no time, whatever the clock of the test says', async () => {
    const outcome = await scenario.with({ faults: { R: 'timeout' }, resilience: { timeout: '1 hour' } }).run()
    expect(outcome.elapsedMillis).toBeGreaterThan(2 * 3_600_000)
    expect(outcome.userReads).toBe('It is slow.')
  })

  it('waits as long as undici does where there is no time limit', async () => {
    const outcome = await scenario
      .with({ faults: { R: 'timeout' }, resilience: { timeout: 'Infinity', tries: 1 } })
      .run()
    expect([outcome.tag, outcome.elapsedMillis]).toEqual(['RequestTimeout', 300_000])
  })

  it('asks the service for a pause by Retry-After', async () => {
    const fault: FaultInput = { kind: 'status', status: 503, retryAfter: '3 seconds' }
    const outcome = await scenario.with({ faults: { R: [fault] }, resilience: { preset: 'standard' } }).run()
    expect(outcome.completed).toBe(true)
    expect(outcome.elapsedMillis).toBeGreaterThanOrEqual(3000)
  })

  it('refuses an open circuit where the breaker is off, instead of testing nothing', async () => {
    const off = scenario.with({ faults: { R: 'circuitOpen' }, resilience: { circuitBreaker: false } })
    await expect(off.run()).rejects.toThrow(
      'the circuit of technical profile "R" cannot be open: its circuit breaker is off, or layerFaultyCircuits is missing'
    )
  })
})

describe('a sequence of faults', () => {
  const standard = scenario.with({ resilience: { preset: 'standard', retry: { nonIdempotent: true } } })
  const attempts = async (faults: ReadonlyArray<FaultText>, runs = 1) => {
    const runtime = standard.with({ faults: { R: faults } }).open()
    const outcomes = []
    for (let run = 0; run < runs; run++) outcomes.push(await runtime.run())
    return outcomes.map(({ tag, tries }) => [tag ?? 'completed', tries['R']])
  }

  it.each([
    ['has a fault for each try', ['timeout', '503', 'ok'], 1, [['completed', 3]]],
    ['goes on to the service when it is used up', ['timeout'], 1, [['completed', 2]]],
    [
      'goes on from one call to the next',
      ['401', 'ok', 'dns'],
      3,
      [
        ['StatusRejected', 1],
        ['completed', 1],
        ['DnsResolutionFailed', 1]
      ]
    ],
    [
      'can open the circuit for one call',
      ['circuitOpen', 'ok'],
      2,
      [
        ['CircuitOpen', 0],
        ['completed', 1]
      ]
    ],
    [
      'can open the circuit between tries, which leaves the first failure',
      ['503', 'circuitOpen'],
      1,
      [['StatusRejected', 1]]
    ]
  ] satisfies ReadonlyArray<readonly [string, ReadonlyArray<FaultText>, number, unknown]>)(
    '%s',
    async (_, faults, runs, expected) => {
      expect(await attempts(faults, runs)).toEqual(expected)
    }
  )

  it('is for every try when it is no list', async () => {
    const outcome = await standard.with({ faults: { R: '503' } }).run()
    expect([outcome.tag, outcome.tries]).toEqual(['StatusRejected', { R: 3 }])
  })
})

describe('a fault for a request', () => {
  const byId = new Scenario({
    ...scenarioOf({
      metadata: { SendClaimsIn: 'Url', ServiceUrl: 'https://api.test/people/{name}' },
      inputClaims: '<InputClaim ClaimTypeReferenceId="name" />'
    }).situation,
    services: { 'GET https://api.test/people/:name': reply.json({}) }
  })

  it.each([
    ['GET https://api.test/people/ada', 'ada', 'StatusRejected'],
    ['GET https://api.test/people/ada', 'grace', undefined],
    ['https://*.test', 'grace', 'StatusRejected'],
    ['POST /people/ada', 'ada', undefined]
  ])('%s, when %s is asked for', async (request, name, tag) => {
    const outcome = await byId.with({ faults: { [request]: '503' }, claims: { name } }).run()
    expect(outcome.tag).toBe(tag)
  })
})
