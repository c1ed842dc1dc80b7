/** What runs the call of one kind of technical profile. */
import type { ProfileCall, ProfilePlan } from '@trustframe/plan/plan'
import type { Answer } from '../Answer.ts'
import type { Demand } from '../Demand.ts'
import type { JourneyError } from '../JourneyError.ts'
import type { JourneyEvent } from '../JourneyEvent.ts'
import type { CallFrame } from '../JourneyState.ts'
import type { Request } from '../Request.ts'
import type { Run } from '../Run.ts'

/** How a call stands: it is done and its outputs are stored, it waits for the outside, or it failed. */
export type CallProgress =
  | { readonly _tag: 'Done' }
  | {
      readonly _tag: 'Waiting'
      readonly demand: Demand
      readonly stage: string
      readonly memory: Readonly<Record<string, string>>
    }
  | { readonly _tag: 'Failed'; readonly error: JourneyError }

/** A call in its place: the run, the profile around it, the plan of the call. */
export interface Calling<Call extends ProfileCall> {
  readonly run: Run
  readonly profile: ProfilePlan
  readonly call: Call
}

/** An event that a call may wait for. */
export type CallEvent = Extract<JourneyEvent, { _tag: 'Exchanged' | 'ExchangeFailed' | 'Answered' | 'Returned' }>

/** Runs calls of one kind. Input claims are taken from, and output claims stored in, the scope of the run. */
export interface CallRunner<Call extends ProfileCall> {
  readonly begin: (calling: Calling<Call>) => CallProgress
  /** Goes on after what was waited for; absent for calls that never wait. */
  readonly receive?: (calling: Calling<Call>, event: CallEvent, waiting: CallFrame) => CallProgress
}

export const done: CallProgress = { _tag: 'Done' }

export const failed = (error: JourneyError): CallProgress => ({ _tag: 'Failed', error })

/** Waits for a port. */
export const ask = (
  { profile }: Calling<ProfileCall>,
  request: Request,
  stage = '',
  memory: Readonly<Record<string, string>> = {}
): CallProgress => ({
  _tag: 'Waiting',
  demand: { _tag: 'Perform', technicalProfile: profile.id, origin: profile.origin, request },
  stage,
  memory
})

/** The answer of a port; anything else in its place is a bug of whoever drives the journey. */
export const answerOf = (event: CallEvent): Answer => {
  if (event._tag !== 'Answered') throw new Error(`the journey waits for the answer of a port, not for "${event._tag}"`)
  return event.answer
}
