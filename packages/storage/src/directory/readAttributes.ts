/** An account's attributes, in the JSON form of claims. */
import type { Json } from '@trustframe/claims'
import type { Attributes } from '@trustframe/core/ports'
import type { Account } from './Account.ts'
import { attributeRule } from './attributeRules.ts'
import { identityJson, identityText } from './identities.ts'
import { signInNameType } from './uniqueKeys.ts'

/** ISO 8601 in UTC, with the seven decimals of .NET. */
const momentText = (millis: number): string => new Date(millis).toISOString().replace('Z', '0000Z')

const minorClassification: ReadonlyMap<Json, string> = new Map([
  ['granted', 'minorWithParentalConsent'],
  ['denied', 'minorWithOutParentalConsent'],
  ['notRequired', 'minorNoParentalConsentRequired']
])

/** Follows from two other attributes. Source: user-profile-attributes (legalAgeGroupClassification). */
const legalAgeGroup = ({ attributes }: Account): Json | undefined => {
  switch (attributes.get('agegroup')?.value) {
    case 'Adult':
      return 'adult'
    case 'NotAdult':
      return 'notAdult'
    case 'Minor':
      return minorClassification.get(attributes.get('consentprovidedforminor')?.value ?? '')
    default:
      return undefined
  }
}

const identities = (account: Account): Json | undefined =>
  account.identities.length === 0 ? undefined : account.identities.map(identityJson)

/** Attributes that are not kept as they are read, by their name in lower case. */
const derived: ReadonlyMap<string, (account: Account) => Json | undefined> = new Map([
  ['objectid', (account: Account) => account.objectId],
  ['userprincipalname', (account) => account.userPrincipalName],
  ['accountenabled', (account) => account.accountEnabled],
  ['createddatetime', (account) => momentText(account.createdAt)],
  ['creationtype', (account) => (account.signInNames.length > 0 ? 'LocalAccount' : undefined)],
  ['usertype', () => 'Member'],
  ['refreshtokensvalidfromdatetime', (account) => momentText(account.refreshTokensValidFrom)],
  ['legalagegroupclassification', legalAgeGroup],
  [
    'alternativesecurityid',
    (account) => {
      const [first] = account.identities
      return first === undefined ? undefined : identityText(first)
    }
  ],
  ['alternativesecurityids', identities],
  ['useridentities', identities]
])

/** The value of an attribute by any of its spellings; `undefined` when it has none, or the directory does not know it. */
export const readAttribute = (account: Account, name: string): Json | undefined => {
  const type = signInNameType(name)?.toLowerCase()
  if (type !== undefined) return account.signInNames.find((one) => one.type.toLowerCase() === type)?.value
  const derive = derived.get(name.toLowerCase())
  if (derive !== undefined) return derive(account)
  const rule = attributeRule(name)
  return rule === undefined ? undefined : account.attributes.get(rule.key)?.value
}

/** The attributes of these names that have a value, under the names that were asked for. */
export const readAttributes = (account: Account, names: ReadonlyArray<string>): Attributes =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = readAttribute(account, name)
      return value === undefined ? [] : [[name, value]]
    })
  )

/** Every attribute that has a value, under its own name. */
export const allAttributes = (account: Account): Attributes => ({
  ...Object.fromEntries(Array.from(account.attributes.values(), ({ name, value }) => [name, value])),
  ...Object.fromEntries(account.signInNames.map(({ type, value }) => [`signInNames.${type}`, value])),
  ...readAttributes(account, [
    'objectId',
    'userPrincipalName',
    'accountEnabled',
    'createdDateTime',
    'creationType',
    'userType',
    'refreshTokensValidFromDateTime',
    'legalAgeGroupClassification',
    'alternativeSecurityId',
    'alternativeSecurityIds',
    'userIdentities'
  ])
})
