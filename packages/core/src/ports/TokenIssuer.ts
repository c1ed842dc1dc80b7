/** The port to token issuing: what a completed journey entitles its relying party to. */
import type { Json, JsonObject } from '@trustframe/claims'
import type { IssuerPlan, PolicyIdentity } from '@trustframe/plan/plan'
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'
import * as Schema from 'effect/Schema'

/** What a journey granted: plain data, sealed into authorization codes and refresh tokens. */
export interface Grant {
  /** As declared; tokens write it in lower case. */
  readonly policyId: string
  readonly clientId: string
  /** `sub`: the output claim that SubjectNamingInfo names. */
  readonly subject: string | undefined
  /** The relying party's output claims by partner name, `sub` among them; the names of the protocol win over these. */
  readonly claims: Readonly<Record<string, Json>>
  /** The claim that `issuer_refresh_token_user_identity_claim_type` names: who a refresh token belongs to. */
  readonly userIdentity: string | undefined
  readonly scopes: ReadonlyArray<string>
  readonly nonce: string | undefined
  /** When the user last entered credentials; the same across single sign-on. Seconds since 1970. */
  readonly authTime: number
  /** When the grant was first given: the start of the sliding window. Seconds since 1970. */
  readonly grantedAt: number
  /** The authorization request's values that the token endpoint compares: `redirect_uri`, `code_challenge`, … */
  readonly request: Readonly<Record<string, string>>
}

/** Who issues: the issuer's profile, its policy, and the host that the request came to. */
export interface Issuing {
  /** Its details are those of a JWT issuer. */
  readonly issuer: IssuerPlan
  readonly policy: PolicyIdentity
  /** `https://host`, without a path: the issuer's name and the endpoints begin with it. */
  readonly authority: string
}

/** Which tokens are wanted. */
export interface TokenRequest {
  readonly idToken: boolean
  /** The access token's audience and the scopes that it names in `scp`; absent: none. */
  readonly accessToken: { readonly audience: string; readonly scopes: ReadonlyArray<string> } | undefined
  readonly refreshToken: boolean
  /** The code that is sent beside an id token, for its `c_hash`. */
  readonly code: string | undefined
  /** The client is a single-page application: its refresh tokens end a day after the grant, however often they are renewed. */
  readonly singlePageApplication?: boolean
  /** For the application itself, without a user: the access token of client credentials. Source: protocols section 8.1. */
  readonly clientCredentials?: boolean
}

/** Tokens, and when they end. Lifetimes in seconds. */
export interface IssuedTokens {
  /** `nbf` and `iat`: seconds since 1970. */
  readonly notBefore: number
  readonly idToken: { readonly token: string; readonly expiresIn: number } | undefined
  readonly accessToken: { readonly token: string; readonly expiresIn: number } | undefined
  readonly refreshToken: { readonly token: string; readonly expiresIn: number } | undefined
}

/** Tokens cannot be issued: a key is missing, or cannot be used for it. */
export class TokenIssuanceError extends Schema.TaggedError<TokenIssuanceError>()('TokenIssuanceError', {
  technicalProfile: Schema.String,
  storageReferenceId: Schema.String,
  detail: Schema.String
}) {
  override get message() {
    return `TechnicalProfile "${this.technicalProfile}" cannot issue a token with key "${this.storageReferenceId}": ${this.detail}`
  }
}

/** What is in a sealed text. */
export type OpenedGrant =
  | { readonly _tag: 'GrantOpened'; readonly grant: Grant }
  /** Times in seconds since 1970, as AADB2C90080 names them. */
  | {
      readonly _tag: 'GrantExpired'
      readonly now: number
      readonly issuedAt: number
      readonly windowEnds: number
    }
  | { readonly _tag: 'GrantUnreadable' }

/** Issues JWTs and seals grants. Source: jwt-issuer-technical-profile, tokens-overview. */
export class TokenIssuer extends Context.Service<
  TokenIssuer,
  {
    readonly issue: (
      issuing: Issuing,
      grant: Grant,
      wanted: TokenRequest
    ) => Effect.Effect<IssuedTokens, TokenIssuanceError>
    /** A grant as a text that only this tenant can read; codes live 600 seconds. */
    readonly sealCode: (issuing: Issuing, grant: Grant) => Effect.Effect<string, TokenIssuanceError>
    readonly openCode: (issuing: Issuing, code: string) => Effect.Effect<OpenedGrant, TokenIssuanceError>
    readonly openRefreshToken: (issuing: Issuing, token: string) => Effect.Effect<OpenedGrant, TokenIssuanceError>
    /** The public keys of the issuer, as a JSON Web Key Set. */
    readonly publicKeys: (issuing: Issuing) => Effect.Effect<JsonObject, TokenIssuanceError>
  }
>()('trustframe/TokenIssuer') {}
