/** Whether a value is one of a data type. */
import type { ClaimValue, UserIdentity } from '../ClaimValue.ts'
import type { DataType } from '../DataType.ts'

type Guard = (value: unknown) => value is ClaimValue

const isText = (value: unknown): value is string => typeof value === 'string'

const isStrings = (value: unknown): value is ReadonlyArray<string> =>
  Array.isArray(value) && (value.length === 0 || typeof value[0] === 'string')

const isIdentities = (value: unknown): value is ReadonlyArray<UserIdentity> =>
  Array.isArray(value) && (value.length === 0 || typeof value[0] === 'object')

const isTagged =
  <const Tag extends string>(tag: Tag) =>
  (value: unknown): value is Extract<ClaimValue, { readonly _tag: Tag }> =>
    typeof value === 'object' && value !== null && '_tag' in value && value._tag === tag

const isIdentity = isTagged('UserIdentity')

const guards: Readonly<Record<DataType, Guard>> = {
  boolean: (value): value is boolean => typeof value === 'boolean',
  date: isTagged('CalendarDate'),
  dateTime: isTagged('Instant'),
  duration: isTagged('TimeSpan'),
  int: (value): value is number => typeof value === 'number',
  long: (value): value is bigint => typeof value === 'bigint',
  string: isText,
  stringCollection: isStrings,
  alternativeSecurityIdCollection: isIdentities,
  userIdentityCollection: isIdentities,
  userIdentity: isIdentity,
  phoneNumber: isTagged('PhoneNumber'),
  objectIdentityCollection: isIdentities,
  objectIdentity: isIdentity
}

/** The check of a data type; of a list, the first item tells, since lists hold one kind of item. */
export const isValueOf = (dataType: DataType): Guard => guards[dataType]
