/** The relying party section of a policy. */
import type { TechnicalProfile } from './TechnicalProfile.ts'
import type { PolicyNode, Reference, Text } from './Text.ts'

/** `Endpoint`: a journey for one of the tenant's endpoints. */
export interface Endpoint extends PolicyNode {
  readonly id: Text
  readonly userJourneyReferenceId: Text
}

/** `UserJourneyBehaviors`. */
export interface UserJourneyBehaviors extends PolicyNode {
  readonly singleSignOn:
    | { readonly scope: Text; readonly keepAliveInDays: Text | undefined; readonly enforceIdTokenHintOnLogout: boolean }
    | undefined
  readonly sessionExpiryType: Text | undefined
  readonly sessionExpiryInSeconds: Text | undefined
  readonly contentDefinitionParameters: ReadonlyArray<{ readonly name: Text; readonly value: Text }>
  readonly scriptExecution: Text | undefined
  readonly onErrorMode: Text | undefined
}

/** `RelyingParty`. */
export interface RelyingParty extends PolicyNode {
  readonly defaultUserJourney: Reference | undefined
  readonly endpoints: ReadonlyArray<Endpoint>
  readonly userJourneyBehaviors: UserJourneyBehaviors | undefined
  readonly technicalProfile: TechnicalProfile | undefined
}
