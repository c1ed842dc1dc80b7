/** The attributes of an account: their names, and what values they take. */

/** What an attribute holds. */
export type AttributeKind = 'text' | 'texts' | 'boolean' | 'moment' | 'day' | 'extension'

/** An attribute that is kept as it is given. Sign-in names, identities and the password are no such. */
export interface AttributeRule {
  /** The same for every spelling of the name. */
  readonly key: string
  /** As the documentation writes it; policies may write it in other cases. */
  readonly name: string
  readonly kind: AttributeKind
  /** Written by the directory alone. */
  readonly readOnly: boolean
  /** In characters. */
  readonly longest: number | undefined
  /** The only values, ignoring case. */
  readonly values: ReadonlyArray<string> | undefined
}

const rule = (
  name: string,
  kind: AttributeKind,
  more: { readonly longest?: number; readonly values?: ReadonlyArray<string>; readonly readOnly?: boolean } = {}
): AttributeRule => ({
  key: name.toLowerCase(),
  name,
  kind,
  readOnly: more.readOnly ?? false,
  longest: more.longest,
  values: more.values
})

/** Source: user-profile-attributes (2021-09). */
const rules: ReadonlyArray<AttributeRule> = [
  rule('accountEnabled', 'boolean'),
  rule('ageGroup', 'text', { values: ['Undefined', 'Minor', 'Adult', 'NotAdult'] }),
  rule('city', 'text', { longest: 128 }),
  rule('companyName', 'text', { longest: 64 }),
  rule('consentProvidedForMinor', 'text', { values: ['granted', 'denied', 'notRequired'] }),
  rule('country', 'text', { longest: 128 }),
  rule('createdDateTime', 'moment', { readOnly: true }),
  rule('creationType', 'text', { readOnly: true }),
  rule('dateOfBirth', 'day'),
  rule('department', 'text', { longest: 64 }),
  rule('displayName', 'text', { longest: 256 }),
  rule('facsimileTelephoneNumber', 'text', { longest: 64 }),
  rule('givenName', 'text', { longest: 64 }),
  rule('immutableId', 'text', { longest: 256 }),
  rule('jobTitle', 'text', { longest: 128 }),
  rule('legalAgeGroupClassification', 'text', { readOnly: true }),
  rule('legalCountry', 'text', { longest: 128 }),
  rule('mail', 'text', { longest: 256 }),
  rule('mailNickName', 'text', { longest: 64 }),
  rule('mobile', 'text', { longest: 64 }),
  rule('netId', 'text', { longest: 256 }),
  rule('otherMails', 'texts', { longest: 250 }),
  rule('passwordPolicies', 'text'),
  rule('physicalDeliveryOfficeName', 'text', { longest: 128 }),
  rule('postalCode', 'text', { longest: 40 }),
  rule('preferredLanguage', 'text', { longest: 64 }),
  rule('refreshTokensValidFromDateTime', 'moment', { readOnly: true }),
  rule('state', 'text', { longest: 128 }),
  rule('streetAddress', 'text', { longest: 1024 }),
  rule('strongAuthenticationAlternativePhoneNumber', 'text', { longest: 64 }),
  rule('strongAuthenticationAppDetails', 'text', { readOnly: true }),
  rule('strongAuthenticationEmailAddress', 'text', { longest: 256 }),
  rule('strongAuthenticationPhoneNumber', 'text', { longest: 64 }),
  rule('surname', 'text', { longest: 64 }),
  rule('telephoneNumber', 'text', { longest: 64 }),
  rule('usageLocation', 'text', { longest: 2 }),
  rule('userState', 'text', { longest: 64 }),
  rule('userStateChangedOn', 'moment', { readOnly: true }),
  rule('userType', 'text', { readOnly: true })
]

const byName = new Map(rules.map((known) => [known.key, known]))

const extension = /^extension_(?:[0-9a-f]{32}_)?(.+)$/i

/** In characters. Source: user-profile-attributes (extension attributes). */
const longestExtension = 256

/**
 * The attribute of a name, ignoring case; `undefined` for a name that the directory does not know.
 *
 * A custom attribute is `extension_X`, or `extension_{client id without dashes}_X` as the directory of Azure writes it. Both
 * are the same attribute here: a tenant has one extensions app.
 */
export const attributeRule = (name: string): AttributeRule | undefined => {
  const known = byName.get(name.toLowerCase())
  if (known !== undefined) return known
  const own = extension.exec(name)?.[1]
  return own === undefined ? undefined : rule(`extension_${own}`, 'extension', { longest: longestExtension })
}

/** The names that `attributeRule` knows, for advice. */
export const attributeNames: ReadonlyArray<string> = rules.map(({ name }) => name)
