/** The port to journeys that wait for a person: where their state rests between two requests. */
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'

/** A journey at rest. */
export interface StoredJourney {
  /** Which policy it runs: a process goes on only with a plan of the same id. */
  readonly planId: string
  /** The sealed state (see `StateCipher`). */
  readonly sealed: string
}

/** Keeps journeys for a while. A journey that is taken is gone, so that two requests never go on from the same state. */
export class JourneyStore extends Context.Service<
  JourneyStore,
  {
    readonly save: (transactionId: string, journey: StoredJourney, expiresAtMillis: number) => Effect.Effect<void>
    /** Removes the journey and answers it; `undefined` when there is none, or no more. */
    readonly take: (transactionId: string) => Effect.Effect<StoredJourney | undefined>
  }
>()('trustframe/JourneyStore') {}
