/** How profiles take part in single sign-on, and how long a session lasts. */
import type { ClaimSlot } from '@trustframe/claims'
import type { ClaimBinding } from './ClaimBinding.ts'
import type { Origin } from './Origin.ts'

/** The session provider of a profile. Source: custom-policy-reference-sso. */
export interface SessionPlan {
  /** `Unspecified`: no session profile is named, and the default behaviour applies. */
  readonly provider: 'Noop' | 'Default' | 'ExternalLogin' | 'OAuth' | 'Saml' | 'Unspecified'
  /** The id of the session profile: sessions are kept by it. */
  readonly id: string
  readonly origin: Origin
  readonly persistedClaims: ReadonlyArray<{ readonly claim: ClaimSlot }>
  /** Set when the session answers instead of the profile. */
  readonly outputClaims: ReadonlyArray<ClaimBinding>
}

/** `UserJourneyBehaviors` that rule sessions. Source: relyingparty (SingleSignOn). */
export interface SessionBehaviorPlan {
  readonly scope: 'Suppressed' | 'TrustFramework' | 'Tenant' | 'Application' | 'Policy'
  /** 0: users cannot be kept signed in. */
  readonly keepAliveInDays: number
  readonly expiry: 'Rolling' | 'Absolute'
  readonly expiryInSeconds: number
  readonly enforceIdTokenHintOnLogout: boolean
}
