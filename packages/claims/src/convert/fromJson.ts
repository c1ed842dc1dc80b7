/** JSON → claim value: what a REST API or an identity provider answers (claims-schema 2.3, restful 5.1). */
import { ConversionFailure, type ClaimValue, type UserIdentity } from '../ClaimValue.ts'
import type { DataType } from '../DataType.ts'
import { dateOfInstant, parseDate, parseInstant } from './dates.ts'
import { readIdentity } from './identities.ts'
import { isJsonArray, type Json, stringifyJson, stringifyJsonIndented } from './json.ts'
import { expectedForm, isInt, isLong, parseValue } from './parseValue.ts'

type Present = Exclude<Json, null>

/** REST guidance has `1970-00-00T00:00:00.0000000Z` stand for "no date" (restful 5.1). */
const noDate = /^\d{4}-00-00/

const textOf = (json: Json): string => (typeof json === 'string' ? json : stringifyJson(json))

const itemOf = (json: Present): string => (typeof json === 'object' ? stringifyJsonIndented(json) : textOf(json))

const stringsOf = (json: Present): ReadonlyArray<string> =>
  (isJsonArray(json) ? json : [json]).filter((item) => item !== null).map(itemOf)

const identitiesOf = (json: Present): ReadonlyArray<UserIdentity> | undefined => {
  const items = (isJsonArray(json) ? json : [json]).map(readIdentity)
  return items.every((item) => item !== undefined) ? items : undefined
}

/** A JSON number as a long; `undefined` for a fraction, or beyond 64 bits. */
export const longFromJson = (json: Json): bigint | undefined => {
  if (typeof json === 'number') return Number.isSafeInteger(json) ? BigInt(json) : undefined
  return typeof json === 'bigint' && isLong(json) ? json : undefined
}

/** The value of a JSON form other than text; `undefined` when the data type has no such form. */
const convert = (dataType: DataType, json: Present): ClaimValue | undefined => {
  switch (dataType) {
    case 'string':
      return textOf(json)
    case 'stringCollection':
      return stringsOf(json)
    case 'boolean':
      return typeof json === 'boolean' ? json : undefined
    case 'int':
      return typeof json === 'number' && isInt(json) ? json + 0 : undefined
    case 'long':
      return longFromJson(json)
    case 'userIdentity':
    case 'objectIdentity':
      return readIdentity(json)
    case 'userIdentityCollection':
    case 'alternativeSecurityIdCollection':
    case 'objectIdentityCollection':
      return identitiesOf(json)
    case 'date':
    case 'dateTime':
    case 'duration':
    case 'phoneNumber':
      return undefined
  }
}

const dateFromText = (text: string): ClaimValue | undefined => {
  const instant = parseInstant(text)
  return parseDate(text) ?? (instant === undefined ? undefined : dateOfInstant(instant))
}

/**
 * Converts a member of a JSON answer to a claim's data type; `null` and an absent member give no value.
 *
 * - `string`: numbers, booleans, objects and arrays become their JSON text.
 * - `int`, `long`, `boolean`: also from text.
 * - `date`: also from a date and time, whose day in UTC is taken; `1970-00-00…` gives no value.
 * - `stringCollection`: items that are objects or arrays become indented JSON text with CR LF; a single value gives a
 *   list of one, `[]` an empty list.
 */
export const fromJson = (dataType: DataType, json: Json | undefined): ClaimValue | undefined | ConversionFailure => {
  if (json === null || json === undefined) return undefined
  if (typeof json === 'string' && dataType !== 'stringCollection') {
    if (dataType === 'date' || dataType === 'dateTime') {
      if (noDate.test(json)) return undefined
      const date = dataType === 'date' ? dateFromText(json) : undefined
      if (date !== undefined) return date
    }
    return parseValue(dataType, json)
  }
  return (
    convert(dataType, json) ??
    new ConversionFailure(dataType, stringifyJson(json), `expected ${expectedForm(dataType)}`)
  )
}
