/** Compiles an effective policy into the plan of one of its journeys, or of one technical profile. */
import { type Diagnostic, keyOf, type Policy, type Text, type UserJourney } from '@trustframe/policy'
import { formatAadb2c } from '../errors/aadb2c.ts'
import type { JourneyPlan, PolicyIdentity, StepPlan } from '../plan/JourneyPlan.ts'
import { bindClaims } from './bindClaim.ts'
import { CompileContext, didYouMean, originOf } from './CompileContext.ts'
import { compileProfile } from './profile.ts'
import { compileStep } from './step.ts'

/** A plan, unless a finding of severity `error` forbids it. */
export interface Compiled {
  readonly plan: JourneyPlan | undefined
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

const identity = (policy: Policy): PolicyIdentity => {
  const mode = policy.deploymentMode?.value
  const tenantId = policy.tenantId?.value ?? ''
  return {
    policyId: policy.policyId.value,
    tenantId,
    tenantObjectId: policy.tenantObjectId?.value,
    trustFrameworkTenantId: tenantId,
    deploymentMode: mode === 'Development' || mode === 'Debugging' ? mode : 'Production'
  }
}

const finish = (context: CompileContext, plan: () => JourneyPlan | undefined): Compiled => {
  const made = plan()
  const { diagnostics } = context
  return { plan: diagnostics.some(({ severity }) => severity === 'error') ? undefined : made, diagnostics }
}

const checkOrders = (context: CompileContext, journey: UserJourney) => {
  for (const [index, { order, orderText }] of journey.orchestrationSteps.entries()) {
    if (order === index + 1) continue
    context.report('TF2017', orderText.span, {
      message: `user journey "${journey.id.value}" was expected to have step with order "${index + 1}" but it was not found; the next one is "${order}"`,
      help: 'number the steps 1, 2, 3, … without gaps'
    })
    return
  }
}

const checkEnd = (context: CompileContext, journey: UserJourney) => {
  const sends = journey.orchestrationSteps.some(({ type }) => keyOf(type.value) === 'sendclaims')
  // A journey without steps is a fragment that another file completes.
  if (sends || journey.orchestrationSteps.length === 0) return
  const transfers = journey.orchestrationSteps.some(({ type }) => keyOf(type.value) === 'invokesubjourney')
  if (transfers) return
  context.report('TF2024', journey.id.span, {
    message: formatAadb2c('AADB2C90040', journey.id.value),
    help: 'add a last step of type SendClaims that names a token issuer'
  })
}

const findJourney = (context: CompileContext, named: string | undefined): UserJourney | undefined => {
  const { policy } = context
  const names = [...policy.userJourneys.values()].map(({ id }) => id.value)
  const reference: Text | undefined =
    named === undefined
      ? policy.relyingParty?.defaultUserJourney?.referenceId
      : { value: named, span: policy.policyId.span }
  if (reference === undefined) {
    context.report('TF2018', policy.policyId.span, {
      message: formatAadb2c('AADB2C90031', policy.policyId.value),
      help:
        names.length === 0
          ? 'add a RelyingParty with a DefaultUserJourney'
          : `add a RelyingParty with a DefaultUserJourney, or name a journey: ${names.join(', ')}`
    })
    return undefined
  }
  const journey = policy.userJourneys.get(keyOf(reference.value))
  if (journey === undefined) {
    context.report('TF2019', reference.span, {
      message: `user journey "${reference.value}" is declared neither in policy "${policy.policyId.value}" nor in its base policies`,
      help: didYouMean(reference.value, names, `it has ${names.length === 0 ? 'no journeys' : names.join(', ')}`)
    })
  }
  return journey
}

/**
 * The plan of a journey: the relying party's default one, or the one named.
 *
 * @example
 * const { plan, diagnostics } = compileJourney(policy)
 */
export const compileJourney = (policy: Policy, journeyId?: string): Compiled => {
  const context = new CompileContext(policy)
  return finish(context, () => {
    const journey = findJourney(context, journeyId)
    if (journey === undefined) return undefined
    checkOrders(context, journey)
    checkEnd(context, journey)
    const relyingParty = policy.relyingParty?.technicalProfile
    return {
      policy: identity(policy),
      journeyId: journey.id.value,
      origin: originOf(journey.id.span),
      claims: context.claims,
      secrets: context.secrets,
      steps: journey.orchestrationSteps.map((step, index, steps) =>
        compileStep(context, journey.id.value, step, steps[index - 1])
      ),
      tokenClaims:
        relyingParty === undefined ? [] : bindClaims(context, relyingParty, relyingParty.outputClaims, 'always')
    }
  })
}

/** A journey of one step that runs a single technical profile and sends no token. */
export const compileSingleProfile = (policy: Policy, technicalProfileId: string): Compiled => {
  const context = new CompileContext(policy)
  return finish(context, () => {
    const profile = compileProfile(context, { value: technicalProfileId, span: policy.policyId.span })
    if (profile === undefined) return undefined
    const step: StepPlan = {
      order: 1,
      type: 'ClaimsExchange',
      origin: profile.origin,
      preconditions: [],
      work: { _tag: 'ClaimsExchange', exchanges: [{ id: profile.id, origin: profile.origin, profile }] }
    }
    return {
      policy: identity(policy),
      journeyId: profile.id,
      origin: profile.origin,
      claims: context.claims,
      secrets: context.secrets,
      steps: [step],
      tokenClaims: []
    }
  })
}
