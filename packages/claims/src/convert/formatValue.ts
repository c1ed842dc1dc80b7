/** Claim value → text. */
import type { ClaimValue } from '../ClaimValue.ts'
import { formatDate, formatInstant } from './dates.ts'
import { writeIdentity } from './identities.ts'
import { stringifyJson } from './json.ts'

/** Whether a claim value is a list of strings (an empty list is one). */
export const isStringCollection = (value: ClaimValue | undefined): value is ReadonlyArray<string> =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

/**
 * The text form of a claim value: `true`, `-5`, `2022-01-03`, `2022-01-03T00:00:00.0000000Z`, `+11234567890`. The items of a
 * string collection are joined by a comma; identities are JSON text.
 */
export const formatValue = (value: ClaimValue): string => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return String(value)
  if ('_tag' in value) {
    switch (value._tag) {
      case 'CalendarDate':
        return formatDate(value)
      case 'Instant':
        return formatInstant(value)
      case 'TimeSpan':
        return value.iso
      case 'PhoneNumber':
        return value.e164
      case 'UserIdentity':
        return stringifyJson(writeIdentity(value))
    }
  }
  return isStringCollection(value) ? value.join(',') : stringifyJson(value.map(writeIdentity))
}

/** The text that a precondition compares: as `formatValue`, with .NET's `True` and `False` (claims-schema 2.4). */
export const comparisonText = (value: ClaimValue): string =>
  value === true ? 'True' : value === false ? 'False' : formatValue(value)
