/** Profiles that read a token which a request brings: `id_token_hint`, or the bearer token of the user info endpoint. */
import type { ClaimsOf } from './ClaimsOf.ts'
import type { Origin } from './Origin.ts'
import type { KeyReference } from './RestfulPlan.ts'

/** By what a token is verified. Source: id-token-hint, userinfo-endpoint. */
export interface TokenRulesPlan extends ClaimsOf {
  readonly _tag: 'TokenRules'
  readonly id: string
  readonly origin: Origin
  /** `METADATA`: the discovery document whose keys verify the signature. */
  readonly metadataUrl: string | undefined
  /** `client_secret` (HS256) or `issuer_secret` (RS256). */
  readonly key: KeyReference | undefined
  /** `issuer`, split at commas; empty: that of the metadata, if any. */
  readonly issuers: ReadonlyArray<string>
  /** `IdTokenAudience` or `audience`; empty: any. */
  readonly audiences: ReadonlyArray<string>
}
