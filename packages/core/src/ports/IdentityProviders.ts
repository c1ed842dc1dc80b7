/** The port to external identity providers: where the browser is sent, and what comes of its return. */
import type { JsonObject } from '@trustframe/claims'
import type { IdentityProviderPlan } from '@trustframe/plan/plan'
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'

/** An authorization request to be made. */
export interface AuthorizationRequest {
  readonly provider: IdentityProviderPlan
  /** Input claims by partner name: parameters of the request, besides those of the protocol. */
  readonly parameters: Readonly<Record<string, string>>
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string
  /** Comes back with the browser and names the journey. */
  readonly state: string
  /** Has to be in the id token. */
  readonly nonce: string
}

/** Where to send the browser, or why not. */
export type AuthorizationAnswer =
  | {
      readonly _tag: 'AuthorizationPrepared'
      /** With the request's parameters. */
      readonly url: string
      /** What `redeem` needs again, such as a request token's secret (OAuth 1); the journey keeps it. */
      readonly memory: Readonly<Record<string, string>>
    }
  | ProviderFailure

/** A browser that came back. */
export interface RedemptionRequest {
  readonly provider: IdentityProviderPlan
  /** The parameters of the callback, from the query or the form. */
  readonly returned: Readonly<Record<string, string>>
  readonly redirectUri: string
  readonly nonce: string
  readonly memory: Readonly<Record<string, string>>
}

/** Why an identity provider gave no claims. */
export interface ProviderFailure {
  readonly _tag: 'ProviderFailed'
  readonly reason:
    /** It sent `error` back. */
    | 'ErrorReturned'
    /** Its token does not fit: signature, issuer, audience, nonce, times. */
    | 'TokenInvalid'
    /** An endpoint cannot be reached, or answers with a server error. */
    | 'Unreachable'
    /** It does not accept the client id or secret (`invalid_client`). */
    | 'ClientRejected'
    /** An answer cannot be read, or lacks what it must have. */
    | 'AnswerUnreadable'
    /** A policy key is missing. */
    | 'KeyUnavailable'
  /** `error` of the provider, where there is one. */
  readonly error: string | undefined
  /** For the developer, and for AADB2C90273: no secrets. */
  readonly detail: string
}

/** What a redemption gives. */
export type RedemptionAnswer =
  | {
      readonly _tag: 'IdentityProved'
      /** The claims of the id token, and over them those of the claims endpoint. */
      readonly claims: JsonObject
      /** The token response, for `{oauth2:access_token}` and the like. */
      readonly tokens: Readonly<Record<string, string>>
    }
  | ProviderFailure

/**
 * OpenID Connect, OAuth 2 and OAuth 1 as a client: discovery, code exchange, token validation, claims endpoint.
 *
 * Source: openid-connect-technical-profile, oauth2-technical-profile, oauth1-technical-profile.
 */
export class IdentityProviders extends Context.Service<
  IdentityProviders,
  {
    readonly begin: (request: AuthorizationRequest) => Effect.Effect<AuthorizationAnswer>
    readonly redeem: (request: RedemptionRequest) => Effect.Effect<RedemptionAnswer>
  }
>()('trustframe/IdentityProviders') {}
