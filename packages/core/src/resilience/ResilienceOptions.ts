/** What a runtime can say about timeouts, retries, circuit breakers and bulkheads: plain data, per runtime and per profile. */
import type * as Duration from 'effect/Duration'

/**
 * Named starting points:
 * - `b2c`: 10 seconds per try and 2 tries, as Azure AD B2C since April 2025;
 * - `b2c-legacy`: 30 seconds and 3 tries, as Azure AD B2C before;
 * - `standard`: what we advise for a runtime of one's own, with everything switched on.
 */
export type ResiliencePreset = 'b2c' | 'b2c-legacy' | 'standard'

/**
 * What a try can fail of so that another may help: a name that cannot be resolved for the moment, a connection that is
 * not made, no answer in time, a connection that breaks after the request was sent.
 */
export type RetryCause = 'dns' | 'connect' | 'timeout' | 'reset'

/** Limits the retries of all calls to one origin together, so that retries cannot multiply an outage. */
export interface RetryBudgetOptions {
  /** Retries for each call: 0.2 allows one retry for five calls. */
  readonly ratio?: number
  /** Retries in a window that are allowed however few calls there are. */
  readonly minimum?: number
  readonly window?: Duration.Input
}

/** When and how a call is tried again. How often is `tries`. */
export interface RetryOptions {
  readonly on?: ReadonlyArray<RetryCause>
  /** Statuses after which another try is made, such as 503. */
  readonly statuses?: ReadonlyArray<number>
  /**
   * Repeat a POST that the service may have processed: it was sent, and no answer tells what became of it. Only for services
   * that recognise a repeated request. A GET may always be repeated.
   */
  readonly nonIdempotent?: boolean
  /** The pause before the first retry is a random part of this (full jitter), then of twice this, and so on. */
  readonly delay?: Duration.Input
  /** What the growing pause is multiplied by for each retry. */
  readonly factor?: number
  /** The longest pause to draw from. */
  readonly maxDelay?: Duration.Input
  /** The longest `Retry-After` that is waited for; a service that asks for more is not tried again. */
  readonly maxRetryAfter?: Duration.Input
  readonly budget?: RetryBudgetOptions | false
}

/** When calls are stopped, and for how long. A trigger that is `false` is off. */
export interface CircuitBreakerOptions {
  /** One circuit for each origin that is called, or for each technical profile. */
  readonly key?: 'origin' | 'profile'
  /** Share of failed tries in the window that opens the circuit, from 0 to 1. */
  readonly failureRate?: number | false
  /** Failed tries in a row that open the circuit. */
  readonly consecutiveFailures?: number | false
  /** Share of slow tries in the window that opens the circuit, from 0 to 1. */
  readonly slowCallRate?: number | false
  /** A try that takes this long is slow, whatever its outcome. */
  readonly slowCallDuration?: Duration.Input
  /** Tries in the window below which the shares mean nothing. */
  readonly minimumThroughput?: number
  readonly window?: Duration.Input
  /** How long an open circuit lets no call through. */
  readonly breakDuration?: Duration.Input
  /** Tries that are let through to find out whether the service has recovered; all must succeed. */
  readonly halfOpenProbes?: number
}

/** How many tries to one origin are under way at a time. */
export interface BulkheadOptions {
  readonly concurrency: number
  /** Tries that wait for their turn; further ones fail at once. */
  readonly queue?: number
}

/** Everything that can be said for a runtime or for one profile; what is left out comes from the preset. */
export interface ResilienceSettings {
  readonly preset?: ResiliencePreset
  /** For each try. */
  readonly timeout?: Duration.Input
  /** For the call as a whole, with its pauses; no try starts after it. */
  readonly totalTimeout?: Duration.Input
  /** 1 for no retry. */
  readonly tries?: number
  readonly retry?: RetryOptions
  readonly circuitBreaker?: CircuitBreakerOptions | false
  readonly bulkhead?: BulkheadOptions | false
}

/** The settings of a runtime, and what differs for single profiles. */
export interface ResilienceOptions extends ResilienceSettings {
  /** By the id of the technical profile; ids match ignoring case. */
  readonly profiles?: Readonly<Record<string, ResilienceSettings>>
}
