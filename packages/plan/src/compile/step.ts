/** Compiles orchestration steps. */
import {
  type ClaimsExchange,
  type ClaimsProviderSelection,
  keyOf,
  type OrchestrationStep,
  type Text
} from '@trustframe/policy'
import { formatAadb2c } from '../errors/aadb2c.ts'
import type { ExchangePlan, StepPlan, StepWork } from '../plan/JourneyPlan.ts'
import type { ProfilePlan } from '../plan/ProfilePlan.ts'
import type { ChoicePlan } from '../plan/SelectionPlan.ts'
import { compileTokenRules } from './calls/tokenRules.ts'
import { type CompileContext, didYouMean, originOf } from './CompileContext.ts'
import { compilePrecondition } from './condition.ts'
import { compilePage } from './content/page.ts'
import { compileIssuer } from './issuer.ts'
import { compileProfile, findProfile } from './profile.ts'

/** The journey around a step. */
export interface Steps {
  /** For messages: `user journey "SignIn"`. */
  readonly title: string
  readonly all: ReadonlyArray<OrchestrationStep>
  /** `DefaultCpimIssuerTechnicalProfileReferenceId`. */
  readonly defaultIssuer: Text | undefined
  /** The index of the sub journey that a text names, or `undefined` after a finding. */
  readonly subJourney: (reference: Text) => number | undefined
}

const selecting: ReadonlySet<string> = new Set(['claimsproviderselection', 'combinedsigninandsignup'])

const exchangePlan = (context: CompileContext, exchange: ClaimsExchange): ExchangePlan | undefined => {
  const profile = compileProfile(context, exchange.technicalProfileReferenceId)
  return profile === undefined ? undefined : { id: exchange.id.value, origin: originOf(exchange.span), profile }
}

const exchanges = (context: CompileContext, { all, title }: Steps, step: OrchestrationStep): StepWork => {
  const { claimsExchanges } = step
  const previous = all[all.indexOf(step) - 1]
  const [first, second] = claimsExchanges
  if (second !== undefined && (previous === undefined || !selecting.has(keyOf(previous.type.value)))) {
    context.report('TF2016', step.orderText.span, {
      message: `${title} has step ${step.order} with ${claimsExchanges.length} claims exchanges. It must be preceded by a claims provider selection in order to determine which claims exchange can be used`,
      help: 'give each claims exchange a step of its own; a step that an inherited journey already has is merged by its Order',
      related: claimsExchanges.map(({ id }) => ({ message: `claims exchange "${id.value}"`, span: id.span }))
    })
  }
  if (first === undefined) {
    context.report('TF2016', step.orderText.span, {
      message: `${title} has step ${step.order} of type ClaimsExchange without a claims exchange`,
      help: 'add a ClaimsExchange to its ClaimsExchanges'
    })
  }
  return {
    _tag: 'ClaimsExchange',
    exchanges: claimsExchanges.flatMap((exchange) => exchangePlan(context, exchange) ?? [])
  }
}

/** The exchange that a choice leads to: in the steps after the selection, nearest first. */
const findTarget = ({ all }: Steps, step: OrchestrationStep, id: Text): ClaimsExchange | undefined =>
  all
    .slice(all.indexOf(step) + 1)
    .flatMap(({ claimsExchanges }) => claimsExchanges)
    .find((exchange) => keyOf(exchange.id.value) === keyOf(id.value))

const unknownExchange = (context: CompileContext, { all, title }: Steps, step: OrchestrationStep, id: Text) => {
  const names = all.flatMap(({ claimsExchanges }) => claimsExchanges.map((exchange) => exchange.id.value))
  context.report('TF2040', id.span, {
    message: `step ${step.order} of ${title} offers claims exchange "${id.value}", which none of the steps has that could run it`,
    help: didYouMean(id.value, names, 'add it to the ClaimsExchanges of the next step')
  })
}

const choice = (
  context: CompileContext,
  steps: Steps,
  step: OrchestrationStep,
  { span, targetClaimsExchangeId: id }: ClaimsProviderSelection
): ReadonlyArray<ChoicePlan> => {
  if (id === undefined) return []
  const found = findTarget(steps, step, id)
  if (found === undefined) {
    unknownExchange(context, steps, step, id)
    return []
  }
  const target = exchangePlan(context, found)
  if (target === undefined) return []
  const profile = context.policy.technicalProfiles.get(keyOf(found.technicalProfileReferenceId.value))
  return [{ exchange: found.id.value, origin: originOf(span), target, domain: profile?.domain?.value }]
}

const selection = (context: CompileContext, steps: Steps, step: OrchestrationStep): StepWork => {
  const formId = step.selections.find(
    ({ validationClaimsExchangeId }) => validationClaimsExchangeId !== undefined
  )?.validationClaimsExchangeId
  const own = step.claimsExchanges.find(({ id }) => keyOf(id.value) === keyOf(formId?.value ?? ''))
  if (formId !== undefined && own === undefined) unknownExchange(context, steps, step, formId)
  return {
    _tag: 'Selection',
    page: compilePage(context, step.contentDefinitionReferenceId),
    choices: step.selections.flatMap((item) => choice(context, steps, step, item)),
    form: own === undefined ? undefined : exchangePlan(context, own),
    showSingle: keyOf(step.displayOption?.value ?? '') === 'showsingleprovider'
  }
}

const getClaims = (context: CompileContext, { title }: Steps, step: OrchestrationStep): StepWork => {
  const reference = step.cpimIssuerTechnicalProfileReferenceId
  if (reference === undefined) {
    context.report('TF2043', step.orderText.span, {
      message: `step ${step.order} of ${title} is of type GetClaims and names no technical profile`,
      help: 'name the profile that reads the token in CpimIssuerTechnicalProfileReferenceId'
    })
    return { _tag: 'Unsupported' }
  }
  const profile = compileTokenProfile(context, reference)
  if (profile === undefined) return { _tag: 'Unsupported' }
  return { _tag: 'GetClaims', exchange: { id: profile.id, origin: originOf(reference.span), profile } }
}

/** A profile that reads the token of a request, whatever it does when a claims exchange names it. */
export const compileTokenProfile = (context: CompileContext, reference: Text): ProfilePlan | undefined => {
  const profile = findProfile(context, reference)
  const compiled = profile === undefined ? undefined : compileProfile(context, reference)
  return profile === undefined || compiled === undefined
    ? undefined
    : { ...compiled, call: compileTokenRules(context, profile) }
}

const sendClaims = (context: CompileContext, { defaultIssuer, title }: Steps, step: OrchestrationStep): StepWork => {
  const reference = step.cpimIssuerTechnicalProfileReferenceId ?? defaultIssuer
  if (reference === undefined) {
    context.report('TF2043', step.orderText.span, {
      message: `step ${step.order} of ${title}: ${formatAadb2c('AADB2C90108', String(step.order))}`,
      help: 'name the token issuer in CpimIssuerTechnicalProfileReferenceId'
    })
    return { _tag: 'SendClaims', issuer: undefined }
  }
  return { _tag: 'SendClaims', issuer: compileIssuer(context, reference) }
}

const invoke = (context: CompileContext, steps: Steps, step: OrchestrationStep): StepWork => {
  const [reference] = step.journeyList
  const subJourney = reference === undefined ? undefined : steps.subJourney(reference)
  if (reference === undefined) {
    context.report('TF2041', step.orderText.span, {
      message: `step ${step.order} of ${steps.title} is of type InvokeSubJourney and names no sub journey`,
      help: 'add <JourneyList><Candidate SubJourneyReferenceId="…" /></JourneyList>'
    })
  }
  return subJourney === undefined ? { _tag: 'Unsupported' } : { _tag: 'InvokeSubJourney', subJourney }
}

const legacy = (context: CompileContext, { title }: Steps, step: OrchestrationStep): StepWork => {
  context.report('TF2042', step.type.span, {
    message: `step ${step.order} of ${title} is of type "${step.type.value}", which is a relic of early versions and not run`,
    help: 'ask with a self-asserted technical profile instead, in a step of type ClaimsExchange'
  })
  return { _tag: 'Unsupported' }
}

const compileWork = (context: CompileContext, steps: Steps, step: OrchestrationStep): StepWork => {
  switch (keyOf(step.type.value)) {
    case 'claimsexchange':
      return exchanges(context, steps, step)
    case 'claimsproviderselection':
    case 'combinedsigninandsignup':
      return selection(context, steps, step)
    case 'getclaims':
      return getClaims(context, steps, step)
    case 'invokesubjourney':
      return invoke(context, steps, step)
    case 'sendclaims':
      return sendClaims(context, steps, step)
    case 'noop':
      return { _tag: 'Noop' }
    case 'consentscreen':
    case 'reviewscreen':
    case 'userdialog':
      return legacy(context, steps, step)
    default:
      context.report('TF2021', step.type.span, {
        message: `step ${step.order} of ${steps.title} is of type "${step.type.value}", which Trustframe does not run yet`,
        help: 'a journey that reaches it stops there; run single technical profiles with --profile'
      })
      return { _tag: 'Unsupported' }
  }
}

/** One step of a journey. */
export const compileStep = (context: CompileContext, steps: Steps, step: OrchestrationStep): StepPlan => ({
  order: step.order,
  type: step.type.value,
  origin: originOf(step.span),
  preconditions: step.preconditions.flatMap((precondition) => compilePrecondition(context, precondition) ?? []),
  work: compileWork(context, steps, step)
})
