/** The profile that a `SendClaims` step names: what it makes of the relying party's claims. */
import type { ClaimSlot } from '@trustframe/claims'
import type { ClaimBinding } from './ClaimBinding.ts'
import type { Origin } from './Origin.ts'
import type { KeyReference } from './RestfulPlan.ts'

/** JSON Web Tokens. Times in seconds. Source: jwt-issuer-technical-profile. */
export interface JwtIssuerPlan {
  readonly _tag: 'Jwt'
  /** `issuer_secret`: signs tokens. */
  readonly signingKey: KeyReference | undefined
  /** `issuer_refresh_token_key`: encrypts codes and refresh tokens. */
  readonly encryptionKey: KeyReference | undefined
  readonly accessTokenLifetime: number
  readonly idTokenLifetime: number
  readonly refreshTokenLifetime: number
  /** The sliding window; `undefined`: without an end (`allow_infinite_rolling_refresh_token`). */
  readonly refreshTokenWindow: number | undefined
  readonly issuance: 'AuthorityAndTenantGuid' | 'AuthorityWithTfp'
  /** Tokens name the policy in `acr`; otherwise in `tfp`, which is then an output claim of the relying party. */
  readonly acr: boolean
  /** Numbers of token responses are JSON numbers, else JSON strings. */
  readonly jsonNumbers: boolean
  /** `issuer_refresh_token_user_identity_claim_type`. */
  readonly userIdentity: ClaimSlot | undefined
  readonly refreshTokenUserJourneyId: string | undefined
  readonly clientCredentialsUserJourneyId: string | undefined
}

/** The answer of the user info endpoint: the issuer's input claims. Source: userinfo-endpoint. */
export interface JsonIssuerPlan {
  readonly _tag: 'Json'
  readonly claims: ReadonlyArray<ClaimBinding>
}

/** An error for the application instead of a token. Source: oauth2-error-technical-profile. */
export interface OAuth2ErrorPlan {
  readonly _tag: 'OAuth2Error'
  readonly errorCode: ClaimBinding | undefined
  readonly errorMessage: ClaimBinding | undefined
}

/** An issuer that the plan knows of and cannot use: SAML. */
export interface OtherIssuerPlan {
  readonly _tag: 'Other'
}

/** The token issuer that a `SendClaims` step names. */
export interface IssuerPlan {
  readonly technicalProfile: string
  /** `OutputTokenFormat`, such as `JWT`. */
  readonly format: string
  readonly origin: Origin
  readonly details: JwtIssuerPlan | JsonIssuerPlan | OAuth2ErrorPlan | OtherIssuerPlan
}
