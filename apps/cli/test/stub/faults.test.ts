/** The faults of the vocabulary on real sockets lead to what they lead to under the virtual clock. */
import { Interpreter, PolicyKeys } from '@trustframe/core'
import { CircuitStore } from '@trustframe/core/resilience'
import { layerUndici } from '@trustframe/http'
import { type FaultInput, type FaultText, layerFaults, readFaultPlan } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Result from 'effect/Result'
import { describe, expect, it } from 'vitest'
import { journey, runJourneys, scenario, shown, Stubs } from './harness.ts'

describe('a fault that a stub makes', () => {
  it.each([
    'ok',
    'dns',
    'refused',
    'tls',
    'timeout:connect',
    'timeout',
    'timeout:body',
    'reset',
    'reset:send',
    'reset:body',
    'slow:50 millis',
    'slow:2 seconds',
    '302',
    '401',
    '503',
    'contract:Locked.',
    'malformedJson',
    'missingMember',
    'missingMember:age',
    'wrongType'
  ] satisfies ReadonlyArray<FaultText>)('%s', async (fault) => {
    // A handshake with a server that speaks no TLS breaks off; a certificate that nobody trusts would not be tried again.
    const simulated: FaultInput = fault === 'tls' ? 'tls:EPROTO' : fault
    const outcome = await scenario
      .with({ faults: { GetPerson: simulated }, resilience: { timeout: '250 millis' } })
      .run()
    await using stubs = await Stubs.start({ GetPerson: fault })
    const [end] = await runJourneys(stubs.server.hosts)
    expect(shown(end)).toEqual(shown(outcome.end))
  })

  it('a sequence of faults, one for each try', async () => {
    await using stubs = await Stubs.start({ getperson: ['timeout', '503', 'ok'] })
    const ends = await runJourneys(stubs.server.hosts, 2)
    expect(ends.map(shown)).toEqual([['StatusRejected', 2, 'It failed.'], ['Completed']])
    expect(stubs.log.filter((line) => line.startsWith('GetPerson'))).toEqual([
      'GetPerson GET https://api.contoso.example/people/7 → fault timeout',
      'GetPerson GET https://api.contoso.example/people/7 → fault 503',
      'GetPerson GET https://api.contoso.example/people/7 → answered 200'
    ])
  })

  it('failures that open the circuit, which then closes', async () => {
    await using stubs = await Stubs.start({ GetPerson: ['503', '503'] })
    const ends = await runJourneys(stubs.server.hosts, 3, { circuitBreaker: { consecutiveFailures: 2 } })
    expect(ends.map(shown)).toEqual([
      ['StatusRejected', 1, 'It failed.'],
      ['StatusRejected', 1, 'It failed.'],
      ['CircuitOpen', 0, 'It takes a break.']
    ])
  })

  it('faults that a runtime makes by itself, above undici', async () => {
    await using stubs = await Stubs.start()
    const plan = Result.getOrThrow(readFaultPlan({ GetPerson: ['503', 'slow:50 millis', 'circuitOpen', 'ok'] }))
    const layer = Interpreter.layer.pipe(
      Layer.provide(layerFaults(plan, { restful: { hosts: stubs.server.hosts } })),
      Layer.provide([layerUndici(), PolicyKeys.layerMemory({}), CircuitStore.layerMemory])
    )
    const ends = await Effect.runPromise(Effect.provide(Effect.all([journey, journey, journey, journey]), layer))
    expect(ends.map((end) => shown(end)[0])).toEqual(['StatusRejected', 'Completed', 'CircuitOpen', 'Completed'])
    // Of the faults, only those that let requests pass reach the service.
    expect(stubs.log.filter((line) => line.startsWith('GetPerson'))).toHaveLength(2)
  })

  it.each([
    [
      { GetPerson: 'circuitOpen' },
      'a circuit is opened by the one who calls, not by a service: let the service fail with 503 until it opens, or use "trustframe faults"'
    ],
    [
      { GetPerson: ['dns', 'ok'] },
      'a stub can make "dns" for a technical profile and for every try: it happens before a request reaches the service'
    ]
  ] satisfies ReadonlyArray<readonly [Readonly<Record<string, FaultInput | ReadonlyArray<FaultInput>>>, string]>)(
    'not %j, and says why',
    async (faults, message) => {
      await expect(Stubs.start(faults)).rejects.toThrow(message)
    }
  )
})
