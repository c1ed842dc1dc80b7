/** The time as tokens write it. */
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'

/** Whole seconds since 1970. */
export const nowSeconds: Effect.Effect<number> = Effect.map(Clock.currentTimeMillis, (millis) =>
  Math.floor(millis / 1000)
)
