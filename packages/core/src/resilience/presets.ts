/** The named starting points of resilience. */
import type { CircuitBreakerOptions, ResiliencePreset, ResilienceSettings, RetryOptions } from './ResilienceOptions.ts'

/** Settings with every default spelled out. */
export interface CompleteSettings extends Omit<ResilienceSettings, 'preset'> {
  readonly tries: number
  readonly retry: Required<RetryOptions>
  readonly circuitBreaker: Required<CircuitBreakerOptions> | false
}

/** B2C is known to have a circuit breaker (UserMessageIfCircuitOpen); its thresholds are not: these are assumed. */
export const defaultCircuitBreaker: Required<CircuitBreakerOptions> = {
  key: 'origin',
  failureRate: 0.5,
  consecutiveFailures: 5,
  slowCallRate: false,
  slowCallDuration: '5 seconds',
  minimumThroughput: 20,
  window: '30 seconds',
  breakDuration: '30 seconds',
  halfOpenProbes: 1
}

/** B2C tries again after "slow or no response", a POST too, and says nothing of pauses: a short one is assumed. */
const b2cRetry: Required<RetryOptions> = {
  on: ['connect', 'timeout'],
  statuses: [],
  nonIdempotent: true,
  delay: '100 millis',
  factor: 2,
  maxDelay: '1 second',
  maxRetryAfter: '5 seconds',
  budget: false
}

/** What each preset stands for; sources in docs/fidelity/restful.md. */
export const presets: Readonly<Record<ResiliencePreset, CompleteSettings>> = {
  b2c: { timeout: '10 seconds', tries: 2, retry: b2cRetry, circuitBreaker: defaultCircuitBreaker, bulkhead: false },
  'b2c-legacy': {
    timeout: '30 seconds',
    tries: 3,
    retry: b2cRetry,
    circuitBreaker: defaultCircuitBreaker,
    bulkhead: false
  },
  standard: {
    timeout: '10 seconds',
    totalTimeout: '25 seconds',
    tries: 3,
    retry: {
      on: ['dns', 'connect', 'timeout', 'reset'],
      statuses: [408, 425, 429, 502, 503, 504],
      nonIdempotent: false,
      delay: '200 millis',
      factor: 2,
      maxDelay: '3 seconds',
      maxRetryAfter: '10 seconds',
      budget: { ratio: 0.2, minimum: 10, window: '10 seconds' }
    },
    circuitBreaker: { ...defaultCircuitBreaker, consecutiveFailures: 10 },
    bulkhead: { concurrency: 100, queue: 200 }
  }
}
