/** What id tokens and access tokens hold. */
import type { Json, JsonObject } from '@trustframe/claims'
import type { Grant, TokenRequest } from '@trustframe/core/ports'

/** What every token of one answer has in common. Times are seconds since 1970. */
export interface TokenBasis {
  readonly issuer: string
  readonly grant: Grant
  readonly now: number
  /** `acr`: the policy in lower case; otherwise `tfp` is among the grant's claims. */
  readonly acr: boolean
}

/** Claims of the protocol: what a policy writes under these names is left out. Source: protocols section 6.9. */
const reserved = new Set([
  'exp',
  'nbf',
  'iat',
  'ver',
  'iss',
  'aud',
  'nonce',
  'auth_time',
  'at_hash',
  'c_hash',
  'azp',
  'scp'
])

const present = (members: Readonly<Record<string, Json | undefined>>): JsonObject => {
  const kept: Record<string, Json> = {}
  for (const [name, value] of Object.entries(members)) if (value !== undefined && value !== null) kept[name] = value
  return kept
}

/** Claims of the protocol, and after them the policy's that are not among them; one without a value is left out, never `null`. */
const withPolicyClaims = (protocol: JsonObject, claims: Grant['claims']): JsonObject => ({
  ...protocol,
  ...present(
    Object.fromEntries(Object.entries(claims).filter(([name]) => !reserved.has(name) && protocol[name] === undefined))
  )
})

const common = ({ acr, grant, issuer, now }: TokenBasis, lifetime: number, audience: string): JsonObject =>
  present({
    exp: now + lifetime,
    nbf: now,
    ver: '1.0',
    iss: issuer,
    sub: grant.subject,
    aud: audience,
    acr: acr ? grant.policyId.toLowerCase() : undefined,
    nonce: grant.nonce,
    iat: now,
    auth_time: grant.authTime
  })

/** Hashes of what an id token is issued beside. */
export interface TokenHashes {
  readonly accessToken: string | undefined
  readonly code: string | undefined
}

/** An id token's claims. Source: protocols section 6.1. */
export const idTokenClaims = (basis: TokenBasis, lifetime: number, hashes: TokenHashes): JsonObject => {
  const { grant } = basis
  const protocol = {
    ...common(basis, lifetime, grant.clientId),
    ...present({ at_hash: hashes.accessToken, c_hash: hashes.code })
  }
  return withPolicyClaims(protocol, grant.claims)
}

type AccessTokenRequest = NonNullable<TokenRequest['accessToken']>

const scopesOf = ({ scopes }: AccessTokenRequest): string | undefined =>
  scopes.length === 0 ? undefined : scopes.join(' ')

/** An access token's claims: those of the id token, and what it is good for. Source: protocols section 6.2. */
export const accessTokenClaims = (basis: TokenBasis, lifetime: number, wanted: AccessTokenRequest): JsonObject => {
  const { grant } = basis
  const protocol = {
    ...common(basis, lifetime, wanted.audience),
    ...present({ scp: scopesOf(wanted), azp: grant.clientId })
  }
  return withPolicyClaims(protocol, grant.claims)
}

/**
 * The claims of an application's own access token. Its subject is the application; `azpacr` 1 says that it proved itself by a
 * secret. Source: protocols section 8.1.
 */
export const clientCredentialsClaims = (
  basis: TokenBasis,
  lifetime: number,
  wanted: AccessTokenRequest,
  tenant: string
): JsonObject => {
  const { grant, issuer, now } = basis
  const subject = grant.subject ?? grant.clientId
  const protocol = present({
    exp: now + lifetime,
    nbf: now,
    ver: '2.0',
    iss: issuer,
    sub: subject,
    oid: subject,
    tid: tenant,
    aud: wanted.audience,
    iat: now,
    scp: scopesOf(wanted),
    azp: grant.clientId,
    azpacr: '1',
    tfp: grant.policyId
  })
  return withPolicyClaims(protocol, grant.claims)
}
