/** What one try of a claims exchange did, for traces and for whoever asks how often a service was called. */
import * as Schema from 'effect/Schema'

/** One try. Times are milliseconds of the clock that the exchange ran under. */
export const Attempt = Schema.Struct({
  /** 1 for the first. */
  number: Schema.Number,
  startedAtMillis: Schema.Number,
  durationMillis: Schema.Number,
  /** `answered`, or the tag of the failure. */
  outcome: Schema.String,
  status: Schema.optionalKey(Schema.Number),
  /** How long the exchange waited before this try. */
  delayMillis: Schema.optionalKey(Schema.Number),
  method: Schema.String,
  /** Without secrets: claims that are secret are masked, userinfo is left out. */
  url: Schema.String,
  /** The origin that was called in place of the URL's own, because the runtime overrides its host. */
  routedTo: Schema.optionalKey(Schema.String)
})
export type Attempt = typeof Attempt.Type
