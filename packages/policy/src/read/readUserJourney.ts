/** Reads user journeys, sub journeys and preconditions. */
import type {
  ClaimsExchange,
  ClaimsProviderSelection,
  OrchestrationStep,
  Precondition,
  SubJourney,
  UserJourney
} from '../model/UserJourney.ts'
import { childOf, type XmlElement } from '../syntax/XmlElement.ts'
import {
  attribute,
  childReference,
  children,
  content,
  flag,
  list,
  node,
  reference,
  requiredAttribute
} from './texts.ts'

/** `UserJourney`. */
export const readUserJourney = (element: XmlElement): UserJourney => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  nonInteractive: flag(element, 'NonInteractive', false),
  defaultCpimIssuerTechnicalProfileReferenceId: attribute(element, 'DefaultCpimIssuerTechnicalProfileReferenceId'),
  authorizationTechnicalProfiles: children(element, 'Authorization', (authorization) =>
    list(authorization, 'AuthorizationTechnicalProfiles', 'AuthorizationTechnicalProfile', (profile) =>
      reference(profile)
    )
  ).flat(),
  orchestrationSteps: readSteps(element),
  clientDefinition: childReference(element, 'ClientDefinition')
})

/** `SubJourney`. */
export const readSubJourney = (element: XmlElement): SubJourney => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  type: requiredAttribute(element, 'Type'),
  orchestrationSteps: readSteps(element)
})

const readSteps = (element: XmlElement): ReadonlyArray<OrchestrationStep> =>
  list(element, 'OrchestrationSteps', 'OrchestrationStep', readStep).toSorted((a, b) => a.order - b.order)

const readStep = (element: XmlElement): OrchestrationStep => {
  const orderText = requiredAttribute(element, 'Order')
  const selections = childOf(element, 'ClaimsProviderSelections')
  return {
    ...node(element),
    order: /^[+-]?[0-9]+$/.test(orderText.value) ? Number(orderText.value) : 0,
    orderText,
    type: requiredAttribute(element, 'Type'),
    contentDefinitionReferenceId: attribute(element, 'ContentDefinitionReferenceId'),
    cpimIssuerTechnicalProfileReferenceId: attribute(element, 'CpimIssuerTechnicalProfileReferenceId'),
    preconditions: readPreconditions(element),
    selections: list(element, 'ClaimsProviderSelections', 'ClaimsProviderSelection', readSelection),
    displayOption: selections === undefined ? undefined : attribute(selections, 'DisplayOption'),
    claimsExchanges: list(element, 'ClaimsExchanges', 'ClaimsExchange', readExchange),
    journeyList: list(element, 'JourneyList', 'Candidate', (candidate) =>
      requiredAttribute(candidate, 'SubJourneyReferenceId')
    )
  }
}

const readSelection = (element: XmlElement): ClaimsProviderSelection => ({
  ...node(element),
  targetClaimsExchangeId: attribute(element, 'TargetClaimsExchangeId'),
  validationClaimsExchangeId: attribute(element, 'ValidationClaimsExchangeId')
})

const readExchange = (element: XmlElement): ClaimsExchange => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  technicalProfileReferenceId: requiredAttribute(element, 'TechnicalProfileReferenceId')
})

/** The preconditions of a step or a validation. */
export const readPreconditions = (element: XmlElement): ReadonlyArray<Precondition> =>
  list(element, 'Preconditions', 'Precondition', readPrecondition)

const readPrecondition = (element: XmlElement): Precondition => ({
  ...node(element),
  type: requiredAttribute(element, 'Type'),
  executeActionsIf: flag(element, 'ExecuteActionsIf', false),
  values: children(element, 'Value', content),
  actions: children(element, 'Action', content)
})
