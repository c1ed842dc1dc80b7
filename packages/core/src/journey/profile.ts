/** Runs technical profiles: transformations, input claims, the call, output claims, transformations. */
import type { Json, TransformationFailure } from '@trustframe/claims'
import type { Origin, ProfilePlan, RestfulPlan, StepPlan, TransformationPlan } from '@trustframe/plan/plan'
import { builtInError, httpError } from '../exchange/builtInError.ts'
import { describeFailure } from '../exchange/describeFailure.ts'
import type { ExchangeFailure } from '../exchange/ExchangeFailure.ts'
import { readMember } from '../exchange/readAnswer.ts'
import { fillIn, userMessage } from '../exchange/userMessage.ts'
import { putOutput, takeInput } from './bag.ts'
import type { Demand } from './Demand.ts'
import type { JourneyError } from './JourneyError.ts'
import { engineError, serverError } from './relyingPartyError.ts'
import type { Run } from './Run.ts'

/** How the run of a profile stands: it is done, it waits for the outside, or it failed. */
export type ProfileProgress =
  | { readonly _tag: 'Done' }
  | { readonly _tag: 'Waiting'; readonly demand: Demand }
  | { readonly _tag: 'Failed'; readonly error: JourneyError }

const done: ProfileProgress = { _tag: 'Done' }

/** The error of a failed exchange. */
export const exchangeError = (
  run: Run,
  step: StepPlan,
  plan: RestfulPlan,
  failure: ExchangeFailure,
  attempts: number
): JourneyError => {
  const order = String(step.order)
  const message = userMessage(plan, failure, order)
  // What never became an answer is reported as a 409 of the provider's own, with the user's message as its reason.
  const { code, text } = builtInError(plan, failure, order) ?? httpError(plan, order, 'Conflict', message.text)
  return {
    tag: failure._tag,
    code,
    description: describeFailure(failure),
    userMessage: message,
    technicalProfile: plan.id,
    step: step.order,
    attempts,
    origin: plan.origin,
    relyingParty: serverError(code, text, run.context, run.moment.epochMillis)
  }
}

/** The error of a claims transformation that failed. */
const transformationError = (
  run: Run,
  step: StepPlan,
  profile: ProfilePlan,
  origin: Origin,
  failure: TransformationFailure
): JourneyError => {
  const { defaultText, messageArguments, messageId, reason, transformationId } = failure
  const own = messageId === undefined ? undefined : profile.messages.get(messageId.toLowerCase())
  const text = own?.value ?? defaultText
  return {
    tag: 'ClaimsTransformationFailed',
    code: 'AADB2C',
    description: `claims transformation "${transformationId}" (${failure.method}) failed: ${reason}`,
    userMessage:
      messageId === undefined || text === undefined
        ? undefined
        : {
            text: fillIn(text, messageArguments),
            key: messageId,
            source: own === undefined ? 'built-in' : 'metadata',
            origin: own?.origin
          },
    technicalProfile: profile.id,
    step: step.order,
    attempts: 0,
    origin,
    relyingParty: engineError(run.context, run.moment.epochMillis)
  }
}

const transform = (
  run: Run,
  step: StepPlan,
  profile: ProfilePlan,
  transformations: ReadonlyArray<TransformationPlan>
): ProfileProgress => {
  for (const { id, method, origin, run: apply } of transformations) {
    const failure = apply(run.bag, run.ambient)
    if (failure !== undefined)
      return { _tag: 'Failed', error: transformationError(run, step, profile, origin, failure) }
    run.note({ _tag: 'TransformationRun', transformation: id, method, origin })
    run.noteClaims(id)
  }
  return done
}

const finish = (run: Run, step: StepPlan, profile: ProfilePlan): ProfileProgress => {
  run.noteClaims(profile.id)
  return transform(run, step, profile, profile.outputTransformations)
}

const beginRestful = (run: Run, step: StepPlan, plan: RestfulPlan): ProfileProgress => {
  const input = plan.inputClaims.map((binding) => takeInput(run.bag, binding, run.resolvers))
  const missing = plan.inputClaims.find(({ required }, index) => required && input[index] === undefined)
  if (missing !== undefined) {
    const failure = { _tag: 'RequiredClaimMissing', claim: missing.claim.id, direction: 'input' } as const
    return { _tag: 'Failed', error: exchangeError(run, step, plan, failure, 0) }
  }
  run.noteClaims(plan.id)
  return { _tag: 'Waiting', demand: { _tag: 'Exchange', profile: plan, input } }
}

/** Starts a technical profile; `EnabledForUserJourneys` may skip it. */
export const beginProfile = (run: Run, step: StepPlan, profile: ProfilePlan): ProfileProgress => {
  if (profile.enabled !== undefined && !profile.enabled.holds(run.bag)) {
    const { origin, text } = profile.enabled
    run.note({ _tag: 'ProfileSkipped', technicalProfile: profile.id, condition: text, origin })
    return done
  }
  run.note({ _tag: 'ProfileEntered', technicalProfile: profile.id, origin: profile.origin })
  const before = transform(run, step, profile, profile.inputTransformations)
  if (before._tag === 'Failed') return before
  const { call } = profile
  switch (call._tag) {
    case 'Restful':
      return beginRestful(run, step, call)
    case 'ClaimsTransformation':
      for (const binding of call.outputClaims) putOutput(run.bag, binding, undefined, run.resolvers)
      return finish(run, step, profile)
    case 'Unsupported':
      return {
        _tag: 'Failed',
        error: {
          tag: 'NotSupported',
          code: 'AADB2C',
          description: `technical profile "${profile.id}" uses "${call.handler}", which Trustframe does not run yet`,
          userMessage: undefined,
          technicalProfile: profile.id,
          step: step.order,
          attempts: 0,
          origin: profile.origin,
          relyingParty: engineError(run.context, run.moment.epochMillis)
        }
      }
  }
}

/** Goes on with a RESTful profile after its answer. */
export const receiveAnswer = (
  run: Run,
  step: StepPlan,
  profile: ProfilePlan,
  plan: RestfulPlan,
  body: Json | undefined,
  attempts: number
): ProfileProgress => {
  const fail = (failure: ExchangeFailure): ProfileProgress => ({
    _tag: 'Failed',
    error: exchangeError(run, step, plan, failure, attempts)
  })
  // All members are read before any is stored: an answer that does not fit leaves the bag as it was.
  const values = plan.outputClaims.map((binding) => readMember(binding, body))
  const unreadable = values.find((read) => 'failure' in read)
  if (unreadable !== undefined && 'failure' in unreadable) return fail(unreadable.failure)
  for (const [index, binding] of plan.outputClaims.entries()) {
    const read = values[index]
    const received = read !== undefined && 'value' in read ? read.value : undefined
    const stored = putOutput(run.bag, binding, received, run.resolvers)
    if (!stored && binding.required)
      return fail({ _tag: 'RequiredClaimMissing', claim: binding.claim.id, direction: 'output' })
  }
  return finish(run, step, profile)
}
