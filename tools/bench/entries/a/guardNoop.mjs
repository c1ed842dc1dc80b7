/** The guards around a call that does nothing. */
import * as cockatiel from 'cockatiel'
import { Effect } from 'effect'
import CircuitBreaker from 'opossum'
import { POLICY } from './common.mjs'
import { leanBreaker, libraryBreaker, refBreaker, retried, timed } from './effectGuards.mjs'
import { plain, plainNative, withCockatiel, withOpossum } from './guards.mjs'

const noop = async () => 1
const entry = (name, make) => {
  let f
  return {
    name,
    async setup() {
      f = await make()
    },
    run: () => f(0),
    teardown() {
      f.close?.()
    }
  }
}

export const bare = entry('await of an async no-op (floor)', () => noop)
export const plain_guard = entry('hand-written: AbortController + timer + retry + breaker', () => plain(noop))
export const native_guard = entry('hand-written: retry + breaker, time limit left to the transport', () =>
  plainNative(noop)
)
export const cockatiel_all = entry('cockatiel: breaker + retry + timeout', () => withCockatiel(noop))
export const cockatiel_breaker = entry('cockatiel: breaker only', () => {
  const b = cockatiel.circuitBreaker(cockatiel.handleAll, {
    halfOpenAfter: POLICY.openMs,
    breaker: new cockatiel.ConsecutiveBreaker(POLICY.failures)
  })
  return () => b.execute(noop)
})
export const opossum_all = entry('opossum: breaker + timeout, retry loop inside', () => withOpossum(noop))
export const opossum_breaker = entry('opossum: breaker only', () => {
  const b = new CircuitBreaker(noop, { timeout: false, resetTimeout: POLICY.openMs })
  const f = () => b.fire()
  f.close = () => b.shutdown()
  return f
})

const eff = Effect.tryPromise({ try: noop, catch: (e) => e })
const effEntry = (name, make) =>
  entry(name, async () => {
    const e = await make()
    const f = () => Effect.runPromise(e)
    f.close = e.close
    return f
  })
export const effect_run = effEntry('Effect.runPromise(Effect.tryPromise(no-op))', () => eff)
export const effect_timeout = effEntry('Effect: timeout only', () => timed(eff))
export const effect_retry = effEntry('Effect: retry only', () => retried(eff))
export const effect_ref_breaker = effEntry('Effect: Ref breaker only', () => refBreaker()(eff))
export const effect_lean_breaker = effEntry('Effect: closure breaker only', () => leanBreaker()(eff))
export const effect_ref = effEntry('Effect: timeout + retry + Ref breaker', () => refBreaker()(retried(timed(eff))))
export const effect_lean = effEntry('Effect: timeout + retry + closure breaker', () =>
  leanBreaker()(retried(timed(eff)))
)
export const effect_lib_breaker = effEntry('Effect: effect/persistence CircuitBreaker only', async () => {
  const { breaker } = await libraryBreaker()
  return breaker.execute(eff, { key: 'k' })
})
export const effect_lib = effEntry('Effect: timeout + retry + effect/persistence CircuitBreaker', async () => {
  const { breaker } = await libraryBreaker()
  return breaker.execute(retried(timed(eff)), { key: 'k' })
})
export const effect_compiled = effEntry('one Effect.tryPromise around the hand-written guard', () => {
  const g = plainNative(noop)
  return Effect.tryPromise({ try: () => g(0), catch: (e) => e })
})

// The same inside one fiber that is already running (100 calls per runPromise).
const inFiber = (name, make) => {
  let all
  return {
    name: name + ' [inside a running fiber]',
    opsPerRun: 100,
    async setup() {
      const e = await make()
      all = Effect.gen(function* () {
        let n = 0
        for (let i = 0; i < 100; i++) n += yield* e
        return n
      })
    },
    run: () => Effect.runPromise(all)
  }
}
export const fiber_run = inFiber('Effect.tryPromise(no-op)', () => eff)
export const fiber_ref = inFiber('Effect: timeout + retry + Ref breaker', () => refBreaker()(retried(timed(eff))))
export const fiber_lean = inFiber('Effect: timeout + retry + closure breaker', () => leanBreaker()(retried(timed(eff))))
export const fiber_lib = inFiber('Effect: timeout + retry + effect/persistence CircuitBreaker', async () => {
  const { breaker } = await libraryBreaker()
  return breaker.execute(retried(timed(eff)), { key: 'k' })
})
export const fiber_compiled = inFiber('one Effect.tryPromise around the hand-written guard', () => {
  const g = plainNative(noop)
  return Effect.tryPromise({ try: () => g(0), catch: (e) => e })
})
