/** Runs technical profiles: session, transformations, input claims, the call, output claims, transformations, session. */
import type { ProfilePlan } from '@trustframe/plan/plan'
import { beginCall, receiveCall } from './calls/index.ts'
import type { CallEvent, CallProgress } from './calls/CallRunner.ts'
import type { Demand } from './Demand.ts'
import type { JourneyError } from './JourneyError.ts'
import type { CallFrame } from './JourneyState.ts'
import { runningProfile } from './place.ts'
import type { Run } from './Run.ts'
import { persistSession, restoreSession } from './session/session.ts'
import { transform } from './transform.ts'

/** How the run of a profile stands: it is done, it waits for the outside, it shows its page, or it failed. */
export type ProfileProgress =
  | { readonly _tag: 'Done' }
  | { readonly _tag: 'Waiting'; readonly demand: Demand }
  /** Its input transformations have run; the page is up to whoever shows pages. */
  | { readonly _tag: 'PageNeeded' }
  | { readonly _tag: 'Failed'; readonly error: JourneyError }

export const profileDone: ProfileProgress = { _tag: 'Done' }

/** The end of a profile whose outputs are stored: its transformations run, and the session keeps what it persists. */
export const finishProfile = (run: Run, profile: ProfilePlan): ProfileProgress => {
  run.noteClaims(profile.id)
  const error = transform(run, profile, profile.outputTransformations)
  if (error !== undefined) return { _tag: 'Failed', error }
  if (run.validation === undefined) persistSession(run, profile, runningProfile(run)?.exchange)
  return profileDone
}

const settle = (run: Run, profile: ProfilePlan, progress: CallProgress): ProfileProgress => {
  switch (progress._tag) {
    case 'Done':
      run.call = undefined
      return finishProfile(run, profile)
    case 'Waiting': {
      const { demand, memory, stage } = progress
      run.call = { _tag: 'Call', stage, memory }
      return { _tag: 'Waiting', demand }
    }
    case 'Failed':
      run.call = undefined
      return progress
  }
}

/** Starts a technical profile; `EnabledForUserJourneys` may skip it, and a session may answer in its place. */
export const beginProfile = (run: Run, profile: ProfilePlan): ProfileProgress => {
  if (profile.enabled !== undefined && !profile.enabled.holds(run.scope)) {
    const { origin, text } = profile.enabled
    run.note({ _tag: 'ProfileSkipped', technicalProfile: profile.id, condition: text, origin })
    return profileDone
  }
  if (run.validation === undefined && restoreSession(run, profile)) return profileDone
  run.note({ _tag: 'ProfileEntered', technicalProfile: profile.id, origin: profile.origin })
  const error = transform(run, profile, profile.inputTransformations)
  if (error !== undefined) return { _tag: 'Failed', error }
  const progress = beginCall(run, profile)
  return progress === undefined ? { _tag: 'PageNeeded' } : settle(run, profile, progress)
}

/** Goes on with a profile after what its call waited for. */
export const resumeProfile = (run: Run, profile: ProfilePlan, event: CallEvent, waiting: CallFrame): ProfileProgress =>
  settle(run, profile, receiveCall(run, profile, event, waiting))
