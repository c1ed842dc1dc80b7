/** Preset, settings of the runtime, settings of the profile → the numbers that a call is guarded with. */
import * as Duration from 'effect/Duration'
import { type CompleteSettings, defaultCircuitBreaker, presets } from './presets.ts'
import type {
  BulkheadOptions,
  CircuitBreakerOptions,
  ResilienceOptions,
  ResilienceSettings,
  RetryBudgetOptions,
  RetryCause,
  RetryOptions
} from './ResilienceOptions.ts'

/** A retry budget in milliseconds. */
export interface ResolvedBudget {
  readonly ratio: number
  readonly minimum: number
  readonly windowMillis: number
}

/** Retries in milliseconds. */
export interface ResolvedRetry {
  readonly on: ReadonlySet<RetryCause>
  readonly statuses: ReadonlySet<number>
  readonly nonIdempotent: boolean
  readonly delayMillis: number
  readonly factor: number
  readonly maxDelayMillis: number
  readonly maxRetryAfterMillis: number
  readonly budget: ResolvedBudget | undefined
}

/** A circuit breaker in milliseconds; a trigger that is off is `undefined`. */
export interface ResolvedCircuitBreaker {
  readonly key: 'origin' | 'profile'
  readonly failureRate: number | undefined
  readonly consecutiveFailures: number | undefined
  readonly slowCallRate: number | undefined
  readonly slowCallMillis: number
  readonly minimumThroughput: number
  readonly windowMillis: number
  readonly breakMillis: number
  readonly halfOpenProbes: number
}

/** What the calls of one profile are guarded with. */
export interface ResolvedResilience {
  readonly timeoutMillis: number | undefined
  readonly totalTimeoutMillis: number | undefined
  readonly tries: number
  readonly retry: ResolvedRetry
  readonly circuitBreaker: ResolvedCircuitBreaker | undefined
  readonly bulkhead: Required<BulkheadOptions> | undefined
}

const defaultBudget: Required<RetryBudgetOptions> = { ratio: 0.2, minimum: 10, window: '10 seconds' }

const millis = (input: Duration.Input): number => Duration.toMillis(Duration.fromInputUnsafe(input))

/** An endless duration is no limit. */
const limit = (input: Duration.Input | undefined): number | undefined => {
  const found = input === undefined ? Number.POSITIVE_INFINITY : millis(input)
  return Number.isFinite(found) ? found : undefined
}

const mergeBreaker = (
  base: Required<CircuitBreakerOptions> | false,
  changes: CircuitBreakerOptions | false | undefined
): Required<CircuitBreakerOptions> | false =>
  changes === undefined
    ? base
    : changes === false
      ? false
      : { ...(base === false ? defaultCircuitBreaker : base), ...changes }

/** `changes` over `base`; the parts of `retry` and `circuitBreaker` are merged one by one. */
const merge = (base: CompleteSettings, changes: ResilienceSettings): CompleteSettings => ({
  ...base,
  ...changes,
  tries: changes.tries ?? base.tries,
  retry: { ...base.retry, ...changes.retry },
  circuitBreaker: mergeBreaker(base.circuitBreaker, changes.circuitBreaker)
})

const resolveRetry = ({
  budget,
  delay,
  maxDelay,
  maxRetryAfter,
  on,
  statuses,
  ...rest
}: Required<RetryOptions>): ResolvedRetry => {
  const limited = budget === false ? undefined : { ...defaultBudget, ...budget }
  return {
    factor: rest.factor,
    nonIdempotent: rest.nonIdempotent,
    on: new Set(on),
    statuses: new Set(statuses),
    delayMillis: millis(delay),
    maxDelayMillis: millis(maxDelay),
    maxRetryAfterMillis: millis(maxRetryAfter),
    budget:
      limited === undefined
        ? undefined
        : { ratio: limited.ratio, minimum: limited.minimum, windowMillis: millis(limited.window) }
  }
}

const trigger = (value: number | false): number | undefined => (value === false ? undefined : value)

const resolveBreaker = (options: Required<CircuitBreakerOptions>): ResolvedCircuitBreaker => ({
  key: options.key,
  failureRate: trigger(options.failureRate),
  consecutiveFailures: trigger(options.consecutiveFailures),
  slowCallRate: trigger(options.slowCallRate),
  slowCallMillis: millis(options.slowCallDuration),
  minimumThroughput: options.minimumThroughput,
  windowMillis: millis(options.window),
  breakMillis: millis(options.breakDuration),
  halfOpenProbes: options.halfOpenProbes
})

const ofProfile = ({ profiles }: ResilienceOptions, technicalProfile: string): ResilienceSettings => {
  const id = technicalProfile.toLowerCase()
  return Object.entries(profiles ?? {}).find(([name]) => name.toLowerCase() === id)?.[1] ?? {}
}

/**
 * The numbers for one technical profile. The preset is the profile's, else the runtime's, else `b2c`; a profile that names a
 * preset of its own starts from it alone.
 */
export const resolveResilience = (options: ResilienceOptions, technicalProfile: string): ResolvedResilience => {
  const own = ofProfile(options, technicalProfile)
  const { profiles: _, ...common } = options
  const base = own.preset === undefined ? merge(presets[common.preset ?? 'b2c'], common) : presets[own.preset]
  const { bulkhead, circuitBreaker, retry, timeout, totalTimeout, tries } = merge(base, own)
  return {
    timeoutMillis: limit(timeout),
    totalTimeoutMillis: limit(totalTimeout),
    tries: Math.max(1, tries),
    retry: resolveRetry(retry),
    circuitBreaker: circuitBreaker === false ? undefined : resolveBreaker(circuitBreaker),
    bulkhead: bulkhead === undefined || bulkhead === false ? undefined : { queue: 0, ...bulkhead }
  }
}
