/** One transition of a journey: pure, so the same plan, state and event always give the same answer. */
import type { ClaimsBag } from '@trustframe/claims'
import type { JourneyPlan, ProfilePlan } from '@trustframe/plan/plan'
import type { CallEvent } from './calls/CallRunner.ts'
import { portMissing } from './calls/index.ts'
import { redirectAgain } from './calls/identityProvider.ts'
import { interact } from './interaction.ts'
import { codedError } from './makeError.ts'
import type { JourneyEvent } from './JourneyEvent.ts'
import type { JourneyContext } from './JourneyContext.ts'
import { type CallFrame, type JourneyState, type SessionState, stateVersion } from './JourneyState.ts'
import { begin, fail, proceed } from './orchestration.ts'
import { receiveEmail } from './page/email.ts'
import { openPhone, receivePhone } from './page/phone.ts'
import { interactionRequired, mayRedirect } from './page/show.ts'
import { resumeValidation } from './page/submit.ts'
import { callingProfile, runningProfile } from './place.ts'
import { type ProfileProgress, resumeProfile } from './profile.ts'
import { Run } from './Run.ts'
import { noSession, openSession } from './session/session.ts'
import type { Transition } from './Transition.ts'

const beginning = (
  context: JourneyContext,
  bag: ClaimsBag,
  session: SessionState,
  startedAt: number
): JourneyState => ({
  version: stateVersion,
  context,
  startedAt,
  bag,
  frames: [{ _tag: 'Steps', journey: -1, step: 0 }],
  selected: undefined,
  session,
  keepMeSignedIn: undefined,
  sent: undefined
})

/** The state of a journey that has not started. */
export const initialState = (plan: JourneyPlan): JourneyState => {
  const context = { correlationId: '', language: 'en', parameters: {}, hostName: '', ipAddress: '' }
  return beginning(context, plan.claims.emptyBag(), noSession, 0)
}

const start = (plan: JourneyPlan, event: Extract<JourneyEvent, { _tag: 'Started' }>): Transition => {
  const bag = plan.claims.emptyBag()
  for (const [id, value] of event.claims) {
    const claim = plan.claims.find(id)
    if (claim !== undefined) bag[claim.slot] = value
  }
  const { context, moment } = event
  // Refreshes and other journeys without a browser look at no session. Source: sessions-and-state section 2.
  const record = plan.nonInteractive || context.grant !== undefined ? undefined : event.session
  const session = openSession(plan.session, context, record, moment.epochMillis)
  const run = new Run(plan, beginning(context, bag, session, moment.epochMillis), moment)
  run.bearerToken = event.bearerToken
  return begin(run)
}

/** Journeys wait a day for a person unless their context says otherwise. */
const timeLimit = 86_400_000

const expired = (run: Run, { context, startedAt }: JourneyState): Transition | undefined => {
  const limit = context.timeLimitMillis ?? timeLimit
  if (run.moment.epochMillis - startedAt <= limit) return undefined
  const description = `the journey waited longer than ${limit / 1000} seconds`
  const parts = { tag: 'StateExpired', description, origin: run.plan.origin, technicalProfile: undefined } as const
  return fail(run, codedError(run, parts, 'AADB2C90046'))
}

/** A call that the page itself made: for a code, not for a profile. */
const receiveOnPage = (run: Run, profile: ProfilePlan, event: CallEvent, waiting: CallFrame): ProfileProgress => {
  if (event._tag !== 'Answered') throw new Error(`the page waits for the answer of a port, not for "${event._tag}"`)
  const { answer } = event
  if (answer._tag === 'PortMissing') return { _tag: 'Failed', error: portMissing(run, profile, answer.port) }
  const phone = openPhone(run)
  return phone === undefined ? receiveEmail(run, answer, waiting) : receivePhone(run, phone, answer, waiting)
}

/** An answer from outside, for the call that waits for it. */
const receive = (run: Run, event: CallEvent): ProfileProgress => {
  const waiting = run.call
  if (waiting === undefined) throw new Error(`the journey waits for no call, and got "${event._tag}"`)
  if (run.validation !== undefined) return resumeValidation(run, event, waiting)
  const profile = callingProfile(run)
  if (profile === undefined) throw new Error('no technical profile waits for an answer')
  if (run.page !== undefined) return receiveOnPage(run, profile, event, waiting)
  const progress = resumeProfile(run, profile, event, waiting)
  const redirects = progress._tag === 'Waiting' && progress.demand._tag === 'Redirect'
  return redirects && !mayRedirect(run) ? interactionRequired(run, profile.id) : progress
}

/** The redirect that the journey waits at, once more; a person who does anything else has lost it. */
const again = (run: Run, waiting: CallFrame): ProfileProgress => {
  const profile = runningProfile(run)?.profile
  if (profile?.call._tag !== 'IdentityProvider') throw new Error('the journey waits for a port, not for a person')
  const progress = redirectAgain({ run, profile, call: profile.call }, waiting)
  if (progress._tag !== 'Waiting') throw new Error('a redirect cannot be repeated')
  return { _tag: 'Waiting', demand: progress.demand }
}

/**
 * Where the journey stands after an event, what it asks for next, and what it did. Time and chance come from the event.
 *
 * Answers of ports that nobody asked for are bugs of the caller and throw; what a person or a browser sends is untrusted,
 * and what does not fit shows the page again.
 *
 * @example
 * const { demand, state } = step(plan, initialState(plan), { _tag: 'Started', moment, context, claims: new Map() })
 */
export const step = (plan: JourneyPlan, state: JourneyState, event: JourneyEvent): Transition => {
  if (event._tag === 'Started') return start(plan, event)
  const run = new Run(plan, state, event.moment)
  const late = expired(run, state)
  if (late !== undefined) return late
  switch (event._tag) {
    case 'Exchanged':
    case 'ExchangeFailed':
    case 'Answered':
      return proceed(run, receive(run, event))
    case 'Returned':
      if (run.call?.stage === 'redirect') return proceed(run, receive(run, event))
      return proceed(run, run.call === undefined ? interact(run, event) : again(run, run.call))
    default:
      return proceed(run, run.call === undefined ? interact(run, event) : again(run, run.call))
  }
}
