import { assert, it as effectIt } from '@effect/vitest'
import { reply, Scenario, ScenarioProblem } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import { describe, expect, it } from 'vitest'
import { claimType, fourMessages, nameAndAge, policyText, scenarioOf } from '../support/policy.ts'

const ada = reply.json({ name: 'Ada', age: 36 })
const scenario = scenarioOf({ metadata: fourMessages, outputClaims: nameAndAge }, {}, { services: { R: ada } })

describe('an outcome', () => {
  it('has what came of a journey that ends well', async () => {
    const outcome = await scenario.run()
    expect(outcome).toMatchObject({
      completed: true,
      error: undefined,
      message: undefined,
      tries: { R: 1 },
      claims: { started: 'yes', name: 'Ada', age: 36 },
      token: { name: 'Ada' },
      relyingParty: undefined,
      elapsedMillis: 0,
      end: { _tag: 'Completed' }
    })
    expect(outcome.requests.map(String)).toEqual(['POST https://api.test/p {}'])
  })

  it('has what came of a journey that fails', async () => {
    const outcome = await scenario.with({ faults: { R: 'dns' } }).run()
    expect(outcome).toMatchObject({
      completed: false,
      tag: 'DnsResolutionFailed',
      userReads: 'It is not there.',
      message: { key: 'UserMessageIfDnsResolutionFailed', source: 'metadata', origin: { file: 'Policy.xml' } },
      tries: { R: 1 },
      claims: { started: 'yes' },
      token: undefined,
      relyingParty: { error: 'server_error' }
    })
  })

  it('is the same each time', async () => {
    const varied = scenario.with({ faults: { R: ['timeout', 'refused'] }, resilience: { tries: 3 } })
    expect((await varied.run()).formatTrace()).toBe((await varied.run()).formatTrace())
  })

  it('is text that says what happened and what to do', async () => {
    const outcome = await scenario.with({ faults: { R: 'dns' } }).run()
    expect(String(outcome).split('\n').slice(0, 3)).toEqual([
      'DnsResolutionFailed: the host name "api.test" does not resolve (ENOTFOUND)',
      'the user reads: It is not there. (UserMessageIfDnsResolutionFailed)',
      'what to do: check the host of the ServiceUrl; for a service of your own, map it with --host NAME=URL'
    ])
  })
})

describe('a trace', () => {
  it('is text that can be kept in a file', async () => {
    const outcome = await scenario.with({ faults: { R: ['timeout', 'ok'] } }).run()
    await expect(outcome.formatTrace()).toMatchFileSnapshot('../golden/trace-completed.txt')
  })

  it('shows how a journey failed', async () => {
    const outcome = await scenario.with({ faults: { R: 'timeout:body' } }).run()
    await expect(outcome.formatTrace()).toMatchFileSnapshot('../golden/trace-failed.txt')
  })
})

describe('what is run', () => {
  it('is one technical profile alone', async () => {
    const outcome = await scenario.run({ profile: 'r' })
    expect([outcome.claims, outcome.token]).toEqual([{ name: 'Ada', age: 36 }, undefined])
  })

  it('starts with claims of the situation, and those of the run over them', async () => {
    const given = scenario.with({ claims: { name: 'Grace', age: 1 }, services: { R: reply.json({}) } })
    expect((await given.run({ claims: { age: 2 } })).claims).toMatchObject({ name: 'Grace', age: 2 })
  })

  it('knows settings, keys, context and time', async () => {
    const outcome = await new Scenario({
      policies: {
        'Policy.xml': policyText(
          {
            metadata: {
              ServiceUrl: 'https://{Settings:Host}/p',
              AuthenticationType: 'Bearer',
              SendClaimsIn: 'QueryString',
              IncludeClaimResolvingInClaimsHandling: 'true'
            },
            keys: '<Key Id="BearerAuthenticationToken" StorageReferenceId="B2C_1A_Token" />',
            inputClaims:
              '<InputClaim ClaimTypeReferenceId="name" PartnerClaimType="lang" DefaultValue="{Culture:LanguageName}" /><InputClaim ClaimTypeReferenceId="when" DefaultValue="{Context:DateTimeInUtc}" />'
          },
          { claimTypes: claimType('when') }
        )
      },
      settings: { Host: 'api.contoso.example' },
      keys: { B2C_1A_Token: 'T' },
      context: { language: 'de' },
      clock: '2026-02-03T04:05:06Z',
      services: { R: reply.json({}) }
    }).run()
    const url = new URL(outcome.requests[0]?.url ?? '')
    expect([url.host, url.searchParams.get('lang'), url.searchParams.get('when')]).toEqual([
      'api.contoso.example',
      'de',
      '2/3/2026 4:05:06 AM'
    ])
    expect(outcome.requests[0]?.reveal().headers['authorization']).toBe('Bearer T')
  })

  it('has every key, unless a test says which there are', async () => {
    const keyed = scenarioOf({
      metadata: { AuthenticationType: 'ClientCertificate' },
      keys: '<Key Id="ClientCertificate" StorageReferenceId="B2C_1A_Cert" />'
    }).with({ examples: true })
    const outcomes = [await keyed.run(), await keyed.with({ keys: {} }).run()]
    expect(outcomes.map(({ tag }) => tag)).toEqual([undefined, 'KeyUnavailable'])
  })
})

describe('time', () => {
  it('is moved step by step when a test wants to look in between', async () => {
    const runtime = scenario.with({ faults: { R: 'timeout' } }).open()
    const run = runtime.start()
    await runtime.advance('9 seconds')
    expect([run.outcome, runtime.requests.length]).toEqual([undefined, 1])
    await runtime.advance('2 seconds')
    expect([run.outcome, runtime.requests.length]).toEqual([undefined, 2])
    await runtime.advance('10 seconds')
    expect(run.outcome?.tag).toBe('RequestTimeout')
    expect((await run.ended).elapsedMillis).toBeLessThan(21_000)
  })

  it('closes a circuit that failures have opened', async () => {
    const runtime = scenario
      .with({ faults: { R: ['500', '500', '500'] }, resilience: { circuitBreaker: { consecutiveFailures: 3 } } })
      .open()
    const tags = []
    for (let run = 0; run < 4; run++) tags.push((await runtime.run()).tag)
    await runtime.advance('30 seconds')
    tags.push((await runtime.run()).tag)
    expect(tags).toEqual(['StatusRejected', 'StatusRejected', 'StatusRejected', 'CircuitOpen', undefined])
  })

  it('is shared by journeys that run at once', async () => {
    const runtime = scenario.with({ services: { R: reply.json({ name: 'Ada' }, { delay: '3 seconds' }) } }).open()
    const outcomes = await Promise.all([runtime.run(), runtime.run()])
    expect(outcomes.map(({ completed }) => completed)).toEqual([true, true])
    expect(runtime.nowMillis).toBe(Date.UTC(2025, 0, 1) + 3000)
  })

  effectIt.effect('passes in a runtime of its own under a test clock of another', () =>
    Effect.gen(function* () {
      const outcome = yield* scenario.with({ faults: { R: 'timeout' } }).runEffect()
      assert.strictEqual(outcome.userReads, 'It is slow.')
    })
  )
})

describe('a scenario that cannot be run', () => {
  it.each([
    [
      'a fault for a profile that does not exist',
      () => scenario.with({ faults: { Strat: 'dns' } }).open(),
      'policy "B2C_1A_Test" has no technical profile "Strat", which a fault or a service is for\n  help: did you mean "Start"?'
    ],
    [
      'a service for a profile that does not exist',
      () => scenario.with({ services: { Unknown: ada } }).open(),
      'policy "B2C_1A_Test" has no technical profile "Unknown", which a fault or a service is for\n  help: requests are written as "GET https://host/path"'
    ],
    [
      'a fault that is none',
      () => scenario.with({ faults: JSON.parse('{ "R": "slwo" }') }).open(),
      'the faults cannot be read:\n"slwo" is no fault; did you mean "slow"?\n  at ["R"]'
    ],
    [
      'a clock that is none',
      () => scenario.with({ clock: 'noon' }).open(),
      '"noon" is no time; write it as 2025-01-01T00:00:00Z'
    ],
    [
      'a policy that is not there',
      () => scenario.with({ policy: 'B2C_1A_Tset' }).open(),
      'there is no policy "B2C_1A_Tset"\n  help: did you mean "B2C_1A_Test"?'
    ]
  ])('says what is wrong: %s', (_, open, message) => {
    expect(open).toThrow(new ScenarioProblem(message))
  })

  it.each([
    [
      'a claim that is not declared',
      { claims: { nmae: 'x' } },
      'policy "B2C_1A_Test" declares no claim type "nmae"\n  help: did you mean "name"?'
    ],
    ['a claim of another type', { claims: { age: 'old' } }, 'the value of claim "age" is no int'],
    [
      'a journey and a profile',
      { journey: 'Journey', profile: 'R' },
      'a journey or a technical profile can be run, not both at once'
    ],
    ['a journey that does not exist', { journey: 'Jurney' }, 'did you mean "Journey"?']
  ])('rejects %s', async (_, run, message) => {
    await expect(scenario.run(run)).rejects.toThrow(message)
  })

  it('shows the errors of the policy with their places', () => {
    const broken = scenarioOf({ metadata: { SendClaimsIn: 'Foo' } })
    return expect(broken.run()).rejects.toThrow(
      /the policy cannot be run\n\nerror\[TF2002\]: .*AADB2C90029[^]*--> Policy\.xml:\d+:\d+/
    )
  })
})
