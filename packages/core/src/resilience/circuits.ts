/** What people and tools do with circuits: look at them, stop calls by hand, let them through again. */
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import { type CircuitState, type CircuitStatus, initialCircuit, isolate, reset } from './CircuitState.ts'
import { CircuitStore } from './CircuitStore.ts'
import { ResilienceListener } from './ResilienceEvent.ts'

const change = (key: string, to: (state: CircuitState) => CircuitState): Effect.Effect<void, never, CircuitStore> =>
  Effect.gen(function* () {
    const store = yield* CircuitStore
    const [before, after] = yield* store.modify<readonly [CircuitStatus, CircuitStatus]>(key, (state) => {
      const next = to(state)
      return [[state._tag, next._tag], next]
    })
    const listener = yield* ResilienceListener
    const atMillis = yield* Clock.currentTimeMillis
    if (before !== after) listener?.({ _tag: 'CircuitChanged', atMillis, circuit: key, from: before, to: after })
  })

/** Lets no call through the circuit of an origin or a profile until it is reset. */
export const isolateCircuit = (key: string): Effect.Effect<void, never, CircuitStore> => change(key, isolate)

/** Closes a circuit and forgets what it has counted. */
export const resetCircuit = (key: string): Effect.Effect<void, never, CircuitStore> => change(key, reset)

/** A circuit as it is; one that nothing is known of is closed. An open circuit whose time is over shows as open until a call probes it. */
export const inspectCircuit = (key: string): Effect.Effect<CircuitState, never, CircuitStore> =>
  CircuitStore.use((store) => Effect.map(store.all, (circuits) => circuits.get(key) ?? initialCircuit))
