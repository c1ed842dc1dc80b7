/** A text that a journey cannot be gone on with. */
import * as Schema from 'effect/Schema'

export class StateProblem extends Schema.TaggedError<StateProblem>()('StateProblem', {
  reason: Schema.Literals(['NotAState', 'AnotherPlan', 'UnfitClaim']),
  detail: Schema.String
}) {
  override get message() {
    return `the journey cannot be gone on with: ${this.detail}`
  }
}
