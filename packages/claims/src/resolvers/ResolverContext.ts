/** What claims resolvers read from: the request, the policy, the moment. */
import type { ClaimValue } from '../ClaimValue.ts'

/** Parts of a SAML AuthnRequest. */
export interface SamlRequest {
  readonly authnContextClassReferences?: string | undefined
  readonly nameIdPolicyFormat?: string | undefined
  readonly issuer?: string | undefined
  readonly allowCreate?: boolean | undefined
  readonly forceAuthn?: boolean | undefined
  readonly providerName?: string | undefined
  readonly relayState?: string | undefined
  readonly subject?: string | undefined
  readonly binding?: string | undefined
}

/** Plain data; whatever is left out gives no value. */
export interface ResolverContext {
  /** The language of the pages, such as `en-US`. */
  readonly language?: string | undefined
  readonly policy?:
    | {
        readonly policyId?: string | undefined
        readonly relyingPartyTenantId?: string | undefined
        readonly tenantObjectId?: string | undefined
        readonly trustFrameworkTenantId?: string | undefined
      }
    | undefined
  readonly context?:
    | {
        readonly buildNumber?: string | undefined
        readonly correlationId?: string | undefined
        /** Milliseconds since 1970. */
        readonly nowMillis?: number | undefined
        readonly deploymentMode?: string | undefined
        readonly hostName?: string | undefined
        readonly ipAddress?: string | undefined
        /** Whether keep-me-signed-in is ticked. */
        readonly keepMeSignedIn?: boolean | undefined
      }
    | undefined
  /** The parameters of the OpenID Connect or OAuth 2.0 request by their names on the wire, such as `login_hint`. */
  readonly parameters: Readonly<Record<string, string>>
  readonly saml?: SamlRequest | undefined
  /** The answer of an OAuth 2.0 identity provider by its names on the wire, such as `access_token`. */
  readonly tokens?: Readonly<Record<string, string | number>> | undefined
  /** The value of a claim by the id of its type. */
  readonly claim?: ((claimTypeId: string) => ClaimValue | undefined) | undefined
  /** The engine's own URL, for `{service:te}`. */
  readonly serviceUrl?: string | undefined
}
