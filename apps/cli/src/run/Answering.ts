/** Who answers the pages of a journey: an answers file, or the person at the terminal. */
import type { JourneySuspension } from '@trustframe/core'
import type { AnswerProblem, PageAnswer } from '@trustframe/testing'
import type * as Effect from 'effect/Effect'
import type { CannotRun } from '../CliFailure.ts'

/** Answers one page after the other. */
export interface Answering {
  /** What is done at this page; `undefined` when nobody answers, and the journey ends there. */
  readonly next: (suspension: JourneySuspension) => Effect.Effect<PageAnswer | undefined, CannotRun>
  /** What becomes of an answer that does not fit the page: another one is asked for, or the command ends. */
  readonly refuse: (problem: AnswerProblem) => Effect.Effect<void, CannotRun>
  /** What is left when the journey has ended. */
  readonly close: Effect.Effect<void>
  /** Why nobody answered, and who could. */
  readonly missing: string
}
