/** The error of a claims exchange: which technical profile, why, and after how many tries. */
import * as Schema from 'effect/Schema'
import { Attempt } from './Attempt.ts'
import { describeFailure } from './describeFailure.ts'
import { ExchangeFailure } from './ExchangeFailure.ts'

/** A claims exchange failed; `failure` says how. */
export class ClaimsExchangeError extends Schema.TaggedError<ClaimsExchangeError>()('ClaimsExchangeError', {
  technicalProfile: Schema.String,
  failure: ExchangeFailure,
  attempts: Schema.Array(Attempt)
}) {
  override get message() {
    return `TechnicalProfile "${this.technicalProfile}": ${describeFailure(this.failure)}`
  }
}
