import { assert, describe, it } from '@effect/vitest'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'
import { ResilienceConfig } from '../../src/resilience/ResilienceConfig.ts'
import type { ResilienceOptions } from '../../src/resilience/ResilienceOptions.ts'
import { resolveResilience } from '../../src/resilience/resolveOptions.ts'

const decode = Schema.decodeUnknownResult(ResilienceConfig, { errors: 'all', onExcessProperty: 'error' })

const full = {
  preset: 'b2c',
  timeout: '3 seconds',
  totalTimeout: '20 seconds',
  tries: 3,
  retry: {
    on: ['connect', 'timeout'],
    statuses: [503],
    nonIdempotent: false,
    delay: '100 millis',
    factor: 2,
    maxDelay: '1 second',
    maxRetryAfter: '5 seconds',
    budget: { ratio: 0.2, minimum: 3, window: '10 seconds' }
  },
  circuitBreaker: {
    key: 'profile',
    failureRate: 0.5,
    consecutiveFailures: 3,
    slowCallRate: false,
    slowCallDuration: '2 seconds',
    minimumThroughput: 10,
    window: '30 seconds',
    breakDuration: '1 minute',
    halfOpenProbes: 2
  },
  bulkhead: { concurrency: 10, queue: 5 },
  profiles: { 'REST-GetProfile': { tries: 1, circuitBreaker: false } }
}

describe('the resilience part of a configuration file', () => {
  it('decodes to options', () => {
    const options: ResilienceOptions = Result.getOrThrow(decode(full))
    const runtime = resolveResilience(options, 'R')
    assert.deepInclude(runtime, { timeoutMillis: 3000, totalTimeoutMillis: 20_000, tries: 3 })
    assert.deepInclude(runtime.circuitBreaker, { key: 'profile', breakMillis: 60_000, halfOpenProbes: 2 })
    const profile = resolveResilience(options, 'rest-getprofile')
    assert.deepStrictEqual([profile.tries, profile.circuitBreaker], [1, undefined])
  })

  it('accepts what is nothing', () => {
    const { bulkhead, retry } = Result.getOrThrow(
      decode({ retry: { delay: '0 millis', budget: { ratio: 0, minimum: 0 } }, bulkhead: { concurrency: 1, queue: 0 } })
    )
    assert.deepStrictEqual(bulkhead, { concurrency: 1, queue: 0 })
    assert.deepStrictEqual(retry?.budget, { ratio: 0, minimum: 0 })
  })

  it('may be empty', () => {
    assert.deepStrictEqual(Result.getOrThrow(decode({})), {})
  })

  it.each([
    ['a preset that nobody knows', { preset: 'b3c' }, 'preset'],
    ['a duration without a unit', { timeout: '10' }, 'timeout'],
    ['a duration that is a number', { timeout: 10 }, 'timeout'],
    ['a negative duration', { timeout: '-1 seconds' }, 'timeout'],
    ['no try', { tries: 0 }, 'tries'],
    ['half a try', { tries: 1.5 }, 'tries'],
    ['a cause that nobody knows', { retry: { on: ['always'] } }, 'on'],
    ['a status that is a success', { retry: { statuses: [200] } }, 'statuses'],
    ['a share above 1', { circuitBreaker: { failureRate: 50 } }, 'failureRate'],
    ['a breaker that is true', { circuitBreaker: true }, 'circuitBreaker'],
    ['a bulkhead without a limit', { bulkhead: { queue: 1 } }, 'concurrency'],
    ['a key that nobody knows', { retires: 2 }, 'retires'],
    ['a key of a profile that nobody knows', { profiles: { R: { profiles: {} } } }, 'profiles']
  ])('refuses %s', (_name, config, path) => {
    const result = decode(config)
    assert.include(Result.isFailure(result) ? result.failure.message : 'it was accepted', path)
  })

  it('describes itself as JSON Schema, every key with its meaning', () => {
    const text = JSON.stringify(Schema.toJsonSchemaDocument(ResilienceConfig))
    for (const key of Object.keys({ ...full, ...full.retry, ...full.circuitBreaker, ...full.bulkhead })) {
      assert.include(text, `"${key}"`)
    }
    assert.include(text, 'Repeat a POST that the service may have processed.')
  })
})
