/** Reads technical profiles, and the lists of claims that display controls have as well. */
import type {
  ClaimReference,
  CryptographicKey,
  DisplayClaim,
  Protocol,
  SubjectNamingInfo,
  TechnicalProfile,
  ValidationTechnicalProfile
} from '../model/TechnicalProfile.ts'
import type { Text } from '../model/Text.ts'
import { childOf, type XmlElement } from '../syntax/XmlElement.ts'
import { readPreconditions } from './readUserJourney.ts'
import {
  attribute,
  childReference,
  childText,
  content,
  flag,
  list,
  metadata,
  node,
  reference,
  requiredAttribute,
  verbatim
} from './texts.ts'

/** `TechnicalProfile`; `domain` is the one of its claims provider. */
export const readTechnicalProfile = (element: XmlElement, domain: Text | undefined): TechnicalProfile => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  domain: readDomain(element) ?? domain,
  displayName: childText(element, 'DisplayName'),
  description: childText(element, 'Description'),
  protocol: optionalChild(element, 'Protocol', readProtocol),
  inputTokenFormat: childText(element, 'InputTokenFormat'),
  outputTokenFormat: childText(element, 'OutputTokenFormat'),
  metadata: metadata(element),
  cryptographicKeys: list(element, 'CryptographicKeys', 'Key', readKey),
  includeInSso: childText(element, 'IncludeInSso'),
  inputClaimsTransformations: list(element, 'InputClaimsTransformations', 'InputClaimsTransformation', readReference),
  inputClaims: list(element, 'InputClaims', 'InputClaim', readClaimReference),
  displayClaims: list(element, 'DisplayClaims', 'DisplayClaim', readDisplayClaim),
  persistedClaims: list(element, 'PersistedClaims', 'PersistedClaim', readClaimReference),
  outputClaims: list(element, 'OutputClaims', 'OutputClaim', readClaimReference),
  outputClaimsTransformations: list(
    element,
    'OutputClaimsTransformations',
    'OutputClaimsTransformation',
    readReference
  ),
  validationTechnicalProfiles: list(
    element,
    'ValidationTechnicalProfiles',
    'ValidationTechnicalProfile',
    (validation) => readValidation(validation, 'ReferenceId')
  ),
  subjectNamingInfo: optionalChild(element, 'SubjectNamingInfo', readSubjectNamingInfo),
  includeTechnicalProfile: childReference(element, 'IncludeTechnicalProfile'),
  useTechnicalProfileForSessionManagement: childReference(element, 'UseTechnicalProfileForSessionManagement'),
  enabledForUserJourneys: childText(element, 'EnabledForUserJourneys')
})

/** `Domain`, else the first of `Domains`; of a technical profile or a claims provider. */
export const readDomain = (element: XmlElement): Text | undefined =>
  childText(element, 'Domain') ?? list(element, 'Domains', 'Domain', content)[0]

const optionalChild = <A>(element: XmlElement, name: string, read: (element: XmlElement) => A): A | undefined => {
  const found = childOf(element, name)
  return found === undefined ? undefined : read(found)
}

const readReference = (element: XmlElement) => reference(element)

const readProtocol = (element: XmlElement): Protocol => ({
  ...node(element),
  name: requiredAttribute(element, 'Name'),
  handler: attribute(element, 'Handler')
})

const readKey = (element: XmlElement): CryptographicKey => ({
  ...node(element),
  id: requiredAttribute(element, 'Id'),
  storageReferenceId: requiredAttribute(element, 'StorageReferenceId')
})

const readSubjectNamingInfo = (element: XmlElement): SubjectNamingInfo => ({
  ...node(element),
  claimType: requiredAttribute(element, 'ClaimType')
})

/** `InputClaim`, `OutputClaim`, `PersistedClaim`. */
export const readClaimReference = (element: XmlElement): ClaimReference => ({
  ...node(element),
  claimTypeReferenceId: requiredAttribute(element, 'ClaimTypeReferenceId'),
  partnerClaimType: attribute(element, 'PartnerClaimType'),
  defaultValue: verbatim(element, 'DefaultValue'),
  alwaysUseDefaultValue: flag(element, 'AlwaysUseDefaultValue', false),
  required: flag(element, 'Required', false),
  overwriteIfExists: flag(element, 'OverwriteIfExists', false)
})

/** `DisplayClaim`. */
export const readDisplayClaim = (element: XmlElement): DisplayClaim => ({
  ...node(element),
  claimTypeReferenceId: attribute(element, 'ClaimTypeReferenceId'),
  displayControlReferenceId: attribute(element, 'DisplayControlReferenceId'),
  required: flag(element, 'Required', false)
})

/** `ValidationTechnicalProfile`, `ValidationClaimsExchangeTechnicalProfile`; `name` is the attribute that refers. */
export const readValidation = (element: XmlElement, name: string): ValidationTechnicalProfile => ({
  ...reference(element, name),
  continueOnSuccess: flag(element, 'ContinueOnSuccess', true),
  continueOnError: flag(element, 'ContinueOnError', false),
  preconditions: readPreconditions(element)
})
