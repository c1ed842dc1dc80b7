import { assert, describe, it } from '@effect/vitest'
import { Interpreter, PolicyKeys } from '@trustframe/core'
import { CircuitStore, layerResilient } from '@trustframe/core/resilience'
import { layerRestful } from '@trustframe/http'
import { compileSingleProfile } from '@trustframe/plan'
import {
  type FaultPlanInput,
  Faults,
  layerFakeServices,
  layerFaults,
  layerFaultyCircuits,
  layerFaultyTransport,
  layerNamedCalls,
  readFaultPlan,
  type ReceivedRequest,
  reply,
  RequestListener
} from '@trustframe/testing'
import * as Cause from 'effect/Cause'
import * as Effect from 'effect/Effect'
import * as Fiber from 'effect/Fiber'
import * as Layer from 'effect/Layer'
import * as Result from 'effect/Result'
import { TestClock } from 'effect/testing'
import { fourMessages, nameAndAge, scenarioOf } from '../support/policy.ts'

const { policy } = scenarioOf({ metadata: fourMessages, outputClaims: nameAndAge })
const context = { correlationId: 'c', language: 'en', parameters: {}, hostName: 'localhost', ipAddress: '127.0.0.1' }
const planOf = (input: FaultPlanInput) => Result.getOrThrow(readFaultPlan(input))

const callR = Interpreter.use((interpreter) => {
  const { plan } = compileSingleProfile(policy, 'R')
  return plan === undefined ? Effect.die('R cannot be run') : interpreter.run(plan, { context, claims: new Map() })
})

/** The services below faults: here a fake; undici would do as well. */
const layerBelow = Layer.mergeAll(
  layerFakeServices([{ R: reply.json({ name: 'Ada' }) }]),
  PolicyKeys.layerMemory({}),
  CircuitStore.layerMemory
)

describe('faults in a runtime of one’s own', () => {
  it.effect('act under whichever clock the runtime has', () =>
    Effect.gen(function* () {
      const layer = Interpreter.layer.pipe(
        Layer.provide(layerFaults(planOf({ R: 'timeout' }), { resilience: { tries: 1 } })),
        Layer.provide(layerBelow)
      )
      const fiber = yield* Effect.forkChild(Effect.provide(callR, layer))
      yield* TestClock.adjust('10 seconds')
      const end = yield* Fiber.join(fiber)
      assert.strictEqual(end._tag === 'Failed' ? end.error.userMessage?.text : end._tag, 'It is slow.')
    })
  )

  it.effect('can be composed part by part', () =>
    Effect.gen(function* () {
      const layer = Interpreter.layer.pipe(
        Layer.provide(layerNamedCalls),
        Layer.provide(layerResilient({ preset: 'standard' })),
        Layer.provide(layerFaultyCircuits),
        Layer.provide(layerRestful()),
        Layer.provide(layerFaultyTransport),
        Layer.provide(Faults.layer(planOf({ R: ['circuitOpen', '404'] }))),
        Layer.provide(layerBelow)
      )
      const ends = yield* Effect.provide(Effect.all([callR, callR, callR]), layer)
      assert.deepStrictEqual(
        ends.map((end) => (end._tag === 'Failed' ? end.error.tag : end._tag)),
        ['CircuitOpen', 'StatusRejected', 'Completed']
      )
    })
  )

  it.effect('refuse to test nothing where nobody says which profile is calling', () =>
    Effect.gen(function* () {
      const layer = Interpreter.layer.pipe(
        Layer.provide(layerRestful()),
        Layer.provide(layerFaultyTransport),
        Layer.provide(Faults.layer(planOf({ R: '404' }))),
        Layer.provide(layerBelow)
      )
      const exit = yield* Effect.exit(Effect.provide(callR, layer))
      assert.include(
        exit._tag === 'Failure' ? Cause.pretty(exit.cause) : '',
        'there are faults by technical profile, and nobody says which one is calling: put layerNamedCalls outside'
      )
    })
  )

  it.effect('tell what the services receive', () =>
    Effect.gen(function* () {
      const received: Array<ReceivedRequest> = []
      const layer = Interpreter.layer.pipe(
        Layer.provide(layerFaults(planOf({ R: ['dns', '404', 'slow'] }))),
        Layer.provide(layerBelow)
      )
      const calls = Effect.provideService(Effect.all([callR, callR, callR]), RequestListener, (request) =>
        received.push(request)
      )
      const fiber = yield* Effect.forkChild(Effect.provide(calls, layer))
      yield* TestClock.adjust('2 seconds')
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(received.map(String), ['POST https://api.test/p {}', 'POST https://api.test/p {}'])
    })
  )
})
