/** Holds the claims of a token against what is expected of them. */
import { isJsonArray, type Json, type JsonObject } from '@trustframe/claims'

/** What is expected. Times in seconds. */
export interface Expectations {
  /** Accepts every issuer when empty. */
  readonly issuers: ReadonlyArray<string>
  /** Beginnings of issuers: an issuer needs to have one of them, and nothing else is asked of it. */
  readonly issuerPrefixes: ReadonlyArray<string>
  /** Accepts every audience when empty. */
  readonly audiences: ReadonlyArray<string>
  readonly nowSeconds: number
  /** How far clocks may differ. */
  readonly toleranceSeconds: number
}

/** What does not fit. */
export type ClaimsProblem =
  | { readonly _tag: 'TokenExpired' }
  | { readonly _tag: 'TokenNotYetValid' }
  | { readonly _tag: 'AudienceWrong'; readonly expected: ReadonlyArray<string> }
  | { readonly _tag: 'IssuerWrong'; readonly expected: ReadonlyArray<string> }
  | { readonly _tag: 'ClaimMissing'; readonly claim: string }

const textsOf = (value: Json | undefined): ReadonlyArray<Json> => {
  if (value === undefined) return []
  return isJsonArray(value) ? value : [value]
}

/** An issuer of many tenants has a placeholder for the one of the token. Source: Entra ID's common discovery document. */
const inTenant = (issuer: string, tenant: Json | undefined): string =>
  typeof tenant === 'string' ? issuer.replace('{tenantid}', tenant) : issuer

const issuerFits = (claims: JsonObject, { issuerPrefixes, issuers }: Expectations): boolean => {
  const issuer = claims['iss']
  if (typeof issuer !== 'string') return false
  if (issuerPrefixes.length > 0) return issuerPrefixes.some((prefix) => issuer.startsWith(prefix))
  return issuers.length === 0 || issuers.some((expected) => inTenant(expected, claims['tid']) === issuer)
}

/**
 * What does not fit first: times, audience, issuer, in the order of .NET's token handler. A token must have `exp`, `aud` and
 * `iss`. Source: id-token-hint (token format).
 */
export const checkClaims = (claims: JsonObject, expected: Expectations): ClaimsProblem | undefined => {
  const { audiences, issuerPrefixes, issuers, nowSeconds, toleranceSeconds } = expected
  const { aud, exp, nbf } = claims
  if (typeof exp !== 'number') return { _tag: 'ClaimMissing', claim: 'exp' }
  if (nowSeconds >= exp + toleranceSeconds) return { _tag: 'TokenExpired' }
  if (nbf !== undefined && typeof nbf !== 'number') return { _tag: 'ClaimMissing', claim: 'nbf' }
  if (nbf !== undefined && nowSeconds < nbf - toleranceSeconds) return { _tag: 'TokenNotYetValid' }
  if (audiences.length > 0 && !textsOf(aud).some((one) => typeof one === 'string' && audiences.includes(one))) {
    return { _tag: 'AudienceWrong', expected: audiences }
  }
  return issuerFits(claims, expected)
    ? undefined
    : { _tag: 'IssuerWrong', expected: issuerPrefixes.length > 0 ? issuerPrefixes : issuers }
}
