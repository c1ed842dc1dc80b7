/** Example values: what a claim of a data type could hold, so that a service or a journey can be tried without data. */
import { type ClaimValue, ConversionFailure, type DataType, fromJson, type Json } from '@trustframe/claims'

/** By what a name says; the first that fits. */
const byName: ReadonlyArray<readonly [RegExp, string]> = [
  [/e-?mail|signinname|upn|userprincipalname/i, 'ada@example.com'],
  [/phone|mobile/i, '+12025550123'],
  [/(object|user|tenant|correlation)_?id$|^(sub|oid|tid)$/i, '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
  [/given_?name|first_?name/i, 'Ada'],
  [/family_?name|sur_?name|last_?name/i, 'Lovelace'],
  [/^name$|display_?name|full_?name/i, 'Ada Lovelace'],
  [/country/i, 'GB'],
  [/(locale|language|lang)$/i, 'en'],
  [/(url|uri|link)$/i, 'https://www.example.com/'],
  [/token_?type/i, 'Bearer'],
  [/expires_?in/i, '3599']
]

const identity = { issuer: 'example.com', issuerUserId: 'MTIzNDU2Nzg=' }

/** The JSON that a service could answer for a claim of this name and data type. */
export const exampleJson = (name: string, dataType: DataType): Json => {
  switch (dataType) {
    case 'boolean':
      return true
    case 'int':
      return 42
    case 'long':
      return 4_200_000_000
    case 'date':
      return '2025-01-31'
    case 'dateTime':
      return '2025-01-31T12:00:00.0000000Z'
    case 'duration':
      return 'PT1H'
    case 'phoneNumber':
      return '+12025550123'
    case 'stringCollection':
      return [`${name} 1`, `${name} 2`]
    case 'userIdentity':
    case 'objectIdentity':
      return identity
    case 'userIdentityCollection':
    case 'alternativeSecurityIdCollection':
    case 'objectIdentityCollection':
      return [identity]
    case 'string':
      return byName.find(([pattern]) => pattern.test(name))?.[1] ?? `example ${name}`
  }
}

/** The value that a claim of this name and data type could hold. */
export const exampleValue = (name: string, dataType: DataType): ClaimValue | undefined => {
  const value = fromJson(dataType, exampleJson(name, dataType))
  return value instanceof ConversionFailure ? undefined : value
}
