/** Circuits that look open to the calls that meet `circuitOpen`. */
import { CircuitStore } from '@trustframe/core/resilience'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { CallingProfile } from '../request/CallingProfile.ts'
import { Faults } from './FaultSchedule.ts'

const isRejection = (decision: unknown): boolean =>
  typeof decision === 'object' && decision !== null && '_tag' in decision && decision._tag === 'Rejected'

/** How long a circuit that a fault opened stays open, in milliseconds. */
const breakMillis = 30_000

/**
 * Wraps a `CircuitStore`: the circuit of a call that meets `circuitOpen` looks open, and the breaker decides what that
 * means. The circuits themselves stay as they are. Needs `layerNamedCalls` above it.
 */
export const layerFaultyCircuits: Layer.Layer<CircuitStore, never, CircuitStore | Faults> = Layer.effect(
  CircuitStore,
  Effect.gen(function* () {
    const circuits = yield* CircuitStore
    const faults = yield* Faults
    return CircuitStore.of({
      all: circuits.all,
      modify: (key, change) =>
        Effect.withFiber((fiber) => {
          const caller = fiber.getRef(CallingProfile)
          if (caller === undefined || !faults.expectsCircuitOpen(caller.plan.id)) return circuits.modify(key, change)
          const now = fiber.getRef(Clock.Clock).currentTimeMillisUnsafe()
          const [decision] = change({ _tag: 'Open', generation: 0, untilMillis: now + breakMillis })
          // Only a call that asks to be let through is a try; what else changes a circuit is not meant.
          if (!isRejection(decision)) return circuits.modify(key, change)
          faults.takeCircuitOpen(caller.plan.id)
          return Effect.succeed(decision)
        })
    })
  })
)
