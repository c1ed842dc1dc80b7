/** Drives a journey to its end, page by page. */
import {
  Interpreter,
  interactionRequiredError,
  type JourneyEnd,
  type JourneyOutcome,
  type JourneyStart,
  type JourneySuspension,
  type Listeners
} from '@trustframe/core'
import type { JourneyPlan } from '@trustframe/plan'
import type { Inbox } from '@trustframe/storage'
import { type AuthenticatorApp, type PageAnswer, performAnswer } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import type { CannotRun } from '../CliFailure.ts'
import type { Answering } from './Answering.ts'

/** What nobody answered, and why. */
export interface Unanswered {
  readonly suspension: JourneySuspension
  readonly missing: string
}

/** How a journey ended, and what nobody answered, if that is why. */
export interface Driven {
  readonly end: JourneyEnd
  readonly unanswered: Unanswered | undefined
}

/** Runs the journey; `told` is told of every answer before it is performed. */
export const driveJourney = Effect.fnUntraced(function* (
  plan: JourneyPlan,
  start: JourneyStart,
  { close, missing, next, refuse }: Answering,
  told: (suspension: JourneySuspension, answer: PageAnswer) => Effect.Effect<void>,
  listeners: Listeners
): Effect.fn.Return<Driven, CannotRun, AuthenticatorApp | Inbox | Interpreter> {
  const interpreter = yield* Interpreter
  let outcome: JourneyOutcome = yield* interpreter.start(plan, start, listeners)
  while (outcome._tag === 'Suspended') {
    const suspension: JourneySuspension = outcome
    const answer = yield* next(suspension)
    if (answer === undefined) {
      return { end: interactionRequiredError(suspension), unanswered: { suspension, missing } }
    }
    yield* told(suspension, answer)
    outcome = yield* Effect.catchTag(performAnswer(plan, suspension, answer, listeners), 'AnswerProblem', (problem) =>
      Effect.as(refuse(problem), suspension)
    )
  }
  yield* close
  return { end: outcome, unanswered: undefined }
})
