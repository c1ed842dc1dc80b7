/** Compiles orchestration steps. */
import { keyOf, type OrchestrationStep } from '@trustframe/policy'
import type { ExchangePlan, StepPlan, StepWork } from '../plan/JourneyPlan.ts'
import { type CompileContext, originOf } from './CompileContext.ts'
import { compilePrecondition } from './condition.ts'
import { compileProfile } from './profile.ts'

const selecting: ReadonlySet<string> = new Set(['claimsproviderselection', 'combinedsigninandsignup'])

const exchanges = (
  context: CompileContext,
  journeyId: string,
  step: OrchestrationStep,
  previous: OrchestrationStep | undefined
): StepWork => {
  const { claimsExchanges } = step
  const [first, second] = claimsExchanges
  if (second !== undefined && (previous === undefined || !selecting.has(keyOf(previous.type.value)))) {
    context.report('TF2016', step.orderText.span, {
      message: `user journey "${journeyId}" has step ${step.order} with ${claimsExchanges.length} claims exchanges. It must be preceded by a claims provider selection in order to determine which claims exchange can be used`,
      help: 'give each claims exchange a step of its own; a step that an inherited journey already has is merged by its Order',
      related: claimsExchanges.map(({ id }) => ({ message: `claims exchange "${id.value}"`, span: id.span }))
    })
  }
  if (first === undefined) {
    context.report('TF2016', step.orderText.span, {
      message: `user journey "${journeyId}" has step ${step.order} of type ClaimsExchange without a claims exchange`,
      help: 'add a ClaimsExchange to its ClaimsExchanges'
    })
  }
  return {
    _tag: 'ClaimsExchange',
    exchanges: claimsExchanges.flatMap((exchange): ReadonlyArray<ExchangePlan> => {
      const profile = compileProfile(context, exchange.technicalProfileReferenceId)
      return profile === undefined ? [] : [{ id: exchange.id.value, origin: originOf(exchange.span), profile }]
    })
  }
}

const sendClaims = (context: CompileContext, step: OrchestrationStep): StepWork => {
  const reference = step.cpimIssuerTechnicalProfileReferenceId
  if (reference === undefined) return { _tag: 'SendClaims', issuer: undefined }
  const issuer = context.policy.technicalProfiles.get(keyOf(reference.value))
  if (issuer === undefined) {
    compileProfile(context, reference)
    return { _tag: 'SendClaims', issuer: undefined }
  }
  return {
    _tag: 'SendClaims',
    issuer: {
      technicalProfile: issuer.id.value,
      format: issuer.outputTokenFormat?.value ?? '',
      origin: originOf(issuer.id.span)
    }
  }
}

const compileWork = (
  context: CompileContext,
  journeyId: string,
  step: OrchestrationStep,
  previous: OrchestrationStep | undefined
): StepWork => {
  switch (keyOf(step.type.value)) {
    case 'claimsexchange':
      return exchanges(context, journeyId, step, previous)
    case 'sendclaims':
      return sendClaims(context, step)
    default:
      context.report('TF2021', step.type.span, {
        message: `step ${step.order} of user journey "${journeyId}" is of type "${step.type.value}", which Trustframe does not run yet`,
        help: 'a journey that reaches it stops there; run single technical profiles with --profile'
      })
      return { _tag: 'Unsupported' }
  }
}

/** A step of `journeyId`; `previous` is the step before it, which decides whether it may have several exchanges. */
export const compileStep = (
  context: CompileContext,
  journeyId: string,
  step: OrchestrationStep,
  previous: OrchestrationStep | undefined
): StepPlan => ({
  order: step.order,
  type: step.type.value,
  origin: originOf(step.span),
  preconditions: step.preconditions.flatMap((precondition) => compilePrecondition(context, precondition) ?? []),
  work: compileWork(context, journeyId, step, previous)
})
