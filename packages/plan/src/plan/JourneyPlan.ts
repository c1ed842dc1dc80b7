/** A user journey, ready to be run. */
import type { ClaimsBag, ClaimTable } from '@trustframe/claims'
import type { ClaimBinding } from './ClaimBinding.ts'
import type { Origin } from './Origin.ts'
import type { ProfilePlan, SecretClaims } from './ProfilePlan.ts'

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

/** The token issuer that a `SendClaims` step names. */
export interface IssuerPlan {
  readonly technicalProfile: string
  /** `OutputTokenFormat`, such as `JWT`. */
  readonly format: string
  readonly origin: Origin
}

/** What a step does. */
export type StepWork =
  | { readonly _tag: 'ClaimsExchange'; readonly exchanges: ReadonlyArray<ExchangePlan> }
  | { readonly _tag: 'SendClaims'; readonly issuer: IssuerPlan | undefined }
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
  readonly policy: PolicyIdentity
  readonly journeyId: string
  readonly origin: Origin
  readonly claims: ClaimTable
  readonly secrets: SecretClaims
  /** By ascending order. */
  readonly steps: ReadonlyArray<StepPlan>
  /** What the relying party's token holds. */
  readonly tokenClaims: ReadonlyArray<ClaimBinding>
}
