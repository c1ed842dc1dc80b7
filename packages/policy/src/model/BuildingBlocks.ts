/** Claim types, predicates, transformations, content definitions, localization and display controls. */
import type { ClaimReference, DisplayClaim, ValidationTechnicalProfile } from './TechnicalProfile.ts'
import type { Item, PolicyNode, Text } from './Text.ts'

/** `Restriction/Enumeration` and `LocalizedCollection/Item`. */
export interface Enumeration extends PolicyNode {
  readonly text: Text
  readonly value: Text
  readonly selectByDefault: boolean
}

/** `Restriction/Pattern`. */
export interface Pattern extends PolicyNode {
  readonly regularExpression: Text
  readonly helpText: Text | undefined
}

/** `ClaimType`. */
export interface ClaimType extends PolicyNode {
  readonly id: Text
  readonly displayName: Text | undefined
  readonly dataType: Text | undefined
  readonly defaultPartnerClaimTypes: ReadonlyArray<{ readonly protocol: Text; readonly partnerClaimType: Text }>
  readonly mask: { readonly type: Text; readonly regex: Text | undefined; readonly text: Text } | undefined
  readonly adminHelpText: Text | undefined
  readonly userHelpText: Text | undefined
  readonly userInputType: Text | undefined
  readonly enumerations: ReadonlyArray<Enumeration>
  readonly pattern: Pattern | undefined
  readonly inputValidationReference: Text | undefined
  readonly predicateValidationReference: Text | undefined
}

/** `Predicate`. */
export interface Predicate extends PolicyNode {
  readonly id: Text
  readonly method: Text
  readonly helpText: Text | undefined
  readonly parameters: ReadonlyArray<{ readonly id: Text; readonly value: Text }>
}

/** `PredicateReferences`. */
export interface PredicateReferences extends PolicyNode {
  readonly matchAtLeast: Text | undefined
  readonly reject: Text | undefined
  readonly predicateIds: ReadonlyArray<Text>
}

/** `PredicateGroup`. */
export interface PredicateGroup extends PolicyNode {
  readonly id: Text
  readonly userHelpText: Text | undefined
  readonly references: ReadonlyArray<PredicateReferences>
}

/** `PredicateValidation`; a legacy `InputValidation` is read as one whose groups are its `PredicateReferences`. */
export interface PredicateValidation extends PolicyNode {
  readonly id: Text
  readonly groups: ReadonlyArray<PredicateGroup>
}

/** A claim that fills a slot of a claims transformation. */
export interface TransformationClaim extends PolicyNode {
  readonly claimTypeReferenceId: Text
  readonly transformationClaimType: Text | undefined
}

/** `InputParameter`. */
export interface TransformationParameter extends PolicyNode {
  readonly id: Text
  readonly dataType: Text
  /** Verbatim: not trimmed. */
  readonly value: Text
}

/** `ClaimsTransformation`. */
export interface ClaimsTransformation extends PolicyNode {
  readonly id: Text
  readonly transformationMethod: Text
  readonly inputClaims: ReadonlyArray<TransformationClaim>
  readonly inputParameters: ReadonlyArray<TransformationParameter>
  readonly outputClaims: ReadonlyArray<TransformationClaim>
}

/** `LocalizedResourcesReference`. */
export interface LocalizedResourcesReference extends PolicyNode {
  readonly language: Text
  readonly url: Text | undefined
  readonly localizedResourcesReferenceId: Text | undefined
}

/** `ContentDefinition`. */
export interface ContentDefinition extends PolicyNode {
  readonly id: Text
  readonly loadUri: Text | undefined
  readonly recoveryUri: Text | undefined
  readonly dataUri: Text | undefined
  readonly metadata: ReadonlyArray<Item>
  readonly localizedResourcesReferences: ReadonlyArray<LocalizedResourcesReference>
}

/** `LocalizedString`. */
export interface LocalizedString extends PolicyNode {
  readonly elementType: Text
  readonly elementId: Text | undefined
  readonly stringId: Text
  readonly value: Text
}

/** `LocalizedCollection`. */
export interface LocalizedCollection extends PolicyNode {
  readonly elementType: Text
  readonly elementId: Text
  readonly targetCollection: Text
  readonly items: ReadonlyArray<Enumeration>
}

/** `LocalizedResources`: the strings of one language. */
export interface LocalizedResources extends PolicyNode {
  readonly id: Text
  readonly culture: Text | undefined
  readonly strings: ReadonlyArray<LocalizedString>
  readonly collections: ReadonlyArray<LocalizedCollection>
}

/** `Localization`. */
export interface Localization extends PolicyNode {
  readonly enabled: boolean
  readonly defaultLanguage: Text | undefined
  readonly supportedLanguages: ReadonlyArray<Text>
  readonly resources: ReadonlyArray<LocalizedResources>
}

/** `DisplayControl/Actions/Action`. */
export interface DisplayControlAction extends PolicyNode {
  readonly id: Text
  readonly validationProfiles: ReadonlyArray<ValidationTechnicalProfile>
}

/** `DisplayControl`. */
export interface DisplayControl extends PolicyNode {
  readonly id: Text
  readonly userInterfaceControlType: Text
  readonly inputClaims: ReadonlyArray<ClaimReference>
  readonly displayClaims: ReadonlyArray<DisplayClaim & { readonly controlClaimType: Text | undefined }>
  readonly outputClaims: ReadonlyArray<ClaimReference>
  readonly actions: ReadonlyArray<DisplayControlAction>
}
