/** Runs RESTful technical profiles. */
import type { RestfulPlan } from '@trustframe/plan/plan'
import { builtInError, httpError } from '../../exchange/builtInError.ts'
import { describeFailure } from '../../exchange/describeFailure.ts'
import type { ExchangeFailure } from '../../exchange/ExchangeFailure.ts'
import { userMessage } from '../../exchange/userMessage.ts'
import { takeInput } from '../bag.ts'
import { textError } from '../makeError.ts'
import { messageSources } from '../messages.ts'
import { storeOutputs } from '../outputs.ts'
import { type Calling, type CallProgress, type CallRunner, done, failed } from './CallRunner.ts'

const failure = (
  { call, profile, run }: Calling<RestfulPlan>,
  reason: ExchangeFailure,
  attempts: number
): CallProgress => {
  const place = { step: String(run.order), tenantId: run.plan.policy.tenantId }
  const { localize, metadata } = messageSources(run, profile)
  const message = userMessage(call, reason, place, localize, metadata)
  // What never became an answer is reported as a 409 of the provider's own, with the user's message as its reason.
  const { code, text } = builtInError(call, reason, place) ?? httpError(call, place, 'Conflict', message.text)
  const parts = {
    tag: reason._tag,
    description: describeFailure(reason),
    userMessage: message,
    technicalProfile: call.id,
    attempts,
    origin: call.origin
  }
  return failed(textError(run, parts, code, text))
}

export const restful: CallRunner<RestfulPlan> = {
  begin: (calling) => {
    const { call, run } = calling
    const input = call.inputClaims.map((binding) => takeInput(run.scope, binding, run.resolvers))
    const missing = call.inputClaims.find(({ required }, index) => required && input[index] === undefined)
    if (missing !== undefined) {
      return failure(calling, { _tag: 'RequiredClaimMissing', claim: missing.claim.id, direction: 'input' }, 0)
    }
    run.noteClaims(call.id)
    return { _tag: 'Waiting', demand: { _tag: 'Exchange', profile: call, input }, stage: '', memory: {} }
  },
  receive: (calling, event) => {
    if (event._tag === 'ExchangeFailed') return failure(calling, event.failure, event.attempts)
    if (event._tag !== 'Exchanged') throw new Error(`the journey waits for a claims exchange, not for "${event._tag}"`)
    const unfit = storeOutputs(calling.run, calling.call.outputClaims, event.body)
    return unfit === undefined ? done : failure(calling, unfit, event.attempts)
  }
}
