/** Reads predicates, claims transformations, content definitions, localization and display controls. */
import type {
  ClaimsTransformation,
  ContentDefinition,
  DisplayControl,
  DisplayControlAction,
  Enumeration,
  Localization,
  LocalizedCollection,
  LocalizedResources,
  LocalizedResourcesReference,
  LocalizedString,
  Predicate,
  PredicateGroup,
  PredicateReferences,
  PredicateValidation,
  TransformationClaim,
  TransformationParameter
} from '../model/BuildingBlocks.ts'
import { childOf, type XmlElement } from '../syntax/XmlElement.ts'
import { readClaimReference, readDisplayClaim, readValidation } from './readTechnicalProfile.ts'
import {
  attribute,
  children,
  childText,
  content,
  flag,
  list,
  metadata,
  node,
  requiredAttribute,
  requiredVerbatim
} from './texts.ts'

/** `Enumeration`, `LocalizedCollection/Item`. */
export const readEnumeration = (element: XmlElement): Enumeration => ({
  ...node(element),
  text: requiredVerbatim(element, 'Text'),
  value: requiredVerbatim(element, 'Value'),
  selectByDefault: flag(element, 'SelectByDefault', false)
})

/** `Predicate`; the element `UserHelpText` counts before the attribute `HelpText` (claims-schema.md section 8.1). */
export const readPredicate = (element: XmlElement): Predicate => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  method: requiredAttribute(element, 'Method'),
  helpText: childText(element, 'UserHelpText') ?? attribute(element, 'HelpText'),
  parameters: list(element, 'Parameters', 'Parameter', (parameter) => ({
    id: requiredAttribute(parameter, 'Id'),
    value: content(parameter)
  }))
})

const readReferences = (element: XmlElement): PredicateReferences => ({
  ...node(element),
  matchAtLeast: attribute(element, 'MatchAtLeast'),
  reject: attribute(element, 'Reject'),
  predicateIds: children(element, 'PredicateReference', (reference) => requiredAttribute(reference, 'Id'))
})

const readGroup = (element: XmlElement): PredicateGroup => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  userHelpText: childText(element, 'UserHelpText'),
  references: children(element, 'PredicateReferences', readReferences)
})

/** `PredicateValidation`. */
export const readPredicateValidation = (element: XmlElement): PredicateValidation => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  groups: list(element, 'PredicateGroups', 'PredicateGroup', readGroup)
})

/** `InputValidation`: its `PredicateReferences` are its groups (claims-schema.md section 8.4). */
export const readInputValidation = (element: XmlElement): PredicateValidation => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  groups: children(element, 'PredicateReferences', (references) => ({
    ...node(references),
    id: requiredAttribute(references, 'Id'),
    userHelpText: attribute(references, 'HelpText'),
    references: [readReferences(references)]
  }))
})

const readTransformationClaim = (element: XmlElement): TransformationClaim => ({
  ...node(element),
  claimTypeReferenceId: requiredAttribute(element, 'ClaimTypeReferenceId'),
  transformationClaimType: attribute(element, 'TransformationClaimType')
})

const readParameter = (element: XmlElement): TransformationParameter => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  dataType: requiredAttribute(element, 'DataType'),
  value: requiredVerbatim(element, 'Value')
})

/** `ClaimsTransformation`. */
export const readClaimsTransformation = (element: XmlElement): ClaimsTransformation => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  transformationMethod: requiredAttribute(element, 'TransformationMethod'),
  inputClaims: list(element, 'InputClaims', 'InputClaim', readTransformationClaim),
  inputParameters: list(element, 'InputParameters', 'InputParameter', readParameter),
  outputClaims: list(element, 'OutputClaims', 'OutputClaim', readTransformationClaim)
})

const readResourcesReference = (element: XmlElement): LocalizedResourcesReference => ({
  ...node(element),
  language: requiredAttribute(element, 'Language'),
  url: attribute(element, 'Url'),
  localizedResourcesReferenceId: attribute(element, 'LocalizedResourcesReferenceId')
})

/** `ContentDefinition`. */
export const readContentDefinition = (element: XmlElement): ContentDefinition => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  loadUri: childText(element, 'LoadUri'),
  recoveryUri: childText(element, 'RecoveryUri'),
  dataUri: childText(element, 'DataUri'),
  metadata: metadata(element),
  localizedResourcesReferences: list(
    element,
    'LocalizedResourcesReferences',
    'LocalizedResourcesReference',
    readResourcesReference
  )
})

const readLocalizedString = (element: XmlElement): LocalizedString => ({
  ...node(element),
  elementType: requiredAttribute(element, 'ElementType'),
  elementId: attribute(element, 'ElementId'),
  stringId: requiredAttribute(element, 'StringId'),
  value: content(element)
})

const readLocalizedCollection = (element: XmlElement): LocalizedCollection => ({
  ...node(element),
  elementType: requiredAttribute(element, 'ElementType'),
  elementId: requiredAttribute(element, 'ElementId'),
  targetCollection: requiredAttribute(element, 'TargetCollection'),
  items: children(element, 'Item', readEnumeration)
})

const readLocalizedResources = (element: XmlElement): LocalizedResources => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  culture: attribute(element, 'Culture'),
  strings: list(element, 'LocalizedStrings', 'LocalizedString', readLocalizedString),
  collections: list(element, 'LocalizedCollections', 'LocalizedCollection', readLocalizedCollection)
})

/** `Localization`. */
export const readLocalization = (element: XmlElement): Localization => {
  const languages = childOf(element, 'SupportedLanguages')
  return {
    ...node(element),
    enabled: flag(element, 'Enabled', false),
    defaultLanguage: languages === undefined ? undefined : attribute(languages, 'DefaultLanguage'),
    supportedLanguages: list(element, 'SupportedLanguages', 'SupportedLanguage', content),
    resources: children(element, 'LocalizedResources', readLocalizedResources)
  }
}

const readAction = (element: XmlElement): DisplayControlAction => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  validationProfiles: list(
    element,
    'ValidationClaimsExchange',
    'ValidationClaimsExchangeTechnicalProfile',
    (validation) => readValidation(validation, 'TechnicalProfileReferenceId')
  )
})

/** `DisplayControl`. */
export const readDisplayControl = (element: XmlElement): DisplayControl => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  userInterfaceControlType: requiredAttribute(element, 'UserInterfaceControlType'),
  inputClaims: list(element, 'InputClaims', 'InputClaim', readClaimReference),
  displayClaims: list(element, 'DisplayClaims', 'DisplayClaim', (claim) => ({
    ...readDisplayClaim(claim),
    controlClaimType: attribute(claim, 'ControlClaimType')
  })),
  outputClaims: list(element, 'OutputClaims', 'OutputClaim', readClaimReference),
  actions: list(element, 'Actions', 'Action', readAction)
})
