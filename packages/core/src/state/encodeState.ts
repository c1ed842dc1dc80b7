/** A journey's state as text that can rest outside the process. */
import { type Json, type JsonObject, stringifyJson } from '@trustframe/claims'
import type { JourneyPlan } from '@trustframe/plan/plan'
import type { JourneyContext } from '../journey/JourneyContext.ts'
import { type Frame, type JourneyState, stateVersion } from '../journey/JourneyState.ts'
import { changesOf, claimsOf } from './claimsOf.ts'

type Members = Readonly<Record<string, Json | undefined>>

/** An object without the members that are absent. */
const present = (members: Members): JsonObject =>
  Object.fromEntries(Object.entries(members).flatMap(([name, json]) => (json === undefined ? [] : [[name, json]])))

/** `undefined` for an object without members: it need not be written. */
const filled = (object: JsonObject): JsonObject | undefined => (Object.keys(object).length === 0 ? undefined : object)

const contextOf = ({ grant, ...context }: JourneyContext): JsonObject =>
  present({ ...context, grant: grant === undefined ? undefined : { ...grant } })

const each = <Value>(values: Readonly<Record<string, Value>>, json: (value: Value) => JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, json(value)]))

const frameOf = ({ claims }: JourneyPlan, bag: JourneyState['bag'], frame: Frame): JsonObject => {
  switch (frame._tag) {
    case 'Steps':
    case 'Profile':
    case 'Call':
      return { ...frame }
    case 'Page': {
      const { control, controls, emails, entered, failures, fieldMessages, message, phone } = frame
      return present({
        _tag: 'Page',
        failures: failures === 0 ? undefined : failures,
        entered: filled(entered),
        emails: filled(each(emails, (email) => ({ ...email }))),
        controls: filled(each(controls, (state) => ({ ...state }))),
        phone: phone === undefined ? undefined : { ...phone },
        message: message === undefined ? undefined : present({ ...message }),
        fieldMessages: filled(fieldMessages),
        control
      })
    }
    case 'Validation': {
      const { action, bag: scope, index, keepMeSignedIn } = frame
      return present({
        _tag: 'Validation',
        action: action === undefined ? undefined : { ...action },
        index,
        changes: changesOf(claims, bag, scope),
        keepMeSignedIn
      })
    }
  }
}

const sessionOf = ({ session }: JourneyState): JsonObject =>
  present({
    loaded:
      session.loaded === undefined
        ? undefined
        : { ...session.loaded, entries: each(session.loaded.entries, (entry) => ({ ...entry })) },
    added: filled(each(session.added, (entry) => ({ ...entry }))),
    authenticatedAt: session.authenticatedAt
  })

/**
 * The state as JSON text: claims by id, and without what is empty. It holds what a person entered; seal it with
 * `StateCipher` before it leaves the process.
 *
 * @example
 * const text = encodeState(plan, suspension.state)
 */
export const encodeState = (plan: JourneyPlan, state: JourneyState): string => {
  const { bag, context, frames, keepMeSignedIn, selected, sent, startedAt } = state
  return stringifyJson(
    present({
      version: stateVersion,
      plan: plan.planId,
      context: contextOf(context),
      startedAt,
      claims: claimsOf(plan.claims, bag),
      frames: frames.map((frame) => frameOf(plan, bag, frame)),
      selected,
      session: filled(sessionOf(state)),
      keepMeSignedIn,
      sent: sent === undefined ? undefined : present({ ...sent })
    })
  )
}
