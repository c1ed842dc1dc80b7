/** User journeys, sub journeys and their orchestration steps. */
import type { PolicyNode, Reference, Text } from './Text.ts'

/** `Precondition`: when it is satisfied, its step or validation is skipped. */
export interface Precondition extends PolicyNode {
  readonly type: Text
  readonly executeActionsIf: boolean
  readonly values: ReadonlyArray<Text>
  readonly actions: ReadonlyArray<Text>
}

/** `ClaimsExchange`: a technical profile under a name by which selections refer to it. */
export interface ClaimsExchange extends PolicyNode {
  readonly id: Text
  readonly technicalProfileReferenceId: Text
}

/** `ClaimsProviderSelection`: a choice on a page; exactly one of the two targets is given. */
export interface ClaimsProviderSelection extends PolicyNode {
  readonly targetClaimsExchangeId: Text | undefined
  readonly validationClaimsExchangeId: Text | undefined
}

/** `OrchestrationStep`. */
export interface OrchestrationStep extends PolicyNode {
  readonly order: number
  readonly orderText: Text
  readonly type: Text
  readonly contentDefinitionReferenceId: Text | undefined
  readonly cpimIssuerTechnicalProfileReferenceId: Text | undefined
  readonly preconditions: ReadonlyArray<Precondition>
  readonly selections: ReadonlyArray<ClaimsProviderSelection>
  readonly displayOption: Text | undefined
  readonly claimsExchanges: ReadonlyArray<ClaimsExchange>
  readonly journeyList: ReadonlyArray<Text>
}

/** `UserJourney`. */
export interface UserJourney extends PolicyNode {
  readonly id: Text
  readonly nonInteractive: boolean
  readonly defaultCpimIssuerTechnicalProfileReferenceId: Text | undefined
  readonly authorizationTechnicalProfiles: ReadonlyArray<Reference>
  /** By ascending `Order`. */
  readonly orchestrationSteps: ReadonlyArray<OrchestrationStep>
  readonly clientDefinition: Reference | undefined
}

/** `SubJourney`. */
export interface SubJourney extends PolicyNode {
  readonly id: Text
  readonly type: Text
  readonly orchestrationSteps: ReadonlyArray<OrchestrationStep>
}
