/** The same guards written with Effect. */
import { Clock, Effect, Exit, ManagedRuntime, Ref, Schedule, Scope } from 'effect'
import { CircuitBreaker } from 'effect/persistence'
import { POLICY } from './common.mjs'

export class EffectCircuitOpen {
  _tag = 'EffectCircuitOpen'
}

export const timed = (effect, p = POLICY) => Effect.timeout(effect, p.timeoutMs)
export const retried = (effect, p = POLICY) =>
  Effect.retry(effect, { times: p.retries, schedule: Schedule.exponential(p.backoffMs) })

/** Simple breaker on one Ref, written the way a first version would be written. */
export const refBreaker = (p = POLICY) => {
  const ref = Ref.makeUnsafe({ failures: 0, openUntil: 0 })
  return (effect) =>
    Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis
      const s = yield* Ref.get(ref)
      if (s.openUntil > now) return yield* Effect.fail(new EffectCircuitOpen())
      const exit = yield* Effect.exit(effect)
      if (Exit.isSuccess(exit)) {
        yield* Ref.set(ref, { failures: 0, openUntil: 0 })
        return exit.value
      }
      const end = yield* Clock.currentTimeMillis
      yield* Ref.update(ref, (x) => {
        const failures = x.failures + 1
        return { failures, openUntil: failures >= p.failures ? end + p.openMs : 0 }
      })
      return yield* exit
    })
}

/** Same state in a closure, no generator, no Ref: what compiled Effect code can look like. */
export const leanBreaker = (p = POLICY) => {
  let failures = 0
  let openUntil = 0
  const onExit = (exit) => {
    if (exit._tag === 'Success') failures = 0
    else if (++failures >= p.failures) openUntil = performance.now() + p.openMs
    return Effect.void
  }
  return (effect) =>
    Effect.suspend(() => {
      if (openUntil !== 0) {
        if (performance.now() < openUntil) return Effect.fail(new EffectCircuitOpen())
        openUntil = 0
        failures = p.failures - 1
      }
      return Effect.onExit(effect, onExit)
    })
}

/** Effect's own keyed breaker (effect/persistence), in-memory store. */
export const libraryBreaker = async (p = POLICY) => {
  const rt = ManagedRuntime.make(CircuitBreaker.layerStoreMemory())
  const scope = Scope.makeUnsafe()
  const breaker = await rt.runPromise(
    CircuitBreaker.make({ tripPolicy: CircuitBreaker.consecutive(p.failures), openDuration: p.openMs }).pipe(
      Scope.provide(scope)
    )
  )
  return { breaker, close: () => rt.dispose() }
}
