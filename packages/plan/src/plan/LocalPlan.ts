/** Profiles that the engine answers by itself, and those of the tenant's own services. */
import type { ClaimBinding } from './ClaimBinding.ts'
import type { ClaimsOf } from './ClaimsOf.ts'
import type { Origin } from './Origin.ts'

/** A profile that only transforms: its inputs and outputs may be defaults. */
export interface ClaimsTransformationCall {
  readonly _tag: 'ClaimsTransformation'
  readonly inputClaims: ReadonlyArray<ClaimBinding>
  readonly outputClaims: ReadonlyArray<ClaimBinding>
}

/**
 * Protocol `None`: output claims are those of the grant that is refreshed, else defaults (`RefreshTokenReadAndSetup`,
 * `ClientCredentials_Setup`).
 */
export interface EnginePlan {
  readonly _tag: 'Engine'
  readonly id: string
  readonly origin: Origin
  readonly outputClaims: ReadonlyArray<ClaimBinding>
}

/** `UserJourneyContextProvider`: an output claim's name selects the value. */
export interface UserJourneyContextPlan {
  readonly _tag: 'UserJourneyContext'
  readonly outputClaims: ReadonlyArray<ClaimBinding>
}

/** `ConditionalAccessProtocolProvider`. Source: conditional-access-technical-profile. */
export interface ConditionalAccessPlan extends ClaimsOf {
  readonly _tag: 'ConditionalAccess'
  readonly id: string
  readonly origin: Origin
  readonly operation: 'Evaluation' | 'Remediation'
}

/** `AzureApplicationInsightsProvider`. Source: analytics-with-application-insights. */
export interface ApplicationInsightsPlan {
  readonly _tag: 'ApplicationInsights'
  readonly id: string
  readonly origin: Origin
  readonly instrumentationKey: string
  readonly developerMode: boolean
  readonly disabled: boolean
  readonly inputClaims: ReadonlyArray<ClaimBinding>
}

/** A profile that the plan knows of and cannot run; it stops the journey when it is reached. */
export interface UnsupportedCall {
  readonly _tag: 'Unsupported'
  /** The handler or protocol, as the policy names it. */
  readonly handler: string
}
