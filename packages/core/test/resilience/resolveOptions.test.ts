import { assert, describe, it } from '@effect/vitest'
import type { ResilienceOptions } from '../../src/resilience/ResilienceOptions.ts'
import { resolveResilience } from '../../src/resilience/resolveOptions.ts'

const resolve = (options: ResilienceOptions, id = 'R') => resolveResilience(options, id)

describe('presets', () => {
  it('b2c is where everything starts: 10 seconds and 2 tries', () => {
    assert.deepStrictEqual(resolve({}), resolve({ preset: 'b2c' }))
    assert.deepInclude(resolve({}), {
      timeoutMillis: 10_000,
      totalTimeoutMillis: undefined,
      tries: 2,
      bulkhead: undefined
    })
  })

  it('b2c-legacy: 30 seconds and 3 tries', () => {
    assert.deepInclude(resolve({ preset: 'b2c-legacy' }), { timeoutMillis: 30_000, tries: 3 })
  })

  it('both have a circuit breaker', () => {
    assert.deepStrictEqual(resolve({ preset: 'b2c-legacy' }).circuitBreaker, resolve({}).circuitBreaker)
    assert.deepStrictEqual(resolve({}).circuitBreaker, {
      key: 'origin',
      failureRate: 0.5,
      consecutiveFailures: 5,
      slowCallRate: undefined,
      slowCallMillis: 5000,
      minimumThroughput: 20,
      windowMillis: 30_000,
      breakMillis: 30_000,
      halfOpenProbes: 1
    })
  })

  it('standard limits everything', () => {
    const { bulkhead, retry, totalTimeoutMillis, tries } = resolve({ preset: 'standard' })
    assert.deepStrictEqual(
      { bulkhead, budget: retry.budget, nonIdempotent: retry.nonIdempotent, totalTimeoutMillis, tries },
      {
        bulkhead: { concurrency: 100, queue: 200 },
        budget: { ratio: 0.2, minimum: 10, windowMillis: 10_000 },
        nonIdempotent: false,
        totalTimeoutMillis: 25_000,
        tries: 3
      }
    )
  })
})

describe('settings', () => {
  it('of the runtime are laid over the preset, part by part', () => {
    const { circuitBreaker, retry, timeoutMillis, tries } = resolve({
      timeout: '3 seconds',
      retry: { delay: '1 second', on: ['connect'] },
      circuitBreaker: { consecutiveFailures: false, breakDuration: '1 minute' }
    })
    assert.deepStrictEqual([timeoutMillis, tries], [3000, 2])
    assert.deepStrictEqual([retry.delayMillis, [...retry.on], retry.factor], [1000, ['connect'], 2])
    assert.deepInclude(circuitBreaker, { consecutiveFailures: undefined, breakMillis: 60_000, failureRate: 0.5 })
  })

  it('of a profile are laid over those of the runtime, whatever the case of its id', () => {
    const options: ResilienceOptions = {
      timeout: '3 seconds',
      tries: 4,
      retry: { delay: '1 second' },
      profiles: { 'rest-getprofile': { timeout: '1 second', retry: { nonIdempotent: false } } }
    }
    const { retry, timeoutMillis, tries } = resolve(options, 'REST-GetProfile')
    assert.deepStrictEqual([timeoutMillis, tries, retry.delayMillis, retry.nonIdempotent], [1000, 4, 1000, false])
    assert.strictEqual(resolve(options, 'REST-Other').timeoutMillis, 3000)
  })

  it('of a profile with a preset of its own start from it alone', () => {
    const options: ResilienceOptions = {
      timeout: '3 seconds',
      circuitBreaker: false,
      profiles: { R: { preset: 'b2c-legacy', tries: 1 } }
    }
    const { circuitBreaker, timeoutMillis, tries } = resolve(options)
    assert.deepStrictEqual([timeoutMillis, tries, circuitBreaker === undefined], [30_000, 1, false])
  })

  it('switch things off', () => {
    const { bulkhead, circuitBreaker, retry, timeoutMillis, totalTimeoutMillis } = resolve({
      preset: 'standard',
      timeout: 'Infinity',
      totalTimeout: 'Infinity',
      retry: { budget: false },
      circuitBreaker: false,
      bulkhead: false
    })
    assert.deepStrictEqual(
      [bulkhead, circuitBreaker, retry.budget, timeoutMillis, totalTimeoutMillis],
      [undefined, undefined, undefined, undefined, undefined]
    )
  })

  it('of a profile switch on what the runtime has switched off, with its defaults', () => {
    const { circuitBreaker } = resolve({
      circuitBreaker: false,
      profiles: { R: { circuitBreaker: { key: 'profile' } } }
    })
    assert.deepInclude(circuitBreaker, { key: 'profile', consecutiveFailures: 5, breakMillis: 30_000 })
  })

  it('fill in what a bulkhead or a budget leaves out', () => {
    const { bulkhead, retry } = resolve({ bulkhead: { concurrency: 3 }, retry: { budget: { ratio: 0.5 } } })
    assert.deepStrictEqual(bulkhead, { concurrency: 3, queue: 0 })
    assert.deepStrictEqual(retry.budget, { ratio: 0.5, minimum: 10, windowMillis: 10_000 })
    const { retry: byDefault } = resolve({ retry: { budget: {} } })
    assert.deepStrictEqual(byDefault.budget, { ratio: 0.2, minimum: 10, windowMillis: 10_000 })
  })
})
