/** Holds the claims of a token against what is expected of them. */
import { isJsonArray, type Json, type JsonObject } from '@trustframe/claims'
import type { IdTokenParties } from '@trustframe/core/ports'

/** What is expected; without issuers or audiences every one is. Times in seconds. */
export interface Expectations extends IdTokenParties {
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

const originOf = (text: string): string | undefined => (URL.canParse(text) ? new URL(text).origin : undefined)

/** A prefix without a path does not stand for longer host names: `https://sts.test` is no prefix of `https://sts.test.evil`. */
const beginsWith = (issuer: string, prefix: string): boolean => {
  const origin = originOf(prefix)
  return issuer.startsWith(prefix) && (origin === undefined || origin === originOf(issuer))
}

/** Whether a token's issuer is one that is expected; nothing of the token is verified by that. */
export const issuerFits = (claims: JsonObject, { issuerPrefixes, issuers }: IdTokenParties): boolean => {
  const issuer = claims['iss']
  if (typeof issuer !== 'string') return false
  if (issuerPrefixes.length > 0) return issuerPrefixes.some((prefix) => beginsWith(issuer, prefix))
  return issuers.length === 0 || issuers.some((expected) => inTenant(expected, claims['tid']) === issuer)
}

/** Whether one of a token's audiences is expected. */
export const audienceFits = ({ aud }: JsonObject, { audiences }: IdTokenParties): boolean =>
  audiences.length === 0 || textsOf(aud).some((one) => typeof one === 'string' && audiences.includes(one))

/**
 * What does not fit first: times, audience, issuer, in the order of .NET's token handler. A token must have `exp`, `aud` and
 * `iss`. Source: id-token-hint (token format).
 */
export const checkClaims = (claims: JsonObject, expected: Expectations): ClaimsProblem | undefined => {
  const { audiences, issuerPrefixes, issuers, nowSeconds, toleranceSeconds } = expected
  const { exp, nbf } = claims
  if (typeof exp !== 'number') return { _tag: 'ClaimMissing', claim: 'exp' }
  if (nowSeconds >= exp + toleranceSeconds) return { _tag: 'TokenExpired' }
  if (nbf !== undefined && typeof nbf !== 'number') return { _tag: 'ClaimMissing', claim: 'nbf' }
  if (nbf !== undefined && nowSeconds < nbf - toleranceSeconds) return { _tag: 'TokenNotYetValid' }
  if (!audienceFits(claims, expected)) return { _tag: 'AudienceWrong', expected: audiences }
  return issuerFits(claims, expected)
    ? undefined
    : { _tag: 'IssuerWrong', expected: issuerPrefixes.length > 0 ? issuerPrefixes : issuers }
}
