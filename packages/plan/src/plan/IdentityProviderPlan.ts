/** An external identity provider: OpenID Connect, OAuth 2 or OAuth 1, as a client. */
import type { ClaimsOf } from './ClaimsOf.ts'
import type { Origin } from './Origin.ts'
import type { KeyReference } from './RestfulPlan.ts'

/**
 * What sends the browser to an identity provider and reads what comes back. Values are those of the metadata, typed and
 * with their defaults; what is absent stays `undefined`.
 *
 * Source: openid-connect-technical-profile, oauth2-technical-profile, oauth1-technical-profile.
 */
export interface IdentityProviderPlan extends ClaimsOf {
  readonly _tag: 'IdentityProvider'
  readonly id: string
  readonly origin: Origin
  readonly protocol: 'OpenIdConnect' | 'OAuth2' | 'OAuth1'
  readonly providerName: string | undefined
  readonly clientId: string
  /** `ClientIdParamName` and `ClientSecretParamName`: what the provider calls `client_id` and `client_secret`. */
  readonly clientIdParameter: string
  readonly clientSecretParameter: string
  /** `client_secret`, or the consumer secret of OAuth 1. */
  readonly clientSecret: KeyReference | undefined
  /** `assertion_signing_key` of `private_key_jwt`. */
  readonly assertionSigningKey: KeyReference | undefined
  /** `METADATA`: the discovery document. */
  readonly metadataUrl: string | undefined
  /** `JWKS`: the keys of id tokens, where there is no discovery document. */
  readonly keysUrl: string | undefined
  readonly authorizationEndpoint: string | undefined
  /** `AccessTokenEndpoint`, `access_token_endpoint`; for OpenID Connect else from discovery. */
  readonly tokenEndpoint: string | undefined
  /** OAuth 1. */
  readonly requestTokenEndpoint: string | undefined
  readonly claimsEndpoint: string | undefined
  readonly claimsEndpointAccessTokenName: string
  /** `ClaimsEndpointFormatName` and `ClaimsEndpointFormat`: a parameter of the claims request. */
  readonly claimsEndpointFormat: { readonly name: string; readonly value: string } | undefined
  /** `ExtraParamsInClaimsEndpointRequest`, split at commas. */
  readonly extraClaimsParameters: ReadonlyArray<string>
  readonly bearerTokenTransmission: 'QueryString' | 'AuthorizationHeader'
  readonly userAgent: string | undefined
  /** `AdditionalRequestQueryParameters`, as written. */
  readonly additionalRequestParameters: string | undefined
  readonly responseType: string
  readonly responseMode: 'form_post' | 'query' | 'fragment'
  readonly scope: string | undefined
  /** The method of the token call. */
  readonly tokenMethod: 'GET' | 'POST'
  readonly accessTokenResponseFormat: 'Default' | 'Json' | 'JsonP'
  readonly tokenEndpointAuthMethod: 'client_secret_post' | 'client_secret_basic' | 'private_key_jwt'
  readonly tokenSigningAlgorithm: 'RS256' | 'RS512'
  /** The issuer that id tokens must have, where the metadata says so; else the discovery document does. */
  readonly issuer: string | undefined
  readonly validIssuerPrefixes: ReadonlyArray<string>
  readonly discoverMetadataByTokenIssuer: boolean
  /** `IdTokenAudience`, else the client id. */
  readonly audience: string
  /** Paths, not names, in `PartnerClaimType`. */
  readonly resolveJsonPaths: boolean
  readonly usePolicyInRedirectUri: boolean
  readonly singleLogoutEnabled: boolean
  readonly endSessionEndpoint: string | undefined
  readonly markAsFailureOnStatusCode5xx: boolean
  /** Members of the callback's form that are claims too: every one, or these, as in `user.name.firstName`. */
  readonly bodyClaims: 'All' | ReadonlyArray<string>
  /** The parameter in which the provider sends its error code. */
  readonly errorParameter: string
}
