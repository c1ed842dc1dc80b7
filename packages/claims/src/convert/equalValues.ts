/** When two claim values are the same. */
import type { ClaimValue, UserIdentity } from '../ClaimValue.ts'
import { compareDates, compareInstants } from './dates.ts'

type List = ReadonlyArray<string> | ReadonlyArray<UserIdentity>

const isList = (value: ClaimValue | undefined): value is List => Array.isArray(value)

const equalLists = (left: ReadonlyArray<ClaimValue>, right: ReadonlyArray<ClaimValue>): boolean =>
  left.length === right.length && left.every((item, index) => equalValues(item, right[index]))

/** Whether two values are of one type and the same; no value equals only no value. Lists compare item by item, in order. */
export const equalValues = (left: ClaimValue | undefined, right: ClaimValue | undefined): boolean => {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right
  if (isList(left) || isList(right)) return isList(left) && isList(right) && equalLists(left, right)
  switch (left._tag) {
    case 'CalendarDate':
      return right._tag === 'CalendarDate' && compareDates(left, right) === 0
    case 'Instant':
      return right._tag === 'Instant' && compareInstants(left, right) === 0
    case 'TimeSpan':
      return right._tag === 'TimeSpan' && left.iso === right.iso
    case 'PhoneNumber':
      return right._tag === 'PhoneNumber' && left.e164 === right.e164
    case 'UserIdentity':
      return right._tag === 'UserIdentity' && left.issuer === right.issuer && left.issuerUserId === right.issuerUserId
  }
}
