/** Compiles an effective policy into the plan of one of its journeys, or of one technical profile. */
import {
  type ClaimsTransformation,
  type Diagnostic,
  keyOf,
  type Policy,
  printPolicy,
  type SubJourney,
  type Text,
  type UserJourney
} from '@trustframe/policy'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { formatAadb2c } from '../errors/aadb2c.ts'
import type { JourneyPlan, PolicyIdentity } from '../plan/JourneyPlan.ts'
import { bindClaims } from './bindClaim.ts'
import { CompileContext, didYouMean, originOf } from './CompileContext.ts'
import type { CompileEnvironment } from './CompileEnvironment.ts'
import { compilePage } from './content/page.ts'
import { SubJourneys } from './journey.ts'
import { compileProfile } from './profile.ts'
import { compileSessionBehavior } from './session.ts'
import { compileTokenProfile } from './step.ts'
import { bindTransformation } from './transformation.ts'

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

/** The hash of the effective policy and of what is run of it, so that equal texts give equal ids in any process. */
const planId = (policy: Policy, run: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${run}\n${printPolicy(policy)}`))).slice(0, 32)

/** What all plans of a policy share. */
const common = (context: CompileContext, run: string) => {
  const { policy } = context
  return {
    planId: planId(policy, run),
    policy: identity(policy),
    claims: context.claims,
    secrets: context.secrets,
    localization: context.localization,
    session: compileSessionBehavior(policy),
    errorPage: errorPage(context),
    endpoints: new Map(
      (policy.relyingParty?.endpoints ?? []).map((endpoint) => [
        keyOf(endpoint.id.value),
        endpoint.userJourneyReferenceId.value
      ])
    ),
    policyKey: context.environment.policyKey ?? (() => undefined)
  }
}

const errorPage = (context: CompileContext) => {
  const definition = context.policy.contentDefinitions.get('api.error')
  return definition === undefined ? undefined : compilePage(context, definition.id)
}

const finish = (context: CompileContext, plan: () => JourneyPlan | undefined): Compiled => {
  const made = plan()
  const { diagnostics } = context
  return { plan: diagnostics.some(({ severity }) => severity === 'error') ? undefined : made, diagnostics }
}

const findJourney = (context: CompileContext, named: string | undefined): UserJourney | undefined => {
  const { policy } = context
  const names = () => [...policy.userJourneys.values()].map(({ id }) => id.value)
  const reference: Text | undefined =
    named === undefined
      ? policy.relyingParty?.defaultUserJourney?.referenceId
      : { value: named, span: policy.policyId.span }
  if (reference === undefined) {
    context.report('TF2018', policy.policyId.span, {
      message: formatAadb2c('AADB2C90031', policy.policyId.value),
      help:
        policy.userJourneys.size === 0
          ? 'add a RelyingParty with a DefaultUserJourney'
          : `add a RelyingParty with a DefaultUserJourney, or name a journey: ${names().join(', ')}`
    })
    return undefined
  }
  const journey = policy.userJourneys.get(keyOf(reference.value))
  if (journey === undefined) {
    context.report('TF2019', reference.span, {
      message: `user journey "${reference.value}" is declared neither in policy "${policy.policyId.value}" nor in its base policies`,
      help: didYouMean(
        reference.value,
        names(),
        `it has ${policy.userJourneys.size === 0 ? 'no journeys' : names().join(', ')}`
      )
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
export const compileJourney = (policy: Policy, journeyId?: string, environment?: CompileEnvironment): Compiled => {
  const context = new CompileContext(policy, environment)
  return finish(context, () => {
    const journey = findJourney(context, journeyId)
    if (journey === undefined) return undefined
    const subJourneys = new SubJourneys(context)
    const steps = subJourneys.steps(journey)
    const relyingParty = policy.relyingParty?.technicalProfile
    return {
      ...common(context, `journey ${keyOf(journey.id.value)}`),
      journeyId: journey.id.value,
      origin: originOf(journey.id.span),
      nonInteractive: journey.nonInteractive,
      steps,
      subJourneys: subJourneys.plans,
      authorization: journey.authorizationTechnicalProfiles.flatMap(
        ({ referenceId }) => compileTokenProfile(context, referenceId) ?? []
      ),
      tokenClaims:
        relyingParty === undefined ? [] : bindClaims(context, relyingParty, relyingParty.outputClaims, 'always'),
      subject: relyingParty?.subjectNamingInfo?.claimType.value
    }
  })
}

/** A journey of one step that runs a single technical profile and sends no token. */
export const compileSingleProfile = (
  policy: Policy,
  technicalProfileId: string,
  environment?: CompileEnvironment
): Compiled => {
  const context = new CompileContext(policy, environment)
  return finish(context, () => {
    const profile = compileProfile(context, { value: technicalProfileId, span: policy.policyId.span })
    if (profile === undefined) return undefined
    const { id, origin } = profile
    return {
      ...common(context, `profile ${keyOf(id)}`),
      journeyId: id,
      origin,
      nonInteractive: false,
      steps: [
        {
          order: 1,
          type: 'ClaimsExchange',
          origin,
          preconditions: [],
          work: { _tag: 'ClaimsExchange', exchanges: [{ id, origin, profile }] }
        }
      ],
      subJourneys: [],
      authorization: [],
      tokenClaims: [],
      subject: undefined
    }
  })
}

/** Which parts of a policy are checked. */
export interface CheckedParts {
  readonly userJourneys: Iterable<UserJourney>
  readonly subJourneys: Iterable<SubJourney>
  readonly claimsTransformations: Iterable<ClaimsTransformation>
}

/**
 * The findings of a policy: of its relying party, and of the journeys and the claims transformations that are named, all of them
 * by default, whether or not anything refers to them.
 */
export const checkPolicy = (
  policy: Policy,
  parts: CheckedParts = {
    userJourneys: policy.userJourneys.values(),
    subJourneys: policy.subJourneys.values(),
    claimsTransformations: policy.claimsTransformations.values()
  }
): ReadonlyArray<Diagnostic> => {
  const context = new CompileContext(policy)
  if (policy.relyingParty !== undefined) findJourney(context, undefined)
  const token = policy.relyingParty?.technicalProfile
  if (token !== undefined) bindClaims(context, token, token.outputClaims, 'always')
  const subJourneys = new SubJourneys(context)
  for (const journey of parts.userJourneys) subJourneys.steps(journey)
  for (const { id } of parts.subJourneys) subJourneys.index(id, undefined)
  for (const { element, id, span } of parts.claimsTransformations) {
    bindTransformation(context, { element, span, referenceId: id })
  }
  return context.diagnostics
}
