/** Calendar dates and instants: reading, writing, comparing. */
import type { CalendarDate, Instant } from '../ClaimValue.ts'

const ticksPerMillisecond = 10_000
const ticksPerSecond = 10_000_000

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31

const isCalendarDay = (year: number, month: number, day: number): boolean =>
  year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

/** Milliseconds from the epoch to the start of a day in UTC. */
const dayStart = (year: number, month: number, day: number): number => new Date(0).setUTCFullYear(year, month - 1, day)

const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads `YYYY-MM-DD` (claims-schema 2.1); `undefined` when it is not a day of the calendar. */
export const parseDate = (text: string): CalendarDate | undefined => {
  const parts = dateForm.exec(text)
  if (parts === null) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return isCalendarDay(year, month, day) ? { _tag: 'CalendarDate', year, month, day } : undefined
}

const isoForm =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?(?:[Zz]|([+-])(\d{2})(?::?(\d{2}))?)?$/

/** `{Context:DateTimeInUtc}` writes this form: `10/10/2021 12:00:00 PM`. */
const unitedStatesForm = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))? ([AP])M$/i

const instantOf = (
  day: readonly [year: number, month: number, day: number],
  time: readonly [hour: number, minute: number, second: number],
  ticks: number,
  offsetMinutes: number
): Instant | undefined => {
  const [hour, minute, second] = time
  if (!isCalendarDay(...day) || hour > 23 || minute > 59 || second > 59 || Math.abs(offsetMinutes) > 14 * 60)
    return undefined
  const milliseconds =
    dayStart(...day) +
    ((hour * 60 + minute - offsetMinutes) * 60 + second) * 1000 +
    Math.floor(ticks / ticksPerMillisecond)
  const remaining = ticks % ticksPerMillisecond
  return isInstant(milliseconds) ? { _tag: 'Instant', epochMilliseconds: milliseconds, ticks: remaining } : undefined
}

/** Years 1 to 9999, as .NET's DateTime. */
const isInstant = (epochMilliseconds: number): boolean =>
  epochMilliseconds >= -62_135_596_800_000 && epochMilliseconds < 253_402_300_800_000

/** The digits of a fraction of a second in ticks of 100 ns, rounded. */
const fractionTicks = (digits: string | undefined): number =>
  digits === undefined ? 0 : Math.round(Number(`0.${digits.slice(0, 12)}`) * ticksPerSecond)

/**
 * Reads an ISO 8601 date and time, with UTC where no zone is given and midnight where no time is given (claims-schema
 * 2.1), or the form `M/d/yyyy h:mm:ss AM` that the `{Context:DateTimeInUtc}` resolver writes.
 */
export const parseInstant = (text: string): Instant | undefined => {
  const iso = isoForm.exec(text)
  if (iso !== null) {
    const [
      ,
      year,
      month,
      day,
      hour = '0',
      minute = '0',
      second = '0',
      fraction,
      sign,
      zoneHour = '0',
      zoneMinute = '0'
    ] = iso
    if (Number(zoneMinute) > 59) return undefined
    const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? -1 : 1)
    return instantOf(
      [Number(year), Number(month), Number(day)],
      [Number(hour), Number(minute), Number(second)],
      fractionTicks(fraction),
      offset
    )
  }
  const us = unitedStatesForm.exec(text)
  if (us === null) return undefined
  const [, month, day, year, hour, minute, second = '0', half] = us
  const clock = Number(hour)
  if (clock < 1 || clock > 12) return undefined
  const hours = (clock % 12) + (half?.toUpperCase() === 'P' ? 12 : 0)
  return instantOf([Number(year), Number(month), Number(day)], [hours, Number(minute), Number(second)], 0, 0)
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

/** `YYYY-MM-DD`. */
export const formatDate = (date: CalendarDate): string =>
  `${padded(date.year, 4)}-${padded(date.month, 2)}-${padded(date.day, 2)}`

/** ISO 8601 with seven fractional digits, as .NET's round-trip format: `2022-01-03T11:34:22.0000000Z`. */
export const formatInstant = (instant: Instant): string =>
  `${new Date(instant.epochMilliseconds).toISOString().slice(0, -1)}${padded(instant.ticks, 4)}Z`

/** An instant of a whole millisecond. */
export const instantFromMillis = (epochMilliseconds: number): Instant => ({
  _tag: 'Instant',
  epochMilliseconds: Math.trunc(epochMilliseconds),
  ticks: 0
})

/** Whole seconds since 1970-01-01T00:00:00Z, rounded down. */
export const epochSeconds = (instant: Instant): number => Math.floor(instant.epochMilliseconds / 1000)

/** The day of an instant in UTC. */
export const dateOfInstant = (instant: Instant): CalendarDate => {
  const date = new Date(instant.epochMilliseconds)
  return { _tag: 'CalendarDate', year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Midnight UTC of a day. */
export const instantOfDate = (date: CalendarDate): Instant => ({
  _tag: 'Instant',
  epochMilliseconds: dayStart(date.year, date.month, date.day),
  ticks: 0
})

/** Negative when `left` is earlier, 0 when it is the same instant, positive when it is later. */
export const compareInstants = (left: Instant, right: Instant): number =>
  left.epochMilliseconds - right.epochMilliseconds || left.ticks - right.ticks

/** Negative when `left` is earlier, 0 when it is the same day, positive when it is later. */
export const compareDates = (left: CalendarDate, right: CalendarDate): number =>
  left.year - right.year || left.month - right.month || left.day - right.day
