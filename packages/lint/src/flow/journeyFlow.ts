/**
 * Follows a user journey from step to step: which claims it reads, and whether anything before could have written them.
 * Conditions are not looked at: what some path writes counts as written, so that only what no path writes is reported.
 */
import { keyOf, type OrchestrationStep, type Policy, type Text, type UserJourney } from '@trustframe/policy'
import type { CheckedPolicy, CheckedProfile } from '../CheckedPolicy.ts'
import { claimsOfPrecondition, keyed } from './claimsOfProfile.ts'
import { ClaimScope } from './ClaimScope.ts'
import { followProfile, followSession } from './followProfile.ts'
import { FlowRecorder } from './FlowRecorder.ts'

/** What reads a claim. */
export type ClaimReader =
  | { readonly _tag: 'Precondition' }
  | { readonly _tag: 'Input'; readonly reader: CheckedProfile; readonly required: boolean }
  | { readonly _tag: 'Persisted'; readonly reader: CheckedProfile }
  | { readonly _tag: 'Transformation'; readonly id: string; readonly method: string; readonly fails: boolean }
  | { readonly _tag: 'Resolver'; readonly reader: CheckedProfile }
  | { readonly _tag: 'Token'; readonly forced: boolean }
  | { readonly _tag: 'Other' }

/** A claim that is read. */
export interface ClaimRead {
  readonly claim: Text
  readonly by: ClaimReader
  readonly step: number
  /** Whether anything before may have written it. */
  readonly written: boolean
  /** A page before whose validations give the claim without the page keeping it. */
  readonly lostOn: string | undefined
}

/** A claim that a technical profile of a step writes. */
export interface ClaimWrite {
  readonly claim: Text
  /** Of its claim type. */
  readonly key: string
  readonly writer: CheckedProfile
  readonly step: number
}

/** An output claim of a page that neither the user nor anything else can give. */
export interface UnfilledOutput {
  readonly claim: Text
  readonly page: CheckedProfile
}

/** What a journey does with claims. */
export interface JourneyFlow {
  readonly journey: UserJourney
  readonly reads: ReadonlyArray<ClaimRead>
  readonly writes: ReadonlyArray<ClaimWrite>
  readonly unfilled: ReadonlyArray<UnfilledOutput>
  /** Keys of all claims that are read, anywhere in the journey or in its token. */
  readonly readKeys: ReadonlySet<string>
}

/** The flows of the journeys that the policy's relying party starts; of all journeys where there is no relying party. */
export const journeyFlows = (checked: CheckedPolicy): ReadonlyArray<JourneyFlow> =>
  checked.started.map((journey) => followJourney(checked, journey))

/** Whether a journey is what the relying party's applications start, and ends in its token. */
export const isDefaultJourney = ({ relyingParty }: Policy, journey: UserJourney): boolean =>
  relyingParty?.defaultUserJourney !== undefined &&
  keyOf(relyingParty.defaultUserJourney.referenceId.value) === keyOf(journey.id.value)

const followJourney = (checked: CheckedPolicy, journey: UserJourney): JourneyFlow => {
  const { policy } = checked
  const bag = new ClaimScope()
  const recorder = new FlowRecorder(policy)
  const token = policy.relyingParty?.technicalProfile
  for (const claim of token?.inputClaims ?? []) bag.add(keyOf(claim.claimTypeReferenceId.value))
  for (const { referenceId } of journey.authorizationTechnicalProfiles) {
    const profile = checked.profile(referenceId.value)
    if (profile !== undefined) followProfile({ checked, recorder, step: 0, conditional: true }, profile, bag)
  }
  followSteps(checked, journey.orchestrationSteps, bag, recorder, new Set())
  if (token !== undefined && isDefaultJourney(policy, journey)) {
    for (const { alwaysUseDefaultValue, claimTypeReferenceId, defaultValue } of token.outputClaims) {
      const by: ClaimReader = { _tag: 'Token', forced: alwaysUseDefaultValue }
      const read = { ...keyed(claimTypeReferenceId), by, defaulted: defaultValue !== undefined }
      recorder.read(read, journey.orchestrationSteps.length, bag)
    }
  } else {
    for (const { claimTypeReferenceId } of token?.outputClaims ?? [])
      recorder.mention(keyOf(claimTypeReferenceId.value))
  }
  const { readKeys, reads, unfilled, writes } = recorder
  return { journey, reads, writes, unfilled, readKeys }
}

const followSteps = (
  checked: CheckedPolicy,
  steps: ReadonlyArray<OrchestrationStep>,
  bag: ClaimScope,
  recorder: FlowRecorder,
  within: ReadonlySet<string>
): void => {
  for (const step of steps) {
    const walk = { checked, recorder, step: step.order, conditional: step.preconditions.length > 0 || within.size > 0 }
    const references = [
      ...step.claimsExchanges.map(({ technicalProfileReferenceId }) => technicalProfileReferenceId),
      step.cpimIssuerTechnicalProfileReferenceId
    ]
    const profiles = references.flatMap((reference) =>
      reference === undefined ? [] : (checked.profile(reference.value) ?? [])
    )
    // A precondition sees what the session of its step restores.
    for (const profile of profiles) followSession(walk, profile, bag)
    for (const precondition of step.preconditions) {
      for (const read of claimsOfPrecondition(precondition)) recorder.read(read, step.order, bag)
    }
    for (const profile of profiles) followProfile(walk, profile, bag)
    for (const candidate of step.journeyList) {
      const key = keyOf(candidate.value)
      const journey = checked.policy.subJourneys.get(key)
      if (journey === undefined || within.has(key)) continue
      followSteps(checked, journey.orchestrationSteps, bag, recorder, new Set([...within, key]))
    }
  }
}
