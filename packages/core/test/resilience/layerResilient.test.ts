import { assert, describe, it } from '@effect/vitest'
import type { RestfulPlan } from '@trustframe/plan/plan'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import * as Exit from 'effect/Exit'
import * as Fiber from 'effect/Fiber'
import * as Layer from 'effect/Layer'
import * as Random from 'effect/Random'
import { TestClock } from 'effect/testing'
import { ClaimsExchangeError } from '../../src/exchange/ClaimsExchangeError.ts'
import { type RestfulAnswer, type RestfulCallOptions, RestfulProvider } from '../../src/ports/RestfulProvider.ts'
import { CircuitStore } from '../../src/resilience/CircuitStore.ts'
import { layerResilient } from '../../src/resilience/layerResilient.ts'
import type { ResilienceOptions } from '../../src/resilience/ResilienceOptions.ts'
import { failures, restfulPlan, type ScriptedProvider, scripted } from './support.ts'

/** The random number that pauses are drawn with: the whole of the pause, or none of it. */
const always = (number: number) => ({ nextIntUnsafe: () => 0, nextDoubleUnsafe: () => number })

const layerOf = (provider: ScriptedProvider, options: ResilienceOptions) =>
  layerResilient(options).pipe(Layer.provide([provider.layer, CircuitStore.layerMemory]))

const call = (plan: RestfulPlan = restfulPlan(), options?: RestfulCallOptions) =>
  RestfulProvider.use(({ exchange }) => exchange(plan, [], options))

/** Runs a call to its end, however long it takes. */
const finish = (
  effect: Effect.Effect<RestfulAnswer, ClaimsExchangeError, RestfulProvider>,
  within = '10 minutes' as const
) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.exit(effect))
    yield* TestClock.adjust(within)
    return yield* Fiber.join(fiber)
  })

const errorOf = (exit: Exit.Exit<RestfulAnswer, ClaimsExchangeError>) => {
  if (Exit.isSuccess(exit)) return assert.fail('the call succeeded')
  const [reason] = exit.cause.reasons
  return reason?._tag === 'Fail' ? reason.error : assert.fail('the call did not fail')
}

const outcomes = (attempts: RestfulAnswer['attempts']) => attempts.map(({ outcome }) => outcome)

/** A test with a provider, options and the whole pause. */
const withProvider =
  (provider: ScriptedProvider, options: ResilienceOptions, random = 1) =>
  <A, E>(effect: Effect.Effect<A, E, RestfulProvider>) =>
    effect.pipe(Effect.provide(layerOf(provider, options)), Effect.provideService(Random.Random, always(random)))

describe('an endpoint that never answers', () => {
  it.effect('D51: two tries of 10 seconds each', () => {
    const provider = scripted('never')
    return Effect.gen(function* () {
      const error = errorOf(yield* finish(call()))
      assert.deepStrictEqual(
        { ...error.failure },
        {
          _tag: 'RequestTimeout',
          host: 'api.test',
          phase: 'headers',
          afterMillis: 10_000
        }
      )
      assert.deepStrictEqual(error.attempts, [
        {
          number: 1,
          startedAtMillis: 0,
          durationMillis: 10_000,
          outcome: 'RequestTimeout',
          method: 'POST',
          url: 'https://api.test/p'
        },
        {
          number: 2,
          startedAtMillis: 10_100,
          durationMillis: 10_000,
          outcome: 'RequestTimeout',
          method: 'POST',
          url: 'https://api.test/p',
          delayMillis: 100
        }
      ])
    }).pipe(withProvider(provider, { preset: 'b2c' }))
  })

  it.effect('D51: three tries of 30 seconds each before April 2025', () => {
    const provider = scripted('never')
    return Effect.gen(function* () {
      const error = errorOf(yield* finish(call()))
      assert.deepInclude(error.failure, { _tag: 'RequestTimeout', afterMillis: 30_000 })
      assert.deepStrictEqual(provider.tries, [0, 30_100, 60_300])
    }).pipe(withProvider(provider, { preset: 'b2c-legacy' }))
  })
})

describe('tries', () => {
  it.effect('an answer at once costs one', () => {
    const provider = scripted('ok')
    return Effect.gen(function* () {
      const answer = yield* call()
      assert.deepStrictEqual([answer.status, provider.tries.length, answer.attempts.length], [200, 1, 1])
    }).pipe(withProvider(provider, {}))
  })

  it.effect('a second one may help, and the answer tells of both', () => {
    const provider = scripted('connection refused', 'ok')
    return Effect.gen(function* () {
      const exit = yield* finish(call())
      const attempts = Exit.isSuccess(exit) ? exit.value.attempts : []
      assert.deepStrictEqual(
        attempts.map(({ delayMillis, number, outcome }) => [number, outcome, delayMillis]),
        [
          [1, 'ConnectionFailed', undefined],
          [2, 'answered', 100]
        ]
      )
    }).pipe(withProvider(provider, {}))
  })

  it.effect('end with what the last one failed of', () => {
    const provider = scripted('connection refused', 'refused by contract')
    return Effect.gen(function* () {
      const error = errorOf(yield* finish(call()))
      assert.strictEqual(error.failure._tag, 'ServiceRejected')
      assert.deepStrictEqual(outcomes(error.attempts), ['ConnectionFailed', 'ServiceRejected'])
    }).pipe(withProvider(provider, {}))
  })

  it.effect.each([
    '404',
    'refused by contract',
    'unreadable answer',
    'dns not found',
    'key unavailable',
    '500',
    '503'
  ] as const)('there is one only after: %s', (name) => {
    const provider = scripted(name, 'ok')
    return Effect.gen(function* () {
      errorOf(yield* finish(call()))
      assert.strictEqual(provider.tries.length, 1)
    }).pipe(withProvider(provider, { preset: 'b2c' }))
  })

  it.effect('pauses grow, at random below their limits', () => {
    const provider = scripted('connection refused')
    return Effect.gen(function* () {
      yield* finish(call())
      assert.deepStrictEqual(provider.tries, [0, 50, 150, 350, 600])
    }).pipe(
      withProvider(
        provider,
        { tries: 5, retry: { delay: '100 millis', maxDelay: '500 millis' }, circuitBreaker: false },
        0.5
      )
    )
  })

  it.effect('a POST that may have been processed is not repeated, a GET is', () => {
    const provider = scripted('timeout waiting')
    return Effect.gen(function* () {
      yield* finish(call(restfulPlan({ sendClaimsIn: 'Form' })))
      assert.strictEqual(provider.tries.length, 1)
      yield* finish(call(restfulPlan({ sendClaimsIn: 'QueryString' })))
      assert.strictEqual(provider.tries.length, 3)
    }).pipe(withProvider(provider, { retry: { nonIdempotent: false } }))
  })

  it.effect('each profile has its own settings', () => {
    const provider = scripted('never')
    return Effect.gen(function* () {
      const error = errorOf(yield* finish(call(restfulPlan({ id: 'REST-Slow' }))))
      assert.deepInclude(error.failure, { afterMillis: 2000 })
      assert.strictEqual(error.attempts.length, 1)
    }).pipe(withProvider(provider, { profiles: { 'rest-slow': { timeout: '2 seconds', tries: 1 } } }))
  })

  it.effect('the same failure again is another try, though it is the same object', () => {
    let count = 0
    const failing = Layer.effect(
      RestfulProvider,
      Effect.gen(function* () {
        const inner = yield* Effect.provide(RestfulProvider, scripted('connection refused').layer)
        const error = yield* Effect.flip(inner.exchange(restfulPlan(), []))
        return { exchange: () => Effect.suspend(() => ((count += 1), Effect.fail(error))) }
      })
    )
    return Effect.gen(function* () {
      yield* finish(call())
      assert.strictEqual(count, 3)
    }).pipe(Effect.provide(layerResilient({ tries: 3 }).pipe(Layer.provide([failing, CircuitStore.layerMemory]))))
  })
})

const busyFor = (retryAfterMillis: number) => {
  const tries: Array<number> = []
  const layer = Layer.succeed(RestfulProvider, {
    exchange: (plan) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) => {
        tries.push(now)
        const failure = { ...failures['503'], retryAfterMillis }
        return Effect.fail(new ClaimsExchangeError({ technicalProfile: plan.id, failure, attempts: [] }))
      })
  })
  return { tries, layer, limits: [] }
}

describe('Retry-After', () => {
  const options: ResilienceOptions = { retry: { statuses: [503], maxRetryAfter: '5 seconds' } }

  it.effect('is waited for', () => {
    const provider = busyFor(3000)
    return Effect.gen(function* () {
      yield* finish(call())
      assert.deepStrictEqual(provider.tries, [0, 3100])
    }).pipe(withProvider(provider, options))
  })

  it.effect('is not waited for when it is too long', () => {
    const provider = busyFor(6000)
    return Effect.gen(function* () {
      yield* finish(call())
      assert.deepStrictEqual(provider.tries, [0])
    }).pipe(withProvider(provider, options))
  })
})

describe('the time for the call as a whole', () => {
  const options: ResilienceOptions = { totalTimeout: '15 seconds', tries: 5, circuitBreaker: false }

  it.effect('cuts the last try short', () => {
    const provider = scripted('never')
    return Effect.gen(function* () {
      const error = errorOf(yield* finish(call()))
      assert.deepStrictEqual(provider.limits, [10_000, 4900])
      assert.deepInclude(error.failure, { _tag: 'RequestTimeout', afterMillis: 4900 })
    }).pipe(withProvider(provider, options))
  })

  it.effect('allows no pause beyond its end', () => {
    const provider = scripted([4000, 'connection refused'])
    return Effect.gen(function* () {
      yield* finish(call())
      assert.deepStrictEqual(provider.tries, [0, 9000])
    }).pipe(withProvider(provider, { ...options, retry: { delay: '5 seconds', maxDelay: '5 seconds' } }))
  })

  it.effect('allows no pause that would use it up', () => {
    const provider = scripted([5000, 'connection refused'])
    return Effect.gen(function* () {
      yield* finish(call())
      assert.deepStrictEqual(provider.tries, [0])
    }).pipe(
      withProvider(provider, { totalTimeout: '10 seconds', retry: { delay: '5 seconds', maxDelay: '5 seconds' } })
    )
  })

  it.effect('begins with the call, whatever the time is', () => {
    const provider = scripted('never')
    return Effect.gen(function* () {
      yield* TestClock.adjust('1 day')
      yield* finish(call())
      assert.deepStrictEqual(provider.limits, [10_000, 4900])
    }).pipe(withProvider(provider, options))
  })

  it.effect('may be given by the caller', () => {
    const provider = scripted('never')
    return Effect.gen(function* () {
      yield* finish(call(restfulPlan(), { timeLimitMillis: 3000 }))
      assert.deepStrictEqual(provider.limits, [3000])
    }).pipe(withProvider(provider, options))
  })
})

describe('the circuit breaker', () => {
  const options: ResilienceOptions = {
    tries: 1,
    circuitBreaker: { consecutiveFailures: 2, failureRate: false, breakDuration: '1 minute' }
  }

  it.effect('counts tries, and stops the calls to an origin that fails', () => {
    const provider = scripted('connection refused')
    return Effect.gen(function* () {
      errorOf(yield* finish(call(), '10 minutes'))
      errorOf(yield* Effect.exit(call()))
      const error = errorOf(yield* Effect.exit(call(restfulPlan({ id: 'Other', serviceUrl: 'https://api.test/q' }))))
      assert.deepStrictEqual(
        { ...error.failure },
        {
          _tag: 'CircuitOpen',
          circuit: 'https://api.test',
          retryAfterMillis: 60_000
        }
      )
      assert.deepStrictEqual([error.technicalProfile, error.attempts, provider.tries.length], ['Other', [], 2])
    }).pipe(withProvider(provider, options))
  })

  it.effect('leaves other origins alone', () => {
    const provider = scripted('connection refused', 'connection refused', 'ok')
    return Effect.gen(function* () {
      errorOf(yield* Effect.exit(call()))
      errorOf(yield* Effect.exit(call()))
      const answer = yield* call(restfulPlan({ serviceUrl: 'https://other.test/' }))
      assert.strictEqual(answer.status, 200)
    }).pipe(withProvider(provider, options))
  })

  it.effect('may be kept for each profile', () => {
    const provider = scripted('connection refused', 'connection refused', 'ok')
    return Effect.gen(function* () {
      errorOf(yield* Effect.exit(call()))
      errorOf(yield* Effect.exit(call()))
      assert.strictEqual((yield* call(restfulPlan({ id: 'Other' }))).status, 200)
      assert.deepInclude(errorOf(yield* Effect.exit(call())).failure, { _tag: 'CircuitOpen', circuit: 'R' })
    }).pipe(
      withProvider(provider, {
        tries: 1,
        circuitBreaker: { key: 'profile', consecutiveFailures: 2, failureRate: false }
      })
    )
  })

  it.effect('lets a probe through when its time is over, and calls when it succeeds', () => {
    const provider = scripted('connection refused', 'connection refused', 'ok')
    return Effect.gen(function* () {
      errorOf(yield* Effect.exit(call()))
      errorOf(yield* Effect.exit(call()))
      yield* TestClock.adjust('59 seconds')
      assert.deepInclude(errorOf(yield* Effect.exit(call())).failure, { retryAfterMillis: 1000 })
      yield* TestClock.adjust('1 second')
      assert.strictEqual((yield* call()).status, 200)
      assert.strictEqual((yield* call()).status, 200)
    }).pipe(withProvider(provider, options))
  })

  it.effect('is not opened by refusals, nor by calls that were not made', () => {
    const provider = scripted('refused by contract', '404', 'unreadable answer', 'key unavailable', 'request invalid')
    return Effect.gen(function* () {
      for (let count = 0; count < 20; count++) {
        assert.notStrictEqual(errorOf(yield* Effect.exit(call())).failure._tag, 'CircuitOpen')
      }
    }).pipe(withProvider(provider, options))
  })

  it.effect('ends a call with its own failure when it opens between two tries', () => {
    const provider = scripted('connection refused')
    return Effect.gen(function* () {
      const error = errorOf(yield* finish(call()))
      assert.strictEqual(error.failure._tag, 'ConnectionFailed')
      assert.deepStrictEqual([error.attempts.length, provider.tries.length], [2, 2])
    }).pipe(withProvider(provider, { ...options, tries: 5 }))
  })

  it.effect('gives the place of a probe back when its caller goes away', () => {
    const provider = scripted('connection refused', 'connection refused', 'never', 'ok')
    return Effect.gen(function* () {
      errorOf(yield* Effect.exit(call()))
      errorOf(yield* Effect.exit(call()))
      yield* TestClock.adjust('1 minute')
      const probe = yield* Effect.forkChild(call(), { startImmediately: true })
      assert.deepStrictEqual(
        { ...errorOf(yield* Effect.exit(call())).failure },
        {
          _tag: 'CircuitOpen',
          circuit: 'https://api.test'
        }
      )
      yield* Fiber.interrupt(probe)
      assert.strictEqual((yield* call()).status, 200)
    }).pipe(withProvider(provider, options))
  })

  it.effect('opens for services that are slow, when it is told to', () => {
    const provider = scripted([3000, 'ok'])
    return Effect.gen(function* () {
      for (let count = 0; count < 3; count++) assert.isTrue(Exit.isSuccess(yield* finish(call())))
      assert.strictEqual(errorOf(yield* Effect.exit(call())).failure._tag, 'CircuitOpen')
    }).pipe(
      withProvider(provider, {
        circuitBreaker: {
          slowCallRate: 0.5,
          slowCallDuration: '2 seconds',
          minimumThroughput: 3,
          window: '1 hour',
          breakDuration: '1 hour'
        }
      })
    )
  })

  it.effect('can be off', () => {
    const provider = scripted('connection refused')
    return Effect.gen(function* () {
      for (let count = 0; count < 100; count++) errorOf(yield* Effect.exit(call()))
      assert.strictEqual(provider.tries.length, 100)
    }).pipe(withProvider(provider, { tries: 1, circuitBreaker: false }))
  })
})

describe('the bulkhead', () => {
  const options: ResilienceOptions = { bulkhead: { concurrency: 2, queue: 1 }, circuitBreaker: false }

  it.effect('lets some calls wait and refuses the rest', () => {
    const provider = scripted([1000, 'ok'])
    return Effect.gen(function* () {
      const fibers = yield* Effect.forEach([1, 2, 3, 4], () =>
        Effect.forkChild(Effect.exit(call()), { startImmediately: true })
      )
      yield* TestClock.adjust('10 seconds')
      const exits = yield* Effect.forEach(fibers, Fiber.join)
      assert.deepStrictEqual(exits.map(Exit.isSuccess), [true, true, true, false])
      assert.deepStrictEqual(provider.tries, [0, 0, 1000])
      const last = exits[3]
      if (last === undefined) return
      assert.deepStrictEqual(
        { ...errorOf(last).failure },
        {
          _tag: 'BulkheadFull',
          bulkhead: 'https://api.test',
          concurrency: 2,
          queue: 1
        }
      )
    }).pipe(withProvider(provider, options))
  })

  it.effect('is left during the pause before a retry', () => {
    const provider = scripted('connection refused', 'ok')
    return Effect.gen(function* () {
      const first = yield* Effect.forkChild(call(), { startImmediately: true })
      assert.strictEqual((yield* call()).status, 200)
      yield* TestClock.adjust('1 second')
      assert.strictEqual((yield* Fiber.join(first)).status, 200)
    }).pipe(withProvider(provider, { bulkhead: { concurrency: 1 } }))
  })

  it.effect('is not waited for longer than the call may take', () => {
    const provider = scripted('never')
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Effect.exit(call()), { startImmediately: true })
      const waiting = yield* Effect.forkChild(Effect.flip(call()), { startImmediately: true })
      yield* TestClock.adjust('3 seconds')
      assert.strictEqual((yield* Fiber.join(waiting)).failure._tag, 'BulkheadFull')
      assert.strictEqual(errorOf(yield* Fiber.join(fiber)).failure._tag, 'RequestTimeout')
      assert.strictEqual(provider.tries.length, 1)
    }).pipe(withProvider(provider, { bulkhead: { concurrency: 1, queue: 9 }, totalTimeout: '3 seconds' }))
  })

  it.effect('is shared by the profiles of an origin', () => {
    const provider = scripted('never')
    return Effect.gen(function* () {
      yield* Effect.forkChild(call(restfulPlan({ id: 'A' })), { startImmediately: true })
      const error = errorOf(yield* Effect.exit(call(restfulPlan({ id: 'B' }))))
      assert.strictEqual(error.failure._tag, 'BulkheadFull')
    }).pipe(withProvider(provider, { bulkhead: { concurrency: 1 } }))
  })
})

describe('the retry budget', () => {
  it.effect('keeps retries of an outage to a share of the calls', () => {
    const provider = scripted('connection refused')
    return Effect.gen(function* () {
      for (let count = 0; count < 100; count++) yield* finish(call(), '10 minutes')
      assert.strictEqual(provider.tries.length, 200)
    }).pipe(
      withProvider(provider, {
        circuitBreaker: false,
        retry: { budget: { ratio: 0.2, minimum: 3, window: '10 seconds' } }
      })
    )
  })

  it.effect('is shared by the calls of a window', () => {
    const provider = scripted('connection refused')
    return Effect.gen(function* () {
      const fibers = yield* Effect.forEach(Array.from({ length: 100 }), () => Effect.forkChild(Effect.exit(call())))
      yield* TestClock.adjust('1 second')
      yield* Fiber.awaitAll(fibers)
      assert.strictEqual(provider.tries.length, 120)
    }).pipe(
      withProvider(provider, {
        circuitBreaker: false,
        retry: { budget: { ratio: 0.2, minimum: 3, window: '10 seconds' } }
      })
    )
  })
})

describe('a call that is interrupted', () => {
  it.effect('is over at once, in a try as in a pause', () => {
    const provider = scripted('connection refused', 'never')
    return Effect.gen(function* () {
      const inPause = yield* Effect.forkChild(call(), { startImmediately: true })
      yield* Fiber.interrupt(inPause)
      yield* TestClock.adjust('1 minute')
      assert.strictEqual(provider.tries.length, 1)
      const inTry = yield* Effect.forkChild(call(), { startImmediately: true })
      assert.strictEqual(provider.tries.length, 2)
      yield* Fiber.interrupt(inTry)
      yield* TestClock.adjust('1 minute')
      assert.strictEqual(provider.tries.length, 2)
    }).pipe(withProvider(provider, {}))
  })
})

describe('a provider that keeps time limits by itself', () => {
  it.effect('is asked to, and not interrupted', () => {
    const limits: Array<number | undefined> = []
    const layer = Layer.succeed(RestfulProvider, {
      keepsTimeLimit: true,
      exchange: (_plan, _input, options) =>
        Effect.sync(() => {
          limits.push(options?.timeLimitMillis)
          return { status: 200, body: undefined, attempts: [] }
        }).pipe(Effect.delay('1 hour'))
    })
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(call())
      yield* TestClock.adjust('1 hour')
      assert.strictEqual((yield* Fiber.join(fiber)).status, 200)
      assert.deepStrictEqual(limits, [10_000])
    }).pipe(Effect.provide(layerResilient().pipe(Layer.provide([layer, CircuitStore.layerMemory]))))
  })
})

describe('a guard around a guard', () => {
  it.effect('numbers the tries of both', () => {
    const provider = scripted('connection refused')
    const inner = layerResilient({ circuitBreaker: false }).pipe(
      Layer.provide([provider.layer, CircuitStore.layerMemory])
    )
    const outer = layerResilient({ circuitBreaker: false }).pipe(Layer.provide([inner, CircuitStore.layerMemory]))
    return Effect.gen(function* () {
      const { attempts } = errorOf(yield* finish(call()))
      assert.deepStrictEqual(
        attempts.map(({ number }) => number),
        [1, 2, 3, 4]
      )
    }).pipe(Effect.provide(outer))
  })

  it.effect('keeps the time limit that it is given', () => {
    const provider = scripted('never')
    const inner = layerResilient().pipe(Layer.provide([provider.layer, CircuitStore.layerMemory]))
    const outer = layerResilient({ timeout: '3 seconds', tries: 1 }).pipe(
      Layer.provide([inner, CircuitStore.layerMemory])
    )
    return Effect.gen(function* () {
      const error = errorOf(yield* finish(call()))
      assert.deepInclude(error.failure, { _tag: 'RequestTimeout', afterMillis: 3000 })
      assert.deepStrictEqual(provider.limits, [3000])
    }).pipe(Effect.provide(outer))
  })
})

describe('a provider that dies', () => {
  it.effect('is a bug, which is neither tried again nor counted', () => {
    let tries = 0
    const layer = Layer.succeed(RestfulProvider, {
      exchange: () => Effect.suspend(() => ((tries += 1), Effect.die('bug')))
    })
    return Effect.gen(function* () {
      for (let count = 0; count < 10; count++) {
        assert.deepStrictEqual(yield* Effect.exit(call()), Exit.die('bug'))
      }
      assert.strictEqual(tries, 10)
    }).pipe(
      Effect.provide(
        layerResilient({ circuitBreaker: { consecutiveFailures: 1 } }).pipe(
          Layer.provide([layer, CircuitStore.layerMemory])
        )
      )
    )
  })

  it.effect('does not make failures in a row begin anew', () => {
    let tries = 0
    const failing = scripted('connection refused')
    const layer = Layer.effect(
      RestfulProvider,
      Effect.map(Effect.provide(RestfulProvider, failing.layer), ({ exchange }) => ({
        exchange: (plan: RestfulPlan) => Effect.suspend(() => (++tries === 2 ? Effect.die('bug') : exchange(plan, [])))
      }))
    )
    return Effect.gen(function* () {
      for (let count = 0; count < 3; count++) yield* Effect.exit(call())
      assert.strictEqual(errorOf(yield* Effect.exit(call())).failure._tag, 'CircuitOpen')
    }).pipe(
      Effect.provide(
        layerResilient({ tries: 1, circuitBreaker: { consecutiveFailures: 2 } }).pipe(
          Layer.provide([layer, CircuitStore.layerMemory])
        )
      )
    )
  })
})
