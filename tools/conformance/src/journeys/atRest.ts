/** A journey that rests: its state goes through text at every interaction, and its events lead there again. */
import { isDeepStrictEqual } from 'node:util'
import {
  decodeState,
  encodeState,
  initialState,
  type JourneyEvent,
  type JourneyOutcome,
  type JourneyState,
  step,
  type StateProblem,
  type Transition
} from '@trustframe/core'
import type { JourneyPlan } from '@trustframe/plan'
import * as Result from 'effect/Result'

/** How a state becomes text, and a text a state. */
export interface Codec {
  readonly encode: (plan: JourneyPlan, state: JourneyState) => string
  readonly decode: (plan: JourneyPlan, text: string) => Result.Result<JourneyState, StateProblem>
}

/** Trustframe's own. */
export const stateCodec: Codec = { encode: encodeState, decode: decodeState }

/** What came of laying a state to rest. */
export type Rested =
  | { readonly outcome: JourneyOutcome; readonly bytes: number }
  /** Why the state that was taken up again is not the one that was laid down. */
  | { readonly problem: string }

/** Lays the state of a suspended journey to rest by one plan, and takes it up by another one of the same policy. */
export const rest = (codec: Codec, from: JourneyPlan, to: JourneyPlan, outcome: JourneyOutcome): Rested => {
  if (outcome._tag !== 'Suspended') return { outcome, bytes: 0 }
  const text = codec.encode(from, outcome.state)
  const decoded = codec.decode(to, text)
  if (Result.isFailure(decoded)) return { problem: `its state at rest cannot be read: ${decoded.failure.message}` }
  const state = decoded.success
  return isDeepStrictEqual(state, outcome.state)
    ? { outcome: { ...outcome, state }, bytes: Buffer.byteLength(text) }
    : { problem: 'its state at rest is another than the one that was laid down' }
}

/** What a journey asked for, as far as it is data. */
const asked = (demand: Transition['demand']): unknown => {
  switch (demand._tag) {
    case 'Page':
      return demand.page
    case 'Redirect':
      return demand.url
    case 'Fail':
      return demand.error
    case 'Complete':
      return { sent: demand.sent, session: demand.session, authenticatedAt: demand.authenticatedAt }
    default:
      return demand._tag
  }
}

const demandOf = (outcome: JourneyOutcome): Transition['demand'] => {
  switch (outcome._tag) {
    case 'Suspended':
      return outcome.interaction
    case 'Failed':
      return { _tag: 'Fail', error: outcome.error }
    case 'Completed':
      return outcome.completion
  }
}

/** The transition that events lead to, one after the other; the state rests in between as `between` says. */
const fold = (
  plan: JourneyPlan,
  events: ReadonlyArray<JourneyEvent>,
  between: (state: JourneyState) => JourneyState | undefined
): Transition | undefined => {
  let state: JourneyState | undefined = initialState(plan)
  let last: Transition | undefined
  for (const event of events) {
    if (state === undefined) return undefined
    last = step(plan, state, event)
    state = between(last.state)
  }
  return last
}

/**
 * Whether recorded events, run again from the beginning, lead to the same state, byte for byte, and ask for the same: without
 * a rest, and with one after each of them, even while a call is under way.
 */
export const replays = (
  codec: Codec,
  plan: JourneyPlan,
  events: ReadonlyArray<JourneyEvent>,
  outcome: JourneyOutcome
): boolean => {
  const text = codec.encode(plan, outcome.state)
  const wanted = asked(demandOf(outcome))
  const resting = (state: JourneyState) =>
    Result.getOrElse(codec.decode(plan, codec.encode(plan, state)), () => undefined)
  return [fold(plan, events, (state) => state), fold(plan, events, resting)].every(
    (last) =>
      last !== undefined && codec.encode(plan, last.state) === text && isDeepStrictEqual(asked(last.demand), wanted)
  )
}
