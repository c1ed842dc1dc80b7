/** The port through which a journey calls RESTful technical profiles. */
import type { ClaimValue, Json } from '@trustframe/claims'
import type { RestfulPlan } from '@trustframe/plan/plan'
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'
import type { Attempt } from '../exchange/Attempt.ts'
import type { ClaimsExchangeError } from '../exchange/ClaimsExchangeError.ts'

/** The values of the profile's input claims, index by index; `undefined` where a claim has no value. */
export type RestfulInput = ReadonlyArray<ClaimValue | undefined>

/** A success. Which of its members become claims is decided by the journey, from the plan. */
export interface RestfulAnswer {
  readonly status: number
  /** `undefined` for an empty body. */
  readonly body: Json | undefined
  readonly attempts: ReadonlyArray<Attempt>
}

/** What whoever calls asks of one call. */
export interface RestfulCallOptions {
  /**
   * How long the call may take, in milliseconds of the clock it runs under. A provider that `keepsTimeLimit` fails with
   * `RequestTimeout` and the phase it was in; without a limit it may take as long as its transport lets it.
   */
  readonly timeLimitMillis?: number | undefined
}

/**
 * Calls a RESTful technical profile. A layer of `@trustframe/http` makes one request a call; `layerResilient` wraps it
 * with timeout, retry, circuit breaker and bulkhead; whoever composes a runtime can put another in its place.
 */
export class RestfulProvider extends Context.Service<
  RestfulProvider,
  {
    readonly exchange: (
      plan: RestfulPlan,
      input: RestfulInput,
      options?: RestfulCallOptions
    ) => Effect.Effect<RestfulAnswer, ClaimsExchangeError>
    /** The provider ends a call by itself when `timeLimitMillis` has passed; otherwise `layerResilient` interrupts it. */
    readonly keepsTimeLimit?: boolean
  }
>()('trustframe/RestfulProvider') {}
