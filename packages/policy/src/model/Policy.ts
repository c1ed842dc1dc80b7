/** An effective policy: one file and everything that it inherits, merged. */
import type {
  ClaimsTransformation,
  ClaimType,
  ContentDefinition,
  DisplayControl,
  Localization,
  Predicate,
  PredicateValidation
} from './BuildingBlocks.ts'
import type { RelyingParty } from './RelyingParty.ts'
import type { TechnicalProfile } from './TechnicalProfile.ts'
import type { PolicyNode, Text } from './Text.ts'
import type { SubJourney, UserJourney } from './UserJourney.ts'

/** Things by id. Keys are lower-cased, because ids match ignoring case; the id as written is in the thing itself. */
export type ById<A> = ReadonlyMap<string, A>

/** The key of an id in a `ById`. */
export const keyOf = (id: string): string => id.toLowerCase()

/** A `TrustFrameworkPolicy` after inheritance, and after `IncludeTechnicalProfile` in its technical profiles. */
export interface Policy extends PolicyNode {
  readonly policyId: Text
  readonly tenantId: Text | undefined
  readonly tenantObjectId: Text | undefined
  readonly deploymentMode: Text | undefined
  readonly claimTypes: ById<ClaimType>
  readonly predicates: ById<Predicate>
  readonly predicateValidations: ById<PredicateValidation>
  readonly claimsTransformations: ById<ClaimsTransformation>
  readonly contentDefinitions: ById<ContentDefinition>
  readonly localization: Localization | undefined
  readonly displayControls: ById<DisplayControl>
  readonly technicalProfiles: ById<TechnicalProfile>
  readonly userJourneys: ById<UserJourney>
  readonly subJourneys: ById<SubJourney>
  readonly relyingParty: RelyingParty | undefined
}
