/** A user journey, ready to be run. */
import type { ClaimsBag, ClaimTable } from '@trustframe/claims'
import type { ClaimBinding } from './ClaimBinding.ts'
import type { IssuerPlan } from './IssuerPlan.ts'
import type { Origin } from './Origin.ts'
import type { LocalizationPlan, PagePlan } from './PagePlan.ts'
import type { ProfilePlan, SecretClaims } from './ProfilePlan.ts'
import type { ChoicePlan } from './SelectionPlan.ts'
import type { SessionBehaviorPlan } from './SessionPlan.ts'

/** A precondition: when it is satisfied, its step is skipped. */
export interface PreconditionPlan {
  readonly origin: Origin
  /** In words, for traces: `ClaimsExist objectId is true`. */
  readonly text: string
  readonly satisfied: (bag: ClaimsBag) => boolean
}

/** A claims exchange of a step. */
export interface ExchangePlan {
  readonly id: string
  readonly origin: Origin
  readonly profile: ProfilePlan
}

/** What a step does. */
export type StepWork =
  | { readonly _tag: 'ClaimsExchange'; readonly exchanges: ReadonlyArray<ExchangePlan> }
  /** `ClaimsProviderSelection`, and `CombinedSignInAndSignUp` where it brings the form of a local account. */
  | {
      readonly _tag: 'Selection'
      readonly page: PagePlan | undefined
      readonly choices: ReadonlyArray<ChoicePlan>
      /** The exchange whose page is part of this one (`ValidationClaimsExchangeId`). */
      readonly form: ExchangePlan | undefined
      /** A single choice is shown instead of made at once. */
      readonly showSingle: boolean
    }
  /** `GetClaims`: reads the claims that the request brings. */
  | { readonly _tag: 'GetClaims'; readonly exchange: ExchangePlan }
  /** `InvokeSubJourney`: an index into the plan's sub journeys. */
  | { readonly _tag: 'InvokeSubJourney'; readonly subJourney: number }
  | { readonly _tag: 'SendClaims'; readonly issuer: IssuerPlan | undefined }
  | { readonly _tag: 'Noop' }
  /** A step that the plan knows of and cannot run. */
  | { readonly _tag: 'Unsupported' }

/** An orchestration step. */
export interface StepPlan {
  readonly order: number
  /** As written: `ClaimsExchange`, `SendClaims`, … */
  readonly type: string
  readonly origin: Origin
  readonly preconditions: ReadonlyArray<PreconditionPlan>
  readonly work: StepWork
}

/** A sub journey. */
export interface SubJourneyPlan {
  readonly id: string
  readonly origin: Origin
  /** `Transfer`: the steps after the one that invoked it never run. */
  readonly type: 'Call' | 'Transfer'
  readonly steps: ReadonlyArray<StepPlan>
}

/** What a relying party's policy is and who owns it, for messages and claims resolvers. */
export interface PolicyIdentity {
  readonly policyId: string
  readonly tenantId: string
  readonly tenantObjectId: string | undefined
  readonly trustFrameworkTenantId: string
  readonly deploymentMode: 'Production' | 'Development' | 'Debugging'
}

/** One journey of one policy: nothing is left to look up. */
export interface JourneyPlan {
  /** Names the policy's content and the journey: a state goes on only with a plan of the same id. */
  readonly planId: string
  readonly policy: PolicyIdentity
  readonly journeyId: string
  readonly origin: Origin
  /** Runs without a browser: no page can be shown. */
  readonly nonInteractive: boolean
  readonly claims: ClaimTable
  readonly secrets: SecretClaims
  /** By ascending order. */
  readonly steps: ReadonlyArray<StepPlan>
  readonly subJourneys: ReadonlyArray<SubJourneyPlan>
  /** `AuthorizationTechnicalProfiles`: run before the first step. */
  readonly authorization: ReadonlyArray<ProfilePlan>
  /** What the relying party's token holds. */
  readonly tokenClaims: ReadonlyArray<ClaimBinding>
  /** The partner name of the token claim that is the subject (`SubjectNamingInfo`). */
  readonly subject: string | undefined
  readonly localization: LocalizationPlan
  readonly session: SessionBehaviorPlan
  /** `api.error`. */
  readonly errorPage: PagePlan | undefined
  /** Journeys of the tenant's endpoints, by the endpoint's id in lower case: `token`, `userinfo`. */
  readonly endpoints: ReadonlyMap<string, string>
  /** The secrets of policy keys that claims transformations use. */
  readonly policyKey: (storageReferenceId: string) => string | undefined
}
