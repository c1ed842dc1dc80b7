/** The resilience settings as a project file writes them: durations in words, such as `"10 seconds"`. */
import * as Schema from 'effect/Schema'
import type { ResilienceOptions } from './ResilienceOptions.ts'

const optional = Schema.optionalKey

const Duration = Schema.DurationFromString.annotate({
  description: 'A duration in words, such as "400 millis", "10 seconds" or "1 minute".'
})
const Rate = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))
const off = Schema.Literal(false)

const RetryBudget = Schema.Struct({ ratio: optional(Rate), minimum: optional(Schema.Int), window: optional(Duration) })

const Retry = Schema.Struct({
  on: optional(Schema.Array(Schema.Literals(['dns', 'connect', 'timeout', 'reset']))),
  statuses: optional(Schema.Array(Schema.Int)),
  nonIdempotent: optional(Schema.Boolean),
  delay: optional(Duration),
  factor: optional(Schema.Finite),
  maxDelay: optional(Duration),
  maxRetryAfter: optional(Duration),
  budget: optional(Schema.Union([RetryBudget, off]))
})

const CircuitBreaker = Schema.Struct({
  key: optional(Schema.Literals(['origin', 'profile'])),
  failureRate: optional(Schema.Union([Rate, off])),
  consecutiveFailures: optional(Schema.Union([Count, off])),
  slowCallRate: optional(Schema.Union([Rate, off])),
  slowCallDuration: optional(Duration),
  minimumThroughput: optional(Count),
  window: optional(Duration),
  breakDuration: optional(Duration),
  halfOpenProbes: optional(Count)
})

const Bulkhead = Schema.Struct({ concurrency: Count, queue: optional(Schema.Int) })

const settings = {
  preset: optional(Schema.Literals(['b2c', 'b2c-legacy', 'standard'])),
  timeout: optional(Duration),
  totalTimeout: optional(Duration),
  tries: optional(Count),
  retry: optional(Retry),
  circuitBreaker: optional(Schema.Union([CircuitBreaker, off])),
  bulkhead: optional(Schema.Union([Bulkhead, off]))
}

/**
 * `resilience` of `trustframe.json`. Every key is explained with `ResilienceOptions`, which is what it decodes to.
 *
 * @example
 * { "preset": "b2c", "profiles": { "RestApi-GetProfile": { "timeout": "2 seconds", "tries": 1 } } }
 */
export const ResilienceConfig = Schema.Struct({
  ...settings,
  profiles: optional(
    Schema.Record(Schema.String, Schema.Struct(settings)).annotate({
      description: 'By the id of the technical profile.'
    })
  )
})

/** Fails to compile when the project file and the options drift apart. */
export const optionsOf = (config: typeof ResilienceConfig.Type): ResilienceOptions => config
