/** IsDateRange: whether a date lies between two days. */
import type { CalendarDate, ClaimValue } from '../ClaimValue.ts'
import { compareDates, dateOfInstant, instantFromMillis, parseDate } from '../convert/dates.ts'
import { PredicateFault, type PredicateMethod } from './PredicateMethod.ts'

/** A day, or the current one. */
type Bound = CalendarDate | 'Today'

const bound = (parameter: string, text: string): Bound | PredicateFault =>
  text.toLowerCase() === 'today'
    ? 'Today'
    : (parseDate(text) ?? new PredicateFault(parameter, `is "${text}"; expected a date such as 2022-01-31, or Today`))

/** The day of a date, of an instant in UTC, or of a text. */
const dayOf = (value: ClaimValue): CalendarDate | undefined => {
  if (typeof value === 'string') return parseDate(value)
  if (typeof value !== 'object' || !('_tag' in value)) return undefined
  return value._tag === 'CalendarDate' ? value : value._tag === 'Instant' ? dateOfInstant(value) : undefined
}

/** Source: claims-schema 8.1; both bounds are inclusive, and Today is the day in UTC. */
export const IsDateRange: PredicateMethod = {
  contract: {
    method: 'IsDateRange',
    summary: 'Whether a date lies between two days, both included.',
    dataTypes: ['date'],
    parameters: {
      Minimum: 'The first day, such as 2022-01-31, or Today.',
      Maximum: 'The last day, such as 2022-01-31, or Today.'
    },
    source: 'https://learn.microsoft.com/azure/active-directory-b2c/predicates#isdaterange'
  },
  compile: (parameter) => {
    const minimum = bound('Minimum', parameter('Minimum'))
    if (minimum instanceof PredicateFault) return minimum
    const maximum = bound('Maximum', parameter('Maximum'))
    if (maximum instanceof PredicateFault) return maximum
    if (minimum !== 'Today' && maximum !== 'Today' && compareDates(minimum, maximum) > 0) {
      return new PredicateFault(
        'Minimum',
        `is ${parameter('Minimum')}, which is after the Maximum ${parameter('Maximum')}`
      )
    }
    return (value, nowMillis) => {
      const day = dayOf(value)
      if (day === undefined) return false
      const today = dateOfInstant(instantFromMillis(nowMillis))
      return (
        compareDates(minimum === 'Today' ? today : minimum, day) <= 0 &&
        compareDates(day, maximum === 'Today' ? today : maximum) <= 0
      )
    }
  }
}
