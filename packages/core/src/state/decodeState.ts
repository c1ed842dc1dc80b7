/** A journey's state from the text that it rested as. */
import { MalformedJson, parseJson } from '@trustframe/claims'
import type { JourneyPlan } from '@trustframe/plan/plan'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'
import { type Frame, type JourneyState, stateVersion } from '../journey/JourneyState.ts'
import { bagWith } from './claimsOf.ts'
import { type EncodedFrame, EncodedState } from './EncodedState.ts'
import { StateProblem } from './StateProblem.ts'

const decode = Schema.decodeUnknownResult(EncodedState)

const notAState = (detail: string) => new StateProblem({ reason: 'NotAState', detail })

const frameOf = (plan: JourneyPlan, bag: JourneyState['bag'], frame: EncodedFrame): Frame | StateProblem => {
  switch (frame._tag) {
    case 'Steps':
    case 'Profile':
    case 'Call':
      return frame
    case 'Page': {
      const {
        control,
        controls = {},
        emails = {},
        entered = {},
        failures = 0,
        fieldMessages = {},
        message,
        phone
      } = frame
      return {
        _tag: 'Page',
        failures,
        entered,
        emails,
        controls,
        phone,
        message: message === undefined ? undefined : { ...message, code: message.code },
        fieldMessages,
        control
      }
    }
    case 'Validation': {
      const { action, changes, index, keepMeSignedIn } = frame
      const scope = bagWith(plan.claims, bag, changes)
      return scope instanceof StateProblem ? scope : { _tag: 'Validation', action, index, bag: scope, keepMeSignedIn }
    }
  }
}

const stateOf = (plan: JourneyPlan, encoded: EncodedState): JourneyState | StateProblem => {
  if (encoded.plan !== plan.planId) {
    const detail = `it belongs to plan ${encoded.plan}, and this is plan ${plan.planId}: the policy has changed since`
    return new StateProblem({ reason: 'AnotherPlan', detail })
  }
  const bag = bagWith(plan.claims, plan.claims.emptyBag(), encoded.claims)
  if (bag instanceof StateProblem) return bag
  const frames: Array<Frame> = []
  for (const item of encoded.frames) {
    const frame = frameOf(plan, bag, item)
    if (frame instanceof StateProblem) return frame
    frames.push(frame)
  }
  const { context, keepMeSignedIn, selected, sent, session, startedAt } = encoded
  return {
    version: stateVersion,
    context,
    startedAt,
    bag,
    frames,
    selected,
    session: { loaded: session?.loaded, added: session?.added ?? {}, authenticatedAt: session?.authenticatedAt },
    keepMeSignedIn,
    sent: sent === undefined ? undefined : { ...sent, subject: sent.subject, userIdentity: sent.userIdentity }
  }
}

/**
 * The state that a text holds, for the plan that it was encoded with: in another process, a plan compiled from the same
 * policy. What is no state, of another version, or of another plan is a `StateProblem`.
 *
 * @example
 * const state = Result.getOrThrow(decodeState(plan, text))
 */
export const decodeState = (plan: JourneyPlan, text: string): Result.Result<JourneyState, StateProblem> => {
  const json = parseJson(text)
  if (json instanceof MalformedJson) return Result.fail(notAState(`its text ${json.reason}`))
  const decoded = decode(json)
  // The schema's own message would quote what it found; claims are not to be shown.
  if (Result.isFailure(decoded)) return Result.fail(notAState('its text has another shape, or another version'))
  const state = stateOf(plan, decoded.success)
  return state instanceof StateProblem ? Result.fail(state) : Result.succeed(state)
}
