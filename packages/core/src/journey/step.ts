/** One transition of a journey: pure, so the same plan, state and event always give the same answer. */
import { toTokenJson, type ClaimsBag, type Json } from '@trustframe/claims'
import type { IssuerPlan, JourneyPlan, ProfilePlan, StepPlan } from '@trustframe/plan/plan'
import { putOutput } from './bag.ts'
import type { Demand } from './Demand.ts'
import type { JourneyError } from './JourneyError.ts'
import type { JourneyEvent } from './JourneyEvent.ts'
import type { JourneyState } from './JourneyState.ts'
import { beginProfile, exchangeError, type ProfileProgress, receiveAnswer } from './profile.ts'
import { engineError } from './relyingPartyError.ts'
import { Run } from './Run.ts'
import type { Transition } from './Transition.ts'

const transition = (run: Run, demand: Demand): Transition => ({ state: run.state(), demand, notes: run.notes })

const fail = (run: Run, error: JourneyError): Transition => {
  run.step = run.plan.steps.length
  return transition(run, { _tag: 'Fail', error })
}

/** An error that the policy or the runtime makes, not a service. */
const stop = (run: Run, step: StepPlan, tag: JourneyError['tag'], description: string): Transition =>
  fail(run, {
    tag,
    code: 'AADB2C',
    description,
    userMessage: undefined,
    technicalProfile: undefined,
    step: step.order,
    attempts: 0,
    origin: step.origin,
    relyingParty: engineError(run.context, run.moment.epochMillis)
  })

/** The content of the relying party's token. Source: relyingparty (PolicyProfile). */
const tokenOf = (run: Run): Readonly<Record<string, Json>> => {
  const claims: Record<string, Json> = {}
  const scratch: ClaimsBag = [...run.bag]
  for (const binding of run.plan.tokenClaims) {
    putOutput(scratch, binding, scratch[binding.claim.slot], run.resolvers)
    const value = scratch[binding.claim.slot]
    if (value !== undefined) claims[binding.partnerName] = toTokenJson(value)
  }
  return claims
}

const complete = (run: Run, sent: { readonly issuer: IssuerPlan | undefined } | undefined): Transition => {
  run.step = run.plan.steps.length
  return transition(run, {
    _tag: 'Complete',
    issuer: sent?.issuer,
    token: sent === undefined ? undefined : tokenOf(run)
  })
}

/** What follows from the progress of the profile that the current step runs. */
const proceed = (run: Run, progress: ProfileProgress, exchange: number): Transition => {
  switch (progress._tag) {
    case 'Done':
      run.step++
      return enter(run)
    case 'Waiting':
      run.awaiting = { exchange }
      return transition(run, progress.demand)
    case 'Failed':
      run.noteClaims(progress.error.technicalProfile ?? '')
      return fail(run, progress.error)
  }
}

/** Enters the current step, or the first after it that no precondition skips. */
const enter = (run: Run): Transition => {
  for (;;) {
    const step = run.plan.steps[run.step]
    if (step === undefined) return complete(run, undefined)
    const skip = step.preconditions.find(({ satisfied }) => satisfied(run.bag))
    if (skip !== undefined) {
      const { origin, text } = skip
      run.note({ _tag: 'StepSkipped', order: step.order, type: step.type, precondition: text, origin })
      run.step++
      continue
    }
    run.note({ _tag: 'StepEntered', order: step.order, type: step.type, origin: step.origin })
    switch (step.work._tag) {
      case 'SendClaims':
        return complete(run, { issuer: step.work.issuer })
      case 'Unsupported':
        return stop(
          run,
          step,
          'NotSupported',
          `step ${step.order} is of type "${step.type}", which Trustframe does not run yet`
        )
      case 'ClaimsExchange': {
        const [exchange, other] = step.work.exchanges
        if (exchange === undefined || other !== undefined) {
          return stop(
            run,
            step,
            'NoClaimsExchangeSelected',
            `step ${step.order} has ${step.work.exchanges.length} claims exchanges and none was selected`
          )
        }
        const progress = beginProfile(run, step, exchange.profile)
        if (progress._tag !== 'Done') return proceed(run, progress, 0)
        run.step++
      }
    }
  }
}

/** The profile that the journey waits for; an event that does not fit the state is a bug of the caller. */
const awaited = (run: Run, state: JourneyState): { readonly step: StepPlan; readonly profile: ProfilePlan } => {
  const step = run.plan.steps[state.step]
  const exchange =
    step?.work._tag === 'ClaimsExchange' ? step.work.exchanges[state.awaiting?.exchange ?? -1] : undefined
  if (step === undefined || exchange === undefined) throw new Error('the journey waits for no claims exchange')
  return { step, profile: exchange.profile }
}

/** The state of a journey that has not started. */
export const initialState = (plan: JourneyPlan): JourneyState => ({
  context: { correlationId: '', language: 'en', parameters: {}, hostName: '', ipAddress: '' },
  step: 0,
  bag: plan.claims.emptyBag(),
  awaiting: undefined
})

/**
 * Where the journey stands after an event, what it asks for next, and what it did. Time and chance come from the event.
 *
 * @example
 * const { demand, state } = step(plan, initialState(plan), { _tag: 'Started', moment, context, claims: new Map() })
 */
export const step = (plan: JourneyPlan, state: JourneyState, event: JourneyEvent): Transition => {
  switch (event._tag) {
    case 'Started': {
      const bag = plan.claims.emptyBag()
      for (const [id, value] of event.claims) {
        const claim = plan.claims.find(id)
        if (claim !== undefined) bag[claim.slot] = value
      }
      return enter(new Run(plan, { ...state, context: event.context, bag, step: 0 }, event.moment))
    }
    case 'Exchanged': {
      const run = new Run(plan, state, event.moment)
      const { profile, step: current } = awaited(run, state)
      if (profile.call._tag !== 'Restful') throw new Error(`technical profile "${profile.id}" makes no calls`)
      const progress = receiveAnswer(run, current, profile, profile.call, event.body, event.attempts)
      return proceed(run, progress, state.awaiting?.exchange ?? 0)
    }
    case 'ExchangeFailed': {
      const run = new Run(plan, state, event.moment)
      const { profile, step: current } = awaited(run, state)
      if (profile.call._tag !== 'Restful') throw new Error(`technical profile "${profile.id}" makes no calls`)
      return fail(run, exchangeError(run, current, profile.call, event.failure, event.attempts))
    }
  }
}
