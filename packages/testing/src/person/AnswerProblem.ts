/** An answer that does not fit what the journey waits for: a mistake of the script, not of the policy. */
import * as Data from 'effect/Data'

/** The message says what does not fit; `help`, what would. */
export class AnswerProblem extends Data.TaggedError('AnswerProblem')<{
  readonly message: string
  readonly help: string
}> {}
