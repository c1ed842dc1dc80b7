/** The JSON shape of identities: `{issuer, issuerUserId}`. */
import type { UserIdentity } from '../ClaimValue.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'

/**
 * Reads an identity in its newest shape `{issuer, issuerUserId}` or the older `{type, identityProvider, key}` (claims-schema
 * 2.2); `undefined` for anything else.
 */
export const readIdentity = (json: Json): UserIdentity | undefined => {
  if (!isJsonObject(json)) return undefined
  const issuer = json['issuer'] ?? json['identityProvider']
  const issuerUserId = json['issuerUserId'] ?? json['key']
  return typeof issuer === 'string' && typeof issuerUserId === 'string'
    ? { _tag: 'UserIdentity', issuer, issuerUserId }
    : undefined
}

/** The newest shape. */
export const writeIdentity = (identity: UserIdentity): JsonObject => ({
  issuer: identity.issuer,
  issuerUserId: identity.issuerUserId
})
