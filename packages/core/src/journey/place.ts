/** What the frames of a journey point at in its plan. */
import type { ExchangePlan, PagePlan, ProfilePlan, ValidationPlan } from '@trustframe/plan/plan'
import type { ProfileFrame } from './JourneyState.ts'
import type { Run } from './Run.ts'

/** A profile that runs, under the name of its claims exchange. */
export interface Running {
  readonly exchange: string
  readonly profile: ProfilePlan
}

const exchangeAt = (run: Run, { index }: ProfileFrame): ExchangePlan | undefined => {
  const work = run.step?.work
  switch (work?._tag) {
    case 'ClaimsExchange':
      return work.exchanges[index]
    case 'GetClaims':
      return work.exchange
    default:
      return undefined
  }
}

/** The profile that the current step, or the journey's authorization, runs. */
export const runningProfile = (run: Run): Running | undefined => {
  const frame = run.profile
  if (frame === undefined) return undefined
  switch (frame.at) {
    case 'authorization': {
      const profile = run.plan.authorization[frame.index]
      return profile === undefined ? undefined : { exchange: profile.id, profile }
    }
    case 'form': {
      const work = run.step?.work
      const form = work?._tag === 'Selection' ? work.form : undefined
      return form === undefined ? undefined : { exchange: form.id, profile: form.profile }
    }
    case 'exchange': {
      const exchange = exchangeAt(run, frame)
      return exchange === undefined ? undefined : { exchange: exchange.id, profile: exchange.profile }
    }
  }
}

/** The content definition of the page that is shown: the step's own, else that of the profile. */
export const pagePlan = (run: Run): PagePlan | undefined => {
  const work = run.step?.work
  if (work?._tag === 'Selection') return work.page
  const call = runningProfile(run)?.profile.call
  return call?._tag === 'SelfAsserted' || call?._tag === 'PhoneFactor' ? call.page : undefined
}

/** The validations that run: of the page, or of a display control's action. */
export const validationsOf = (run: Run): ReadonlyArray<ValidationPlan> => {
  const call = runningProfile(run)?.profile.call
  if (call?._tag !== 'SelfAsserted') return []
  const action = run.validation?.action
  if (action === undefined) return call.validations
  const control = call.items.find((item) => item._tag === 'Control' && item.control.id === action.control)
  return control?._tag === 'Control'
    ? (control.control.actions.find(({ id }) => id === action.action)?.validations ?? [])
    : []
}

/** The profile whose call is under way: the validation that runs, else the one of the step. */
export const callingProfile = (run: Run): ProfilePlan | undefined =>
  run.validation === undefined ? runningProfile(run)?.profile : validationsOf(run)[run.validation.index]?.profile
