/** Technical profiles and what they refer to. */
import type { Item, PolicyNode, Reference, Text } from './Text.ts'
import type { Precondition } from './UserJourney.ts'

/** `Protocol`: the name, and the handler of a proprietary one. */
export interface Protocol extends PolicyNode {
  readonly name: Text
  readonly handler: Text | undefined
}

/** `CryptographicKeys/Key`. */
export interface CryptographicKey extends PolicyNode {
  readonly id: Text
  readonly storageReferenceId: Text
}

/** `InputClaim`, `OutputClaim` and `PersistedClaim`. */
export interface ClaimReference extends PolicyNode {
  readonly claimTypeReferenceId: Text
  readonly partnerClaimType: Text | undefined
  readonly defaultValue: Text | undefined
  readonly alwaysUseDefaultValue: boolean
  readonly required: boolean
  readonly overwriteIfExists: boolean
}

/** `DisplayClaim`: shows a claim or a display control. */
export interface DisplayClaim extends PolicyNode {
  readonly claimTypeReferenceId: Text | undefined
  readonly displayControlReferenceId: Text | undefined
  readonly required: boolean
}

/** `ValidationTechnicalProfile`, and the profiles that a display control's action calls. */
export interface ValidationTechnicalProfile extends Reference {
  readonly continueOnSuccess: boolean
  readonly continueOnError: boolean
  readonly preconditions: ReadonlyArray<Precondition>
}

/** `SubjectNamingInfo`. */
export interface SubjectNamingInfo extends PolicyNode {
  readonly claimType: Text
}

/** A technical profile after inheritance; in an effective policy also after its `IncludeTechnicalProfile`. */
export interface TechnicalProfile extends PolicyNode {
  readonly id: Text
  /** The `Domain` of the profile, else that of its claims provider. */
  readonly domain: Text | undefined
  readonly displayName: Text | undefined
  readonly description: Text | undefined
  readonly protocol: Protocol | undefined
  readonly inputTokenFormat: Text | undefined
  readonly outputTokenFormat: Text | undefined
  readonly metadata: ReadonlyArray<Item>
  readonly cryptographicKeys: ReadonlyArray<CryptographicKey>
  readonly includeInSso: Text | undefined
  readonly inputClaimsTransformations: ReadonlyArray<Reference>
  readonly inputClaims: ReadonlyArray<ClaimReference>
  readonly displayClaims: ReadonlyArray<DisplayClaim>
  readonly persistedClaims: ReadonlyArray<ClaimReference>
  readonly outputClaims: ReadonlyArray<ClaimReference>
  readonly outputClaimsTransformations: ReadonlyArray<Reference>
  readonly validationTechnicalProfiles: ReadonlyArray<ValidationTechnicalProfile>
  readonly subjectNamingInfo: SubjectNamingInfo | undefined
  readonly includeTechnicalProfile: Reference | undefined
  readonly useTechnicalProfileForSessionManagement: Reference | undefined
  readonly enabledForUserJourneys: Text | undefined
}
