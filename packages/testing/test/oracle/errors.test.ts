/** The behavioural examples about errors (43 to 60) that a call in step 2 of a journey can show, by their numbers. */
import { formatAadb2c } from '@trustframe/plan'
import { type FaultInput, reply, ScenarioProblem } from '@trustframe/testing'
import { describe, expect, it } from 'vitest'
import { nameAndAge, type PolicyParts, type ProfileParts, scenarioOf } from '../support/policy.ts'

const run = (fault: FaultInput, r: ProfileParts = {}, parts: PolicyParts = {}, preset: 'b2c' | 'b2c-legacy' = 'b2c') =>
  scenarioOf(r, parts, { faults: { R: fault }, examples: true, resilience: { preset } }).run()

const contract = (more: object = {}): FaultInput => ({ kind: 'contract', userMessage: 'Code wrong', ...more })

const httpError = (code: string, reason: string) =>
  `The claims exchange 'R' specified in step '2' returned HTTP error response with Code '${code}' and Reason '${reason}'.`

const outputs = { outputClaims: nameAndAge }

describe('what the user reads', () => {
  it.each([
    ['43 a 409 with the error contract', contract(), outputs, 'Code wrong'],
    ['44 a 400 whose body has status 409', contract({ status: 400 }), outputs, 'Code wrong'],
    [
      '45 a 400 whose body has status 400',
      { kind: 'status', status: 400, body: { version: '1.0.0', status: 400, userMessage: 'x' } },
      outputs,
      httpError('BadRequest', 'Bad Request')
    ],
    ['46 a 500', '500', outputs, httpError('InternalServerError', 'Internal Server Error')],
    [
      '47 a 409 that is no JSON',
      { kind: 'status', status: 409, body: 'oops' },
      outputs,
      "The claims exchange 'R' specified in step '2' returned HTTP error response that could not be parsed."
    ],
    [
      '48 a 500 with a message of the policy',
      '500',
      { metadata: { DefaultUserMessageIfRequestFailed: 'Try later' } },
      'Try later'
    ],
    [
      '51 no answer',
      'timeout',
      outputs,
      'Failed to establish connection to restful service end point within timeout limit 10 seconds. Restful service URL: https://api.test/p'
    ],
    ['52 no answer, with its own message', 'timeout', { metadata: { UserMessageIfRequestTimeout: 'Slow' } }, 'Slow'],
    [
      '52 no answer, with the default message',
      'timeout',
      { metadata: { DefaultUserMessageIfRequestFailed: 'Down' } },
      'Down'
    ],
    [
      '53 a host that does not resolve',
      'dns',
      outputs,
      'Failed to resolve the hostname of the restful service endpoint. Restful service URL: https://api.test/p'
    ],
    [
      '55 a refusal without DebugMode',
      contract({ developerMessage: 'dev', code: 'E1' }),
      { metadata: { DebugMode: 'false' } },
      'Code wrong'
    ]
  ] satisfies ReadonlyArray<readonly [string, FaultInput, ProfileParts, string]>)('%s', async (_, fault, r, reads) => {
    expect((await run(fault, r)).userReads).toBe(reads)
  })

  it('55 a refusal with DebugMode', async () => {
    const { userReads } = await run(contract({ developerMessage: 'dev', code: 'E1' }), {
      metadata: { DebugMode: 'true' }
    })
    for (const part of ['Code wrong', 'dev', 'E1']) expect(userReads).toContain(part)
  })
})

describe('what the application receives', () => {
  it('49 a 404: server_error with code, correlation id and timestamp, each on its line', async () => {
    const outcome = await run('404')
    expect(outcome.relyingParty).toEqual({
      error: 'server_error',
      error_description: `${formatAadb2c('AADB2C90075', 'R', '2', 'NotFound', 'Not Found')}\r\nCorrelation ID: 00000000-0000-0000-0000-000000000000\r\nTimestamp: 2025-01-01 00:00:00Z\r\n`
    })
  })

  it.each([
    ['51 two tries of 10 seconds', 'b2c', 2, 20_000, '10'],
    ['51 three tries of 30 seconds, as before 2025', 'b2c-legacy', 3, 90_000, '30']
  ] as const)('%s', async (_, preset, tries, least, seconds) => {
    const outcome = await run('timeout', {}, {}, preset)
    expect(outcome.tries).toEqual({ R: tries })
    expect(outcome.elapsedMillis).toBeGreaterThanOrEqual(least)
    expect(outcome.relyingParty?.error_description).toContain(
      httpError(
        'Conflict',
        `Failed to establish connection to restful service end point within timeout limit ${seconds} seconds. Restful service URL: https://api.test/p`
      )
    )
  })

  it('52 a timeout with its own message, which is the reason', async () => {
    const outcome = await run('timeout', { metadata: { UserMessageIfRequestTimeout: 'Slow' } })
    expect(outcome.relyingParty?.error_description).toContain(httpError('Conflict', 'Slow'))
  })
})

describe('what is no error', () => {
  it('59 a 200 with the body of an error: no message, no claims', async () => {
    const body = { version: '1.0.0', status: 409, userMessage: 'x' }
    const outcome = await scenarioOf(outputs, {}, { services: { R: reply.json(body) } }).run()
    expect([outcome.completed, outcome.userReads, outcome.claims]).toEqual([true, undefined, { started: 'yes' }])
  })
})

describe('what does not come to a call', () => {
  it('60 plain http in a production policy', async () => {
    const plain = run(
      'ok',
      { metadata: { ServiceUrl: 'http://api.test/p' } },
      { attributes: 'DeploymentMode="Production"' }
    )
    await expect(plain).rejects.toThrow(ScenarioProblem)
    await expect(plain).rejects.toThrow('AADB2C90256')
  })
})
