import { assert, describe, it } from '@effect/vitest'
import type { ClaimValue } from '@trustframe/claims'
import {
  ClaimsExchangeError,
  Interpreter,
  type JourneyEnd,
  RestfulProvider,
  showBag,
  type TraceEntry
} from '@trustframe/core'
import * as Effect from 'effect/Effect'
import * as Fiber from 'effect/Fiber'
import * as Layer from 'effect/Layer'
import { TestClock } from 'effect/testing'
import { answer, binding, claimTable, exchanging, journey, profile, restful, sending } from '../support/plans.ts'
import { compile, exchange, field, page, send } from '../support/policy.ts'

const table = claimTable('tok', 'name')
const plan = journey(
  table,
  [
    exchanging(
      profile(restful({ id: 'GetToken', outputClaims: [answer(table, 'tok', { partnerName: 'access_token' })] }))
    ),
    exchanging(
      profile(
        restful({ id: 'GetProfile', inputClaims: [binding(table, 'tok')], outputClaims: [answer(table, 'name')] })
      )
    ),
    sending
  ],
  { secrets: new Set([0]), tokenClaims: [binding(table, 'name')] }
)
const context = { correlationId: 'c', language: 'en', parameters: {}, hostName: 'localhost', ipAddress: '127.0.0.1' }

/** Runs the journey on a provider, and collects its trace. */
const run = (provider: RestfulProvider['Service']) => {
  const trace: Array<TraceEntry> = []
  const end = Interpreter.use((interpreter) =>
    interpreter.run(plan, { context, claims: new Map<string, ClaimValue>() }, (entry) => trace.push(entry))
  ).pipe(Effect.provide(Interpreter.layer.pipe(Layer.provide(Layer.succeed(RestfulProvider, provider)))))
  return Effect.map(end, (ended: JourneyEnd) => ({ end: ended, trace }))
}

const nobody: RestfulProvider['Service'] = {
  exchange: () => Effect.die(new Error('no service is asked'))
}

describe('Interpreter', () => {
  it.effect('that runs a journey to its end fails at the first page, since nobody answers', () =>
    Effect.gen(function* () {
      const asking = compile({
        claims: field('name'),
        profiles: page('Ask', { output: 'name' }),
        steps: exchange(1, 'Ask') + send(2)
      })
      const interpreter = yield* Interpreter
      const ended = yield* interpreter.run(asking, { context, claims: new Map<string, ClaimValue>() })
      const error = ended._tag === 'Failed' ? ended.error : undefined
      assert.deepInclude(error, {
        tag: 'InteractionRequired',
        code: 'AADB2C90077',
        step: 1,
        description: 'the journey needs a person at the page "api.page", and nobody answers'
      })
      assert.deepStrictEqual(error?.relyingParty, {
        error: 'interaction_required',
        error_description:
          "AADB2C90077: User does not have an existing session and request prompt parameter has a value of 'None'.\r\nCorrelation ID: c\r\nTimestamp: 1970-01-01 00:00:00Z\r\n"
      })
    }).pipe(Effect.provide(Interpreter.layer.pipe(Layer.provide(Layer.succeed(RestfulProvider, nobody)))))
  )

  it.effect('goes on with a journey after what a person did, in another interpreter too', () =>
    Effect.gen(function* () {
      const asking = compile({
        claims: field('name'),
        profiles: page('Ask', { output: 'name' }),
        steps: exchange(1, 'Ask') + send(2),
        output: '<OutputClaim ClaimTypeReferenceId="name" />'
      })
      const begun = yield* Interpreter.use((interpreter) =>
        interpreter.start(asking, { context, claims: new Map<string, ClaimValue>() })
      ).pipe(Effect.provide(Layer.fresh(Interpreter.layer)))
      const ended = yield* Interpreter.use((interpreter) =>
        interpreter.advance(asking, begun.state, { _tag: 'Submitted', values: { name: 'Ann' } })
      ).pipe(Effect.provide(Layer.fresh(Interpreter.layer)))
      assert.deepStrictEqual(ended._tag === 'Completed' ? ended.token : ended._tag, { name: 'Ann' })
    }).pipe(Effect.provideService(RestfulProvider, nobody))
  )

  it.effect('feeds each answer to the next step, until the claims are sent', () =>
    Effect.gen(function* () {
      const { end, trace } = yield* run({
        exchange: ({ id }, input) =>
          Effect.succeed({
            status: 200,
            body: id === 'GetToken' ? { access_token: 'T' } : { name: `for ${JSON.stringify(input[0])}` },
            attempts: []
          })
      })
      assert.strictEqual(end._tag, 'Completed')
      assert.deepStrictEqual(end._tag === 'Completed' ? end.token : undefined, { name: 'for "T"' })
      assert.deepStrictEqual(showBag(plan, end.state.bag), { tok: '***', name: 'for "T"' })
      assert.deepStrictEqual(
        trace.map(({ _tag }) => _tag),
        [
          'StepEntered',
          'ProfileEntered',
          'ExchangePerformed',
          'ClaimsChanged',
          'StepEntered',
          'ProfileEntered',
          'ExchangePerformed',
          'ClaimsChanged',
          'StepEntered',
          'ClaimsSent',
          'JourneyCompleted'
        ]
      )
    })
  )

  it.effect('answers a failure as the end of the journey, not as an error', () =>
    Effect.gen(function* () {
      const { end } = yield* run({
        exchange: ({ id }) =>
          Effect.fail(
            new ClaimsExchangeError({
              technicalProfile: id,
              failure: { _tag: 'DnsResolutionFailed', host: 'api.test', code: 'ENOTFOUND' },
              attempts: []
            })
          )
      })
      assert.strictEqual(end._tag === 'Failed' ? end.error.tag : end._tag, 'DnsResolutionFailed')
    })
  )

  it.effect('stamps the trace with the time of the clock', () =>
    Effect.gen(function* () {
      const slow = run({
        exchange: () => Effect.delay(Effect.succeed({ status: 200, body: {}, attempts: [] }), '3 seconds')
      })
      const fiber = yield* Effect.forkChild(slow)
      yield* TestClock.adjust('6 seconds')
      const { trace } = yield* Fiber.join(fiber)
      const performed = trace.filter(({ _tag }) => _tag === 'ExchangePerformed')
      assert.deepStrictEqual(
        performed.map(({ atMillis }) => atMillis),
        [3000, 6000]
      )
    })
  )
})
