/** External identities of an account, in the forms that policies write them. */
import { isJsonArray, type Json, MalformedJson, parseJson, readIdentity, stringifyJson } from '@trustframe/claims'
import type { ExternalIdentity } from './Account.ts'

const ofJson = (json: Json): ExternalIdentity | undefined => {
  const identity = readIdentity(json)
  return identity === undefined ? undefined : { issuer: identity.issuer, issuerUserId: identity.issuerUserId }
}

const unwrap = (value: Json): Json => {
  if (typeof value !== 'string') return value
  const parsed = parseJson(value)
  return parsed instanceof MalformedJson ? null : parsed
}

/**
 * Identities of an `alternativeSecurityId` (JSON text), of a `userIdentity`, or of a collection of either; `undefined` when one
 * of them is none. Source: claims-schema 2.2.
 */
export const readIdentities = (value: Json): ReadonlyArray<ExternalIdentity> | undefined => {
  const json = unwrap(value)
  const identities = (isJsonArray(json) ? json : [json]).map((item) => ofJson(unwrap(item)))
  return identities.every((identity) => identity !== undefined) ? identities : undefined
}

/** As an element of a collection. */
export const identityJson = ({ issuer, issuerUserId }: ExternalIdentity): Json => ({ issuer, issuerUserId })

/** As the text of an `alternativeSecurityId`. */
export const identityText = (identity: ExternalIdentity): string => stringifyJson(identityJson(identity))

const sameIssuer = (left: ExternalIdentity, right: ExternalIdentity): boolean =>
  left.issuer.toLowerCase() === right.issuer.toLowerCase()

/** `identities` with one of the same issuer replaced, or added. */
export const withIdentity = (
  identities: ReadonlyArray<ExternalIdentity>,
  added: ExternalIdentity
): ReadonlyArray<ExternalIdentity> => [...identities.filter((identity) => !sameIssuer(identity, added)), added]
