/** Goes on with a journey by what a person does at the page that it waits at. */
import {
  decodeState,
  encodeState,
  Interpreter,
  type JourneyOutcome,
  type JourneySuspension,
  type Listeners,
  type PageModel
} from '@trustframe/core'
import type { JourneyPlan } from '@trustframe/plan'
import { Inbox } from '@trustframe/storage'
import * as Effect from 'effect/Effect'
import * as Option from 'effect/Option'
import { AnswerProblem } from './AnswerProblem.ts'
import { AuthenticatorApp } from './AuthenticatorApp.ts'
import { Identities } from './Identities.ts'
import { conflictOf, movesOf } from './moves.ts'
import type { PageAnswer } from './PageAnswer.ts'
import { controlsOf, fieldsOf } from './pageParts.ts'

/** The page says that something is wrong; whoever answered it reads that before anything else is done. */
const isRefused = (page: PageModel): boolean =>
  page.message !== undefined ||
  fieldsOf(page).some(({ error }) => error !== undefined) ||
  controlsOf(page).some(({ message }) => message !== undefined)

/** The parameters of whoever signs in; an `identity` needs identity providers that believe it. */
const identityParameters = ({ identity }: PageAnswer): Effect.Effect<Readonly<Record<string, string>>, AnswerProblem> =>
  identity === undefined
    ? Effect.succeed({})
    : Effect.flatMap(
        Effect.serviceOption(Identities),
        Option.match({
          onNone: () =>
            Effect.fail(
              new AnswerProblem({
                message: 'the answer says who signs in, and the identity providers of this runtime are real ones',
                help: 'say what the provider sends back with "returns"'
              })
            ),
          onSome: (identities) => identities.signIn(identity)
        })
      )

/**
 * Performs an answer, interaction by interaction, until the page is left, or says that something is wrong. In between, the state of
 * the journey is laid to rest and taken up again, as it is between two requests of a browser.
 */
export const performAnswer = Effect.fnUntraced(function* (
  plan: JourneyPlan,
  suspension: JourneySuspension,
  answer: PageAnswer,
  listeners: Listeners = {}
): Effect.fn.Return<JourneyOutcome, AnswerProblem, AuthenticatorApp | Inbox | Interpreter> {
  const conflict = conflictOf(answer)
  if (conflict !== undefined) return yield* conflict
  const app = yield* AuthenticatorApp
  const inbox = yield* Inbox
  const interpreter = yield* Interpreter
  const moves = movesOf(answer, yield* identityParameters(answer))
  let current = suspension
  for (const [index, move] of moves.entries()) {
    if (current.interaction._tag === 'Page') yield* app.scan(current.interaction.page)
    const codes = { inbox: yield* inbox.lastCode(), authenticator: yield* app.code }
    const interaction = move({ waiting: current.interaction, codes })
    if (interaction instanceof AnswerProblem) return yield* interaction
    const state = yield* Effect.orDie(Effect.fromResult(decodeState(plan, encodeState(plan, current.state))))
    const outcome = yield* interpreter.advance(plan, state, interaction, listeners)
    if (outcome._tag !== 'Suspended') return outcome
    const { interaction: next } = outcome
    const stays =
      next._tag === 'Page' && current.interaction._tag === 'Page' && next.page.step === current.interaction.page.step
    current = outcome
    if (next._tag === 'Page' && isRefused(next.page)) return outcome
    if (!stays && index < moves.length - 1) {
      return yield* new AnswerProblem({
        message: 'the journey left the page before the answer was done',
        help: 'give the rest as an answer of its own'
      })
    }
  }
  return current
})
