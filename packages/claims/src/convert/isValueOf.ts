/** Which data types a value is one of. */
import type { ClaimValue } from '../ClaimValue.ts'
import type { DataType } from '../DataType.ts'

/** A set of kinds of values, one bit each; a check is one operation on the hot path of the transformations. */
export type Kinds = number

const none = 0
const absent = 1
const text = 2
const boolean = 4
const number = 8
const bigint = 16
const texts = 32
const identities = 64

const tags: ReadonlyMap<unknown, Kinds> = new Map([
  ['CalendarDate', 128],
  ['Instant', 256],
  ['TimeSpan', 512],
  ['PhoneNumber', 1024],
  ['UserIdentity', 2048]
])

const ofTag = (tag: NonNullable<Extract<ClaimValue, { readonly _tag: string }>['_tag']>): Kinds => tags.get(tag) ?? none

const kindsByType: Readonly<Record<DataType, Kinds>> = {
  boolean,
  date: ofTag('CalendarDate'),
  dateTime: ofTag('Instant'),
  duration: ofTag('TimeSpan'),
  int: number,
  long: bigint,
  string: text,
  stringCollection: texts,
  alternativeSecurityIdCollection: identities,
  userIdentityCollection: identities,
  userIdentity: ofTag('UserIdentity'),
  phoneNumber: ofTag('PhoneNumber'),
  objectIdentityCollection: identities,
  objectIdentity: ofTag('UserIdentity')
}

/** The kinds of values of some data types; on request also no value. */
export const kindsOf = (types: ReadonlyArray<DataType>, orAbsent = false): Kinds =>
  types.reduce((kinds, type) => kinds | kindsByType[type], orAbsent ? absent : none)

const kindsOfObject = (value: object): Kinds => {
  if (!Array.isArray(value)) return '_tag' in value ? (tags.get(value._tag) ?? none) : none
  if (value.length === 0) return texts | identities
  return typeof value[0] === 'string' ? texts : identities
}

/** The kinds that a value has; of a list, the first item tells, since lists hold one kind of item. */
const kindsOfValue = (value: unknown): Kinds => {
  switch (typeof value) {
    case 'string':
      return text
    case 'boolean':
      return boolean
    case 'undefined':
      return absent
    case 'number':
      return number
    case 'bigint':
      return bigint
    case 'object':
      return value === null ? none : kindsOfObject(value)
    default:
      return none
  }
}

/** Whether a value is of one of some kinds. */
export const isOfKind = (kinds: Kinds, value: unknown): value is ClaimValue | undefined =>
  (kindsOfValue(value) & kinds) !== 0

/** Whether a value is one of a data type. */
export const isValueOf = (dataType: DataType, value: unknown): value is ClaimValue =>
  isOfKind(kindsByType[dataType], value)
