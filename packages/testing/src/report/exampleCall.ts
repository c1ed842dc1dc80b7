/** A technical profile alone, with example claims for everything that it needs: what the faults are tried with. */
import type { ClaimValue } from '@trustframe/claims'
import { compileSingleProfile, type JourneyPlan, type ProfilePlan, type RestfulPlan } from '@trustframe/plan'
import { type Diagnostic, keyOf, type Policy, type Reference } from '@trustframe/policy'
import { exampleValue } from '../example/exampleValue.ts'

/** A journey of one step that calls one RESTful profile. */
export interface ExampleCall {
  readonly plan: JourneyPlan
  readonly restful: RestfulPlan
  readonly claims: ReadonlyMap<string, ClaimValue>
}

/** Claims that transformations read and that none before them makes. */
const readByTransformations = (policy: Policy, references: ReadonlyArray<Reference>): ReadonlyArray<string> => {
  const made = new Set<string>()
  return references.flatMap(({ referenceId }) => {
    const transformation = policy.claimsTransformations.get(keyOf(referenceId.value))
    if (transformation === undefined) return []
    const read = transformation.inputClaims.map(({ claimTypeReferenceId }) => claimTypeReferenceId.value)
    const needed = read.filter((id) => !made.has(keyOf(id)))
    for (const { claimTypeReferenceId } of transformation.outputClaims) made.add(keyOf(claimTypeReferenceId.value))
    return needed
  })
}

const exampleClaims = (policy: Policy, plan: JourneyPlan, restful: RestfulPlan): ReadonlyMap<string, ClaimValue> => {
  const claims = new Map<string, ClaimValue>()
  const add = (id: string, name: string) => {
    const claim = plan.claims.find(id)
    const value = claim === undefined ? undefined : exampleValue(name, claim.dataType)
    if (claim !== undefined && value !== undefined && !claims.has(claim.id)) claims.set(claim.id, value)
  }
  for (const { claim, defaultValue, partnerName } of restful.inputClaims) {
    if (defaultValue === undefined) add(claim.id, partnerName)
  }
  const references = policy.technicalProfiles.get(keyOf(restful.id))?.inputClaimsTransformations ?? []
  for (const id of readByTransformations(policy, references)) add(id, id)
  return claims
}

/** The profile of a journey that runs one alone. */
export const profileOf = (plan: JourneyPlan): ProfilePlan => {
  const work = plan.steps[0]?.work
  const profile = work?._tag === 'ClaimsExchange' ? work.exchanges[0]?.profile : undefined
  if (profile === undefined) throw new Error(`"${plan.journeyId}" is no journey of a single technical profile`)
  return profile
}

/** Changes the one profile of a journey. */
const withProfile = (plan: JourneyPlan, order: number, change: (profile: ProfilePlan) => ProfilePlan): JourneyPlan => ({
  ...plan,
  steps: plan.steps.map((step) => ({
    ...step,
    order,
    work:
      step.work._tag === 'ClaimsExchange'
        ? {
            ...step.work,
            exchanges: step.work.exchanges.map((exchange) => ({ ...exchange, profile: change(exchange.profile) }))
          }
        : step.work
  }))
})

/** The same call without the transformations of its profile. */
export const withoutTransformations = (call: ExampleCall, which: 'input' | 'output'): ExampleCall => ({
  ...call,
  plan: withProfile(call.plan, call.plan.steps[0]?.order ?? 1, (profile) =>
    which === 'input' ? { ...profile, inputTransformations: [] } : { ...profile, outputTransformations: [] }
  )
})

/** The call of a profile as the step of that order makes it, whatever conditions the profile is under. */
export const exampleCall = (
  policy: Policy,
  technicalProfile: string,
  order: number
): { readonly call: ExampleCall | undefined; readonly diagnostics: ReadonlyArray<Diagnostic> } => {
  const { diagnostics, plan } = compileSingleProfile(policy, technicalProfile)
  const restful = plan === undefined ? undefined : profileOf(plan).call
  if (plan === undefined || restful?._tag !== 'Restful') return { call: undefined, diagnostics }
  const always = withProfile(plan, order, (profile) => ({ ...profile, enabled: undefined }))
  return { call: { plan: always, restful, claims: exampleClaims(policy, plan, restful) }, diagnostics }
}
