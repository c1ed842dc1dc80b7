/** Walks the steps of a journey: preconditions, sub journeys, claims exchanges, the end. */
import type { ExchangePlan, StepPlan, StepWork } from '@trustframe/plan/plan'
import type { Demand } from './Demand.ts'
import type { JourneyError, JourneyErrorTag } from './JourneyError.ts'
import { plainError, textError } from './makeError.ts'
import type { ProfileFrame } from './JourneyState.ts'
import { beginPhone, openPhone } from './page/phone.ts'
import { showPage, untouched } from './page/show.ts'
import { openPage, passOver } from './page/submit.ts'
import { itemsOf } from './page/items.ts'
import { runningProfile } from './place.ts'
import { beginProfile, type ProfileProgress } from './profile.ts'
import type { Run } from './Run.ts'
import { beginSelection } from './selection.ts'
import { policyError, sentClaims, unsupportedIssuer } from './sendClaims.ts'
import { closeSession } from './session/session.ts'
import type { Transition } from './Transition.ts'

/** Sub journeys within sub journeys; deeper ones invoke each other without an end. */
const deepest = 16

const transition = (run: Run, demand: Demand): Transition => ({ state: run.state(), demand, notes: run.notes })

/** The journey is over: nothing of it goes on. */
const close = (run: Run): void => {
  run.steps.splice(0, run.steps.length, { _tag: 'Steps', journey: -1, step: run.plan.steps.length })
  run.profile = undefined
  run.page = undefined
  run.setValidation(undefined)
  run.call = undefined
}

/** The journey ends with an error. */
export const fail = (run: Run, error: JourneyError): Transition => {
  run.noteClaims(error.technicalProfile ?? '')
  close(run)
  return transition(run, { _tag: 'Fail', error })
}

/** An error that the policy or the runtime makes, not a service. */
const stop = (run: Run, step: StepPlan, tag: JourneyErrorTag, description: string): Transition =>
  fail(run, plainError(run, { tag, description, origin: step.origin, technicalProfile: undefined }))

const complete = (run: Run): Transition => {
  const { plan, sent } = run
  const work = sent === undefined ? undefined : sentStep(run)?.work
  const session = closeSession(run)
  const authenticatedAt = run.session.authenticatedAt ?? run.session.loaded?.authenticatedAt ?? run.moment.epochMillis
  close(run)
  return transition(run, {
    _tag: 'Complete',
    issuer: work?._tag === 'SendClaims' ? work.issuer : undefined,
    token: sent?.token,
    sent,
    session: plan.nonInteractive || run.context.grant !== undefined ? undefined : session,
    authenticatedAt
  })
}

const sentStep = ({ plan, sent }: Run): StepPlan | undefined => {
  if (sent === undefined) return undefined
  const steps = sent.journey < 0 ? plan.steps : plan.subJourneys[sent.journey]?.steps
  return steps?.[sent.step]
}

/** Starts the profile of the current step, and shows its page if it has one. */
const beginStep = (run: Run, frame: ProfileFrame): ProfileProgress => {
  run.profile = frame
  const running = runningProfile(run)
  if (running === undefined) throw new Error('the step has no such claims exchange')
  const progress = beginProfile(run, running.profile)
  if (progress._tag !== 'PageNeeded') return progress
  run.page = untouched
  const phone = openPhone(run)
  if (phone !== undefined) return beginPhone(run, phone)
  const page = openPage(run)
  if (page === undefined) throw new Error(`technical profile "${running.profile.id}" has no page`)
  if (itemsOf(run, page.call).length > 0) return showPage(run)
  run.page = undefined
  return passOver(run, page)
}

/** The exchange that the step runs: its only one, the one that was chosen, or the only one that is enabled. */
const selectedExchange = (run: Run, exchanges: ReadonlyArray<ExchangePlan>): number | undefined => {
  if (exchanges.length === 1) return 0
  const wanted = run.selected?.toLowerCase()
  const chosen = exchanges.findIndex(({ id }) => id.toLowerCase() === wanted)
  if (chosen >= 0) return chosen
  const enabled = exchanges.filter(({ profile }) => profile.enabled?.holds(run.bag) ?? true)
  const [only, another] = enabled
  return only !== undefined && another === undefined ? exchanges.indexOf(only) : undefined
}

const noExchange = (run: Run, step: StepPlan, exchanges: ReadonlyArray<ExchangePlan>): Transition => {
  const description = `step ${step.order} has ${exchanges.length} claims exchanges and none was selected`
  const parts = {
    tag: 'NoClaimsExchangeSelected',
    description,
    origin: step.origin,
    technicalProfile: undefined
  } as const
  const text = `Claims exchange with id '${run.selected ?? ''}' could not be found in orchestration step '${step.order}' and the step contains more than one claims exchange.`
  return fail(run, textError(run, parts, 'AADB2C', text))
}

/** After `SendClaims` only telemetry still runs. Source: technical-profiles section 16 (Placement). */
const isTelemetry = (work: StepWork): boolean =>
  work._tag === 'ClaimsExchange' && work.exchanges[0]?.profile.call._tag === 'ApplicationInsights'

/** A `SendClaims` step; `undefined` when the steps after it are up. */
const send = (run: Run, { issuer }: Extract<StepWork, { _tag: 'SendClaims' }>): Transition | undefined => {
  const details = issuer?.details
  if (issuer !== undefined && details?._tag === 'OAuth2Error') return fail(run, policyError(run, issuer, details))
  if (issuer !== undefined && details?._tag === 'Other') return fail(run, unsupportedIssuer(run, issuer))
  run.sent = sentClaims(run, issuer)
  run.note({
    _tag: 'ClaimsSent',
    issuer: issuer?.technicalProfile ?? '',
    origin: issuer?.origin ?? run.step?.origin ?? run.plan.origin
  })
  run.advance()
  return undefined
}

/** `InvokeSubJourney`: `Call` comes back to the step after, `Transfer` never does. Source: subjourneys. */
const invoke = (run: Run, step: StepPlan, subJourney: number): Transition | undefined => {
  const plan = run.plan.subJourneys[subJourney]
  if (plan === undefined) throw new Error('the plan has no such sub journey')
  if (run.steps.length >= deepest) {
    return stop(run, step, 'NotSupported', `sub journey "${plan.id}" is invoked within itself without an end`)
  }
  run.note({ _tag: 'SubJourneyEntered', subJourney: plan.id, origin: plan.origin })
  run.advance()
  if (plan.type === 'Transfer') run.steps.splice(0, run.steps.length)
  run.steps.push({ _tag: 'Steps', journey: subJourney, step: 0 })
  return undefined
}

/** Runs the work of a step; `undefined` when the next step is up. */
const work = (run: Run, step: StepPlan): Transition | undefined => {
  switch (step.work._tag) {
    case 'SendClaims':
      return send(run, step.work)
    case 'Unsupported':
      return stop(
        run,
        step,
        'NotSupported',
        `step ${step.order} is of type "${step.type}", which Trustframe does not run yet`
      )
    case 'Noop':
      run.advance()
      return undefined
    case 'InvokeSubJourney':
      return invoke(run, step, step.work.subJourney)
    case 'Selection':
      return follow(run, beginSelection(run, step.work))
    case 'GetClaims':
      return follow(run, beginStep(run, { _tag: 'Profile', at: 'exchange', index: 0 }))
    case 'ClaimsExchange': {
      const { exchanges } = step.work
      const index = selectedExchange(run, exchanges)
      if (index === undefined) return noExchange(run, step, exchanges)
      return follow(run, beginStep(run, { _tag: 'Profile', at: 'exchange', index }))
    }
  }
}

/** What follows from the progress of the profile that runs; `undefined` when the next step is up. */
const follow = (run: Run, progress: ProfileProgress): Transition | undefined => {
  switch (progress._tag) {
    case 'Done':
      if (run.profile?.at === 'authorization') return authorize(run, run.profile.index + 1)
      run.profile = undefined
      run.page = undefined
      run.advance()
      return undefined
    case 'Waiting':
      return transition(run, progress.demand)
    case 'Failed':
      return fail(run, progress.error)
    case 'PageNeeded':
      throw new Error('a page was needed and not shown')
  }
}

/** Runs the authorization profiles from `index` on; `undefined` when the steps are up. Source: execution section 5.6. */
const authorize = (run: Run, index: number): Transition | undefined => {
  if (index < run.plan.authorization.length) {
    return follow(run, beginStep(run, { _tag: 'Profile', at: 'authorization', index }))
  }
  run.profile = undefined
  return undefined
}

/** Walks on until the journey waits for something or ends. */
const walk = (run: Run): Transition => {
  for (;;) {
    const { step } = run
    if (step === undefined) {
      if (run.steps.length <= 1) return complete(run)
      run.steps.pop()
      continue
    }
    if (run.sent !== undefined && !isTelemetry(step.work)) {
      run.advance()
      continue
    }
    const skip = step.preconditions.find(({ satisfied }) => satisfied(run.bag))
    if (skip !== undefined) {
      const { origin, text } = skip
      run.note({ _tag: 'StepSkipped', order: step.order, type: step.type, precondition: text, origin })
      run.advance()
      continue
    }
    run.note({ _tag: 'StepEntered', order: step.order, type: step.type, origin: step.origin })
    const ended = work(run, step)
    if (ended !== undefined) return ended
  }
}

/** Begins a journey. */
export const begin = (run: Run): Transition => authorize(run, 0) ?? walk(run)

/** Goes on after the profile that runs made progress. */
export const proceed = (run: Run, progress: ProfileProgress): Transition => follow(run, progress) ?? walk(run)
