import { assert, describe, it } from '@effect/vitest'
import { pauseMillis } from '../../src/resilience/backoff.ts'
import { resolveResilience } from '../../src/resilience/resolveOptions.ts'
import { failures } from './support.ts'

const { retry } = resolveResilience(
  { retry: { delay: '100 millis', factor: 2, maxDelay: '350 millis', maxRetryAfter: '5 seconds' } },
  'R'
)
const refused = failures['connection refused']
const asked = (retryAfterMillis: number) => ({ ...failures['503'], retryAfterMillis })

describe('the pause before a retry', () => {
  it.each([
    ['the first, at most', 1, refused, 1, 100],
    ['the second, at most', 2, refused, 1, 200],
    ['the third, capped', 3, refused, 1, 350],
    ['the hundredth, capped', 100, refused, 1, 350],
    ['full jitter: a part of it', 2, refused, 0.25, 50],
    ['full jitter: none of it', 3, refused, 0, 0],
    ['a status without Retry-After', 1, failures['503'], 0, 0],
    ['Retry-After comes on top', 1, asked(2000), 0.5, 2050],
    ['Retry-After at its limit', 1, asked(5000), 0, 5000],
    ['Retry-After of nothing', 1, asked(0), 0.5, 50],
    ['a longer Retry-After is not waited for', 1, asked(5001), 0, undefined]
  ] as const)('%s', (_name, count, failure, random, expected) => {
    assert.strictEqual(pauseMillis(count, failure, retry, random), expected)
  })
})
