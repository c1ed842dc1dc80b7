/** What identifies an account: the values that no two accounts share. */
import type { AccountKey } from '@trustframe/core/ports'
import type { Account, ExternalIdentity } from './Account.ts'
import { readIdentities } from './identities.ts'

/** A value that is unique in the tenant. */
export interface UniqueKey {
  /** The attribute, for messages. */
  readonly attribute: string
  /** Where an index finds the account; the same text is the same key. */
  readonly entry: string
}

const entry = (kind: string, value: string): string => `${kind}:${value.toLowerCase()}`

const identityEntry = ({ issuer, issuerUserId }: ExternalIdentity): string =>
  // Ids at a provider are compared exactly: they are base64.
  `identity:${issuer.toLowerCase()} ${issuerUserId}`

/** `signInNames.` and the type behind it; `undefined` for other attributes. */
export const signInNameType = (attribute: string): string | undefined => /^signInNames\.(.+)$/i.exec(attribute)?.[1]

const recoveryEmail = 'strongAuthenticationEmailAddress'

/** Every unique value of an account. A sign-in name is unique whatever its type. Source: user-profile-attributes (identities). */
export const uniqueKeysOf = (account: Account): ReadonlyArray<UniqueKey> => {
  const email = account.attributes.get(recoveryEmail.toLowerCase())?.value
  return [
    { attribute: 'objectId', entry: entry('objectId', account.objectId) },
    { attribute: 'userPrincipalName', entry: entry('userPrincipalName', account.userPrincipalName) },
    ...account.signInNames.map(({ type, value }) => ({
      attribute: `signInNames.${type}`,
      entry: entry('signInName', value)
    })),
    ...account.identities.map((identity) => ({
      attribute: 'alternativeSecurityId',
      entry: identityEntry(identity)
    })),
    ...(typeof email === 'string' ? [{ attribute: recoveryEmail, entry: entry(recoveryEmail, email) }] : [])
  ]
}

/** What a key looks for. */
export interface Lookup extends UniqueKey {
  /** The account's sign-in name has to be of this type, in lower case; absent: of any. */
  readonly signInNameType: string | undefined
}

const lookup = (attribute: string, found: string, type?: string): Lookup => ({
  attribute,
  entry: found,
  signInNameType: type?.toLowerCase()
})

/** What a key looks for; `undefined` when the attribute identifies no account, or the value cannot be one of it. */
export const lookupOf = (key: AccountKey): Lookup | undefined => {
  const { attribute, value } = key
  const name = attribute.toLowerCase()
  if (name === 'alternativesecurityid' || name === 'alternativesecurityids' || name === 'useridentities') {
    const [identity] = readIdentities(value) ?? []
    return identity === undefined ? undefined : lookup(attribute, identityEntry(identity))
  }
  if (typeof value !== 'string' || value === '') return undefined
  if (name === 'objectid') return lookup(attribute, entry('objectId', value))
  if (name === 'userprincipalname') return lookup(attribute, entry('userPrincipalName', value))
  const type = signInNameType(attribute)
  if (name === 'signinnames' || type !== undefined) return lookup(attribute, entry('signInName', value), type)
  return name === recoveryEmail.toLowerCase() ? lookup(attribute, entry(recoveryEmail, value)) : undefined
}

/** Where the account of a user name is found: a sign-in name of any type, then a user principal name. */
export const userNameEntries = (userName: string): ReadonlyArray<string> => [
  entry('signInName', userName),
  entry('userPrincipalName', userName)
]
