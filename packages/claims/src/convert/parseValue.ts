/** Text → claim value: the lexical forms of claims-schema 2.1. */
import { ConversionFailure, type ClaimValue, type UserIdentity } from '../ClaimValue.ts'
import type { DataType } from '../DataType.ts'
import { parseDate, parseInstant } from './dates.ts'
import { readIdentity } from './identities.ts'
import { isJsonArray, MalformedJson, parseJson } from './json.ts'

const integerForm = /^-?\d+$/
const longMinimum = -(2n ** 63n)
const longMaximum = 2n ** 63n - 1n

/** Reads `true` or `false`, in any case. */
export const parseBoolean = (text: string): boolean | undefined => {
  const lower = text.toLowerCase()
  return lower === 'true' ? true : lower === 'false' ? false : undefined
}

/** Whether a number is an integer of 32 bits. */
export const isInt = (value: number): boolean => Number.isInteger(value) && value === (value | 0)

/** Reads an optional minus and digits, within 32 bits. */
export const parseInt32 = (text: string): number | undefined => {
  if (!integerForm.test(text)) return undefined
  const value = Number(text) + 0
  return isInt(value) ? value : undefined
}

/** Whether a bigint fits in 64 bits. */
export const isLong = (value: bigint): boolean => value >= longMinimum && value <= longMaximum

/** Reads an optional minus and digits, within 64 bits. */
export const parseLong = (text: string): bigint | undefined => {
  // Longer digits are refused before they are computed: twenty characters hold every long.
  if (!integerForm.test(text) || text.replace(/^-?0*/, '').length > 19) return undefined
  const value = BigInt(text)
  return isLong(value) ? value : undefined
}

/** ISO 8601, plus the `N` for a negative span and the `Mo` that the article on claim types writes. */
const durationForm =
  /^(?:-?P|N)(?=.)(?:\d+Y)?(?:\d+Mo?)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+Mo?)?(?:\d+(?:\.\d+)?S)?)?$/

/** E.164 allows 15 digits; some national plans exceed that, and the documented examples do not check validity. */
const phoneForm = /^\+\d{1,17}$/

const parseIdentity = (text: string): UserIdentity | undefined => {
  const json = parseJson(text)
  return json instanceof MalformedJson ? undefined : readIdentity(json)
}

const parseIdentities = (text: string): ReadonlyArray<UserIdentity> | undefined => {
  const json = parseJson(text)
  if (json instanceof MalformedJson) return undefined
  const identities = (isJsonArray(json) ? json : [json]).map(readIdentity)
  return identities.every((identity) => identity !== undefined) ? identities : undefined
}

interface LexicalForm {
  readonly read: (text: string) => ClaimValue | undefined
  /** Completes "expected …". */
  readonly expected: string
}

const identity: LexicalForm = {
  read: parseIdentity,
  expected: 'the JSON text of an identity, {"issuer":"…","issuerUserId":"…"}'
}
const identities: LexicalForm = { read: parseIdentities, expected: 'the JSON text of a list of identities' }

const lexicalForms: Readonly<Record<DataType, LexicalForm>> = {
  boolean: { read: parseBoolean, expected: 'true or false' },
  date: { read: parseDate, expected: 'a date such as 2022-01-03' },
  dateTime: { read: parseInstant, expected: 'an ISO 8601 date and time such as 2022-01-03T00:00:00Z' },
  duration: {
    read: (text) => (durationForm.test(text) ? { _tag: 'TimeSpan', iso: text } : undefined),
    expected: 'an ISO 8601 duration such as P1Y2M3DT30S'
  },
  int: { read: parseInt32, expected: 'an integer from -2147483648 to 2147483647' },
  long: { read: parseLong, expected: 'an integer from -9223372036854775808 to 9223372036854775807' },
  string: { read: (text) => text, expected: 'text' },
  stringCollection: { read: (text) => [text], expected: 'text' },
  phoneNumber: {
    read: (text) => (phoneForm.test(text) ? { _tag: 'PhoneNumber', e164: text } : undefined),
    expected: 'a phone number with its country code, such as +11234567890'
  },
  userIdentity: identity,
  objectIdentity: identity,
  userIdentityCollection: identities,
  alternativeSecurityIdCollection: identities,
  objectIdentityCollection: identities
}

/** What a text of a data type must look like; completes "expected …". */
export const expectedForm = (dataType: DataType): string => lexicalForms[dataType].expected

/**
 * Reads the text form of a claim value, as it stands in DefaultValue, InputParameter/@Value, a precondition or a submitted
 * form field. Nothing is trimmed. A text of a `stringCollection` gives one element (claims-schema 2.1).
 *
 * @example parseValue('int', '42') // 42
 */
export const parseValue = (dataType: DataType, text: string): ClaimValue | ConversionFailure => {
  const { read, expected } = lexicalForms[dataType]
  return read(text) ?? new ConversionFailure(dataType, text, `expected ${expected}`)
}
