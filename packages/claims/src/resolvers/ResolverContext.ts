/** What claims resolvers are resolved against: plain data of the request, the policy and the journey. */
import type { ClaimValue } from '../ClaimValue.ts'

/** The policy that runs. */
export interface ResolverPolicy {
  readonly policyId: string
  readonly relyingPartyTenantId: string
  readonly tenantObjectId: string | undefined
  readonly trustFrameworkTenantId: string
}

/** Everything that a resolver can be asked for. What is absent gives no value. */
export interface ResolverContext {
  /** The language tag of the pages, such as `en-US`. */
  readonly language: string
  readonly policy: ResolverPolicy
  readonly buildNumber: string
  readonly correlationId: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly nowMillis: number
  readonly deploymentMode: string
  readonly hostName: string
  readonly ipAddress: string
  /** Whether the user asked to be kept signed in. */
  readonly keepMeSignedIn: boolean | undefined
  /** The parameters of the request, by their names. */
  readonly parameters: Readonly<Record<string, string>>
  /** Parts of a SAML AuthnRequest, by the names of the resolvers. */
  readonly saml: Readonly<Record<string, string>>
  /** The upstream token response. */
  readonly oauth2: Readonly<Record<string, string>>
  /** The value of a claim, by the id of its claim type, ignoring case. */
  readonly claim: (id: string) => ClaimValue | undefined
}
