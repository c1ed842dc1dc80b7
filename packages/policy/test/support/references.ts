/** Finds the references of an effective policy that nothing answers. */
import {
  keyOf,
  type Policy,
  type TechnicalProfile,
  type Text,
  type ValidationTechnicalProfile
} from '../../src/index.ts'

/** The ids that are referred to and are not defined, by kind, sorted. */
export const unresolvedReferences = (policy: Policy): Readonly<Record<string, ReadonlyArray<string>>> => {
  const missing = new Map<string, Set<string>>()
  const check = (kind: string, known: ReadonlyMap<string, unknown>, id: Text | undefined) => {
    if (id === undefined || known.has(keyOf(id.value))) return
    missing.set(kind, (missing.get(kind) ?? new Set()).add(id.value))
  }
  const claim = (id: Text | undefined) => check('claimType', policy.claimTypes, id)
  const profile = (id: Text | undefined) => check('technicalProfile', policy.technicalProfiles, id)
  const journey = (id: Text | undefined) => check('userJourney', policy.userJourneys, id)
  const preconditions = (items: ValidationTechnicalProfile['preconditions']) =>
    items.forEach(({ values }) => claim(values[0]))
  const validations = (items: ReadonlyArray<ValidationTechnicalProfile>) =>
    items.forEach((validation) => {
      profile(validation.referenceId)
      preconditions(validation.preconditions)
    })
  const technicalProfile = (found: TechnicalProfile) => {
    for (const list of [found.inputClaims, found.outputClaims, found.persistedClaims, found.displayClaims]) {
      list.forEach(({ claimTypeReferenceId }) => claim(claimTypeReferenceId))
    }
    found.displayClaims.forEach((item) =>
      check('displayControl', policy.displayControls, item.displayControlReferenceId)
    )
    for (const list of [found.inputClaimsTransformations, found.outputClaimsTransformations]) {
      list.forEach((item) => check('claimsTransformation', policy.claimsTransformations, item.referenceId))
    }
    validations(found.validationTechnicalProfiles)
    profile(found.includeTechnicalProfile?.referenceId)
    profile(found.useTechnicalProfileForSessionManagement?.referenceId)
  }

  policy.technicalProfiles.forEach(technicalProfile)
  for (const transformation of policy.claimsTransformations.values()) {
    transformation.inputClaims.forEach((item) => claim(item.claimTypeReferenceId))
    transformation.outputClaims.forEach((item) => claim(item.claimTypeReferenceId))
  }
  for (const control of policy.displayControls.values()) {
    for (const list of [control.inputClaims, control.displayClaims, control.outputClaims]) {
      list.forEach((item) => claim(item.claimTypeReferenceId))
    }
    control.actions.forEach((action) => validations(action.validationProfiles))
  }
  for (const { orchestrationSteps } of [...policy.userJourneys.values(), ...policy.subJourneys.values()]) {
    for (const step of orchestrationSteps) {
      check('contentDefinition', policy.contentDefinitions, step.contentDefinitionReferenceId)
      profile(step.cpimIssuerTechnicalProfileReferenceId)
      preconditions(step.preconditions)
      step.claimsExchanges.forEach((exchange) => profile(exchange.technicalProfileReferenceId))
      step.journeyList.forEach((id) => check('subJourney', policy.subJourneys, id))
    }
  }
  const { relyingParty } = policy
  if (relyingParty?.technicalProfile !== undefined) technicalProfile(relyingParty.technicalProfile)
  journey(relyingParty?.defaultUserJourney?.referenceId)
  relyingParty?.endpoints.forEach((endpoint) => journey(endpoint.userJourneyReferenceId))
  return Object.fromEntries([...missing].map(([kind, ids]) => [kind, [...ids].toSorted()]))
}
