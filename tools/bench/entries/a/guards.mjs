/**
 * Guards without Effect: time limit, retries and circuit breaker around an async function. From the outside in, everywhere:
 * breaker, retries, time limit, call; so the breaker sees one outcome a call.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import * as cockatiel from 'cockatiel'
import CircuitBreaker from 'opossum'
import { POLICY } from './common.mjs'

export class CircuitOpen extends Error {}

/** Hand-written floor: one AbortController and one timer per attempt, a counter as breaker. */
export const plain = (fn, p = POLICY) => {
  let failures = 0
  let openUntil = 0
  return async (arg) => {
    if (openUntil !== 0) {
      if (performance.now() < openUntil) throw new CircuitOpen()
      openUntil = 0 // next call is the probe
      failures = p.failures - 1
    }
    for (let attempt = 0; ; attempt++) {
      const ac = new AbortController()
      const t = setTimeout(abort, p.timeoutMs, ac)
      try {
        const r = await fn(arg, ac.signal)
        failures = 0
        return r
      } catch (e) {
        if (attempt >= p.retries) {
          if (++failures >= p.failures) openUntil = performance.now() + p.openMs
          throw e
        }
        await sleep(p.backoffMs * 2 ** attempt)
      } finally {
        clearTimeout(t)
      }
    }
  }
}
const abort = (ac) => ac.abort(new Error('timeout'))

/** Same, but the transport owns the time limit (undici headersTimeout/bodyTimeout): no timer, no signal per call. */
export const plainNative = (fn, p = POLICY) => {
  let failures = 0
  let openUntil = 0
  const slow = async (arg, error) => {
    for (let attempt = 0; ; attempt++) {
      if (attempt >= p.retries) {
        if (++failures >= p.failures) openUntil = performance.now() + p.openMs
        throw error
      }
      await sleep(p.backoffMs * 2 ** attempt)
      try {
        const r = await fn(arg)
        failures = 0
        return r
      } catch (e) {
        error = e
      }
    }
  }
  return async (arg) => {
    if (openUntil !== 0) {
      if (performance.now() < openUntil) throw new CircuitOpen()
      openUntil = 0
      failures = p.failures - 1
    }
    try {
      const r = await fn(arg)
      failures = 0
      return r
    } catch (e) {
      return slow(arg, e)
    }
  }
}

export const withCockatiel = (fn, p = POLICY) => {
  const policy = cockatiel.wrap(
    cockatiel.circuitBreaker(cockatiel.handleAll, {
      halfOpenAfter: p.openMs,
      breaker: new cockatiel.ConsecutiveBreaker(p.failures)
    }),
    cockatiel.retry(cockatiel.handleAll, {
      maxAttempts: p.retries,
      backoff: new cockatiel.ExponentialBackoff({ initialDelay: p.backoffMs })
    }),
    cockatiel.timeout(p.timeoutMs, { strategy: cockatiel.TimeoutStrategy.Aggressive, abortOnReturn: false })
  )
  return (arg) => policy.execute(({ signal }) => fn(arg, signal))
}

/** opossum has no retry: a hand-written retry loop inside; its time limit covers the whole call and does not abort it. */
export const withOpossum = (fn, p = POLICY) => {
  const breaker = new CircuitBreaker(
    async (arg) => {
      for (let attempt = 0; ; attempt++) {
        try {
          return await fn(arg)
        } catch (e) {
          if (attempt >= p.retries) throw e
          await sleep(p.backoffMs * 2 ** attempt)
        }
      }
    },
    { timeout: p.timeoutMs, resetTimeout: p.openMs, errorThresholdPercentage: 50, volumeThreshold: p.failures }
  )
  const guarded = (arg) => breaker.fire(arg)
  guarded.close = () => breaker.shutdown()
  return guarded
}
