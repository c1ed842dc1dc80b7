/** Trustframe in the suite guard: `layerResilient` around a provider that does nothing. */
import { RestfulProvider } from '@trustframe/core'
import { CircuitStore, layerResilient } from '@trustframe/core/resilience'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as ManagedRuntime from 'effect/ManagedRuntime'
import { loyaltyExchange, loyaltyPlan } from './loyalty.mjs'

const plan = loyaltyExchange(loyaltyPlan('http://127.0.0.1:9/api/claims', ['objectId']))
const answer = { status: 200, body: undefined, attempts: [] }

/** As asynchronous as the no-op of the peers. */
const noop = async () => answer
const call = Effect.tryPromise({ try: noop, catch: (error) => error })

const guard = (keepsTimeLimit) =>
  layerResilient({ preset: 'b2c' }).pipe(
    Layer.provide([Layer.succeed(RestfulProvider, { exchange: () => call, keepsTimeLimit }), CircuitStore.layerMemory])
  )

const entry = (name, keepsTimeLimit, { calls = 1 } = {}) => {
  let runtime
  let all
  return {
    name,
    opsPerRun: calls,
    async setup() {
      runtime = ManagedRuntime.make(guard(keepsTimeLimit))
      const provider = await runtime.runPromise(RestfulProvider)
      const one = Effect.suspend(() => provider.exchange(plan, ['5b0c7d2e']))
      all =
        calls === 1 ? one : Effect.andThen(Effect.replicateEffect(one, calls, { discard: true }), Effect.succeed(true))
    },
    run: () => Effect.runPromise(all),
    teardown: () => runtime.dispose()
  }
}

export const project = entry('Trustframe, time limit left to the transport as undici keeps it', true)
export const projectTimer = entry('Trustframe, time limit of its own', false)
export const projectInFiber = entry('Trustframe, time limit left to the transport [inside a running fiber]', true, {
  calls: 100
})
export const projectTimerInFiber = entry('Trustframe, time limit of its own [inside a running fiber]', false, {
  calls: 100
})
