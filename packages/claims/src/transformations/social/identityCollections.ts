/** Lists of identities: adding and removing. */
import type { UserIdentity } from '../../ClaimValue.ts'
import { equalValues } from '../../convert/equalValues.ts'

/** Appends an identity unless the same one is there; nothing to append leaves the list as it is. */
export const withIdentity = (
  collection: ReadonlyArray<UserIdentity> | undefined,
  item: UserIdentity | undefined
): ReadonlyArray<UserIdentity> | undefined => {
  if (item === undefined) return collection
  return collection?.some((present) => equalValues(present, item)) === true ? collection : [...(collection ?? []), item]
}

/** The identities of other issuers, in order. */
export const withoutIssuer = (
  collection: ReadonlyArray<UserIdentity> | undefined,
  issuer: string
): ReadonlyArray<UserIdentity> | undefined => collection?.filter((identity) => identity.issuer !== issuer)

/** The issuer of every identity, in order. */
export const issuersOf = (collection: ReadonlyArray<UserIdentity> | undefined): ReadonlyArray<string> =>
  (collection ?? []).map(({ issuer }) => issuer)
