/** The `resilience` part of a configuration file: the options with durations as text, checked and documented. */
import * as Duration from 'effect/Duration'
import * as Schema from 'effect/Schema'

const documented = <S extends Schema.Top>(schema: S, description: string) =>
  Schema.optionalKey(schema.annotate({ description }))

const isNotNegative = Schema.makeFilter<Duration.Duration>(
  (duration) => Duration.toMillis(duration) >= 0 || 'expected a duration that is not negative'
)

/** `10 seconds`, `250 millis`, `1 minute`. */
const Millis = Schema.DurationFromString.check(isNotNegative)

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))
const CountOrNone = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const Share = Schema.Number.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
const Off = Schema.Literal(false)

const RetryBudget = Schema.Struct({
  ratio: documented(Share, 'Retries for each call: 0.2 allows one retry for five calls.'),
  minimum: documented(CountOrNone, 'Retries in a window that are allowed however few calls there are.'),
  window: documented(Millis, 'How long calls and retries count.')
})

const Retry = Schema.Struct({
  on: documented(
    Schema.Array(Schema.Literals(['dns', 'connect', 'timeout', 'reset'])),
    'What a try may fail of so that another is made; docs/reference/retries.md has the table.'
  ),
  statuses: documented(
    Schema.Array(Schema.Int.check(Schema.isBetween({ minimum: 300, maximum: 599 }))),
    'Statuses after which another try is made.'
  ),
  nonIdempotent: documented(Schema.Boolean, 'Repeat a POST that the service may have processed.'),
  delay: documented(Millis, 'The pause before the first retry is a random part of this.'),
  factor: documented(Schema.Number.check(Schema.isGreaterThanOrEqualTo(1)), 'What the pause grows by with each retry.'),
  maxDelay: documented(Millis, 'The longest pause to draw from.'),
  maxRetryAfter: documented(Millis, 'The longest Retry-After that is waited for.'),
  budget: documented(Schema.Union([RetryBudget, Off]), 'Limits the retries of all calls to one origin together.')
})

const CircuitBreaker = Schema.Struct({
  key: documented(
    Schema.Literals(['origin', 'profile']),
    'One circuit for each origin, or for each technical profile.'
  ),
  failureRate: documented(Schema.Union([Share, Off]), 'Share of failed tries in the window that opens the circuit.'),
  consecutiveFailures: documented(Schema.Union([Count, Off]), 'Failed tries in a row that open the circuit.'),
  slowCallRate: documented(Schema.Union([Share, Off]), 'Share of slow tries in the window that opens the circuit.'),
  slowCallDuration: documented(Millis, 'A try that takes this long is slow.'),
  minimumThroughput: documented(Count, 'Tries in the window below which the shares mean nothing.'),
  window: documented(Millis, 'How long tries count.'),
  breakDuration: documented(Millis, 'How long an open circuit lets no call through.'),
  halfOpenProbes: documented(Count, 'Tries that find out whether the service has recovered.')
})

const Bulkhead = Schema.Struct({
  concurrency: Count.annotate({ description: 'Tries to one origin at a time.' }),
  queue: documented(CountOrNone, 'Tries that wait for their turn; further ones fail at once.')
})

const settings = {
  preset: documented(Schema.Literals(['b2c', 'b2c-legacy', 'standard']), 'Where to start from.'),
  timeout: documented(Millis, 'For each try.'),
  totalTimeout: documented(Millis, 'For the call as a whole, with its pauses.'),
  tries: documented(Count, '1 for no retry.'),
  retry: documented(Retry, 'When and how a call is tried again.'),
  circuitBreaker: documented(Schema.Union([CircuitBreaker, Off]), 'When calls are stopped, and for how long.'),
  bulkhead: documented(Schema.Union([Bulkhead, Off]), 'How many tries to one origin are under way at a time.')
}

/** The settings of one profile in a configuration file. */
export const ResilienceProfileConfig = Schema.Struct(settings)

/** What a configuration file says under `resilience`; it decodes to `ResilienceOptions`. */
export const ResilienceConfig = Schema.Struct({
  ...settings,
  profiles: documented(
    Schema.Record(Schema.String, ResilienceProfileConfig),
    'What differs for single technical profiles, by their ids.'
  )
})
