/** The value of a claim, typed by the claim's data type. */
import type { DataType } from './DataType.ts'

/** `date`: a calendar day without a zone. */
export interface CalendarDate {
  readonly _tag: 'CalendarDate'
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

/** `dateTime`: an instant in UTC, to the 100 nanoseconds that .NET keeps. */
export interface Instant {
  readonly _tag: 'Instant'
  readonly epochMilliseconds: number
  /** 0 to 9,999: what is beyond the millisecond, in units of 100 nanoseconds. */
  readonly ticks: number
}

/** `duration`: an ISO 8601 time span, kept as written. */
export interface TimeSpan {
  readonly _tag: 'TimeSpan'
  readonly iso: string
}

/** `phoneNumber`: E.164, with its plus sign. */
export interface PhoneNumber {
  readonly _tag: 'PhoneNumber'
  readonly e164: string
}

/** `userIdentity`, and an element of the identity collections. */
export interface UserIdentity {
  readonly _tag: 'UserIdentity'
  readonly issuer: string
  readonly issuerUserId: string
}

/**
 * A value as it lies in the claims bag. `string` → string, `boolean` → boolean, `int` → number, `long` → bigint,
 * `stringCollection` → array of strings, identity collections → array of identities. "No value" is `undefined` in a bag,
 * and different from an empty text, `false`, `0` and an empty list.
 */
export type ClaimValue =
  | string
  | boolean
  | number
  | bigint
  | CalendarDate
  | Instant
  | TimeSpan
  | PhoneNumber
  | UserIdentity
  | ReadonlyArray<string>
  | ReadonlyArray<UserIdentity>

/** The value that a claim of each data type holds. */
export interface ClaimValues {
  readonly boolean: boolean
  readonly date: CalendarDate
  readonly dateTime: Instant
  readonly duration: TimeSpan
  readonly int: number
  readonly long: bigint
  readonly string: string
  readonly stringCollection: ReadonlyArray<string>
  readonly alternativeSecurityIdCollection: ReadonlyArray<UserIdentity>
  readonly userIdentityCollection: ReadonlyArray<UserIdentity>
  readonly userIdentity: UserIdentity
  readonly phoneNumber: PhoneNumber
  readonly objectIdentityCollection: ReadonlyArray<UserIdentity>
  readonly objectIdentity: UserIdentity
}

/** The value of a claim of data type `D`. */
export type ValueOf<D extends DataType> = ClaimValues[D]

/** A value that does not fit its claim's data type. */
export class ConversionFailure {
  readonly _tag = 'ConversionFailure'
  readonly dataType: string
  /** What was found, as text; the reader of a secret claim leaves it out. */
  readonly found: string
  /** Why it does not fit. */
  readonly reason: string

  constructor(dataType: string, found: string, reason: string) {
    this.dataType = dataType
    this.found = found
    this.reason = reason
  }
}
