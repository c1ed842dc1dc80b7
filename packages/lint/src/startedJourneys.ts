/** Which journeys a policy's relying party starts, and which technical profiles run in them. */
import { keyOf, type OrchestrationStep, type Reference, type Text, type UserJourney } from '@trustframe/policy'
import type { CheckedPolicy, CheckedProfile } from './CheckedPolicy.ts'
import { valueOf } from './profileMetadata.ts'

/**
 * The default journey, those of endpoints, and those that the token issuer names for refresh tokens and client credentials; all
 * journeys where there is no relying party.
 */
export const startedJourneys = ({ policy, profiles }: CheckedPolicy): ReadonlyArray<UserJourney> => {
  const { relyingParty, userJourneys } = policy
  if (relyingParty === undefined) return [...userJourneys.values()]
  const issuers = profiles.filter(({ contract }) => contract?.name === 'JwtIssuer')
  const named = [
    relyingParty.defaultUserJourney?.referenceId,
    ...relyingParty.endpoints.map(({ userJourneyReferenceId }) => userJourneyReferenceId),
    ...issuers.flatMap(({ profile }) =>
      ['RefreshTokenUserJourneyId', 'ClientCredentialsUserJourneyId'].map((key) => valueOf(profile, key))
    )
  ]
  const keys = new Set(named.flatMap((text) => (text === undefined ? [] : [keyOf(text.value)])))
  return [...keys].flatMap((key) => userJourneys.get(key) ?? [])
}

/**
 * The technical profiles that run in the journeys of a relying party: its steps, their validations, display controls and session
 * providers. None where there is no relying party: what is incomplete there may be completed by a derived policy.
 */
export const runningProfiles = (checked: CheckedPolicy): ReadonlySet<CheckedProfile> => {
  const { policy } = checked
  const running = new Set<CheckedProfile>()
  if (policy.relyingParty === undefined) return running
  const visitReferences = (references: ReadonlyArray<Reference>): void => {
    for (const { referenceId } of references) visit(referenceId)
  }
  const visit = (reference: Text | undefined): void => {
    const found = reference === undefined ? undefined : checked.profile(reference.value)
    if (found === undefined || running.has(found)) return
    running.add(found)
    const { displayClaims, useTechnicalProfileForSessionManagement, validationTechnicalProfiles } = found.profile
    visit(useTechnicalProfileForSessionManagement?.referenceId)
    visitReferences(validationTechnicalProfiles)
    for (const { displayControlReferenceId: id } of displayClaims) {
      const control = id === undefined ? undefined : policy.displayControls.get(keyOf(id.value))
      for (const { validationProfiles } of control?.actions ?? []) visitReferences(validationProfiles)
    }
  }
  const journeys = new Set<string>()
  const visitSteps = (steps: ReadonlyArray<OrchestrationStep>): void => {
    for (const { claimsExchanges, cpimIssuerTechnicalProfileReferenceId, journeyList } of steps) {
      for (const { technicalProfileReferenceId } of claimsExchanges) visit(technicalProfileReferenceId)
      visit(cpimIssuerTechnicalProfileReferenceId)
      for (const candidate of journeyList) {
        const key = keyOf(candidate.value)
        if (journeys.has(key)) continue
        journeys.add(key)
        visitSteps(policy.subJourneys.get(key)?.orchestrationSteps ?? [])
      }
    }
  }
  for (const journey of checked.started) {
    visit(journey.defaultCpimIssuerTechnicalProfileReferenceId)
    visitReferences(journey.authorizationTechnicalProfiles)
    visitSteps(journey.orchestrationSteps)
  }
  return running
}
