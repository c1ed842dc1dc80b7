/** claims-transformation/date. Now is 2022-03-16T09:05:00Z. */
import type { PolicyCases } from '../PolicyCase.ts'
import { metadata } from '../policyTexts.ts'

const folder = 'claims-transformation/date'
const now = Date.UTC(2022, 2, 16, 9, 5) / 1000

export const date: ReadonlyArray<PolicyCases> = [
  {
    // The right operand is later by default; up to 30 seconds count as equal, which is let pass. The page does not output the
    // claim that its validation gives, so that it goes no further.
    policy: `${folder}/CT_AssertDateTimeIsGreaterThan.xml`,
    about: 'AssertDateTimeIsGreaterThan',
    cases: [
      {
        name: 'the left one is earlier, as shown',
        refused: 'DateTimeGreaterThan',
        says: [metadata('DateTimeGreaterThan')]
      },
      { name: 'the left one is later', enter: { date1: '2022-03-17T00:00:00' }, gives: { result: null } },
      { name: 'equal', enter: { date1: '2022-03-16T00:00:00' }, gives: { result: null } },
      { name: 'earlier by 29 seconds', enter: { date1: '2022-03-15T23:59:31' }, gives: { result: null } },
      { name: 'earlier by 31 seconds', enter: { date1: '2022-03-15T23:59:29' }, refused: 'DateTimeGreaterThan' },
      { name: 'no right one', enter: { date2: '' }, refused: 'UserMessageIfMissingRequiredElement' }
    ]
  },
  {
    policy: `${folder}/CT_ConvertDateTimeToDateClaim.xml`,
    about: 'ConvertDateTimeToDateClaim',
    cases: [
      {
        name: 'the day of the current time',
        gives: { dateTimeClaims: '2022-03-16T09:05:00.0000000Z', result: '2022-03-16' },
        shows: { result: '2022-03-16' },
        token: { dateTimeClaims: now, result: '2022-03-16' }
      }
    ]
  },
  {
    policy: `${folder}/CT_ConvertDateToDateTimeClaim.xml`,
    about: 'ConvertDateToDateTimeClaim',
    cases: [
      {
        name: 'the day as shown',
        gives: { result: '2022-01-01T00:00:00.0000000Z' },
        token: { dateClaim: '2022-01-01', result: Date.UTC(2022, 0, 1) / 1000 }
      },
      {
        name: 'another day',
        enter: { dateClaim: '2024-02-29' },
        gives: { result: '2024-02-29T00:00:00.0000000Z' },
        shows: { result: '2024-02-29T00:00:00.0000000Z' }
      }
    ]
  },
  {
    policy: `${folder}/CT_DateTimeComparison.xml`,
    about: 'DateTimeComparison',
    cases: [
      { name: 'the first day is earlier, as shown', gives: { result: false } },
      { name: 'the first day is later', enter: { dateTime1: '2022-03-03' }, gives: { result: true } },
      { name: 'the same day, and five seconds', enter: { dateTime1: '2022-03-02' }, gives: { result: true } }
    ]
  },
  {
    policy: `${folder}/CT_GetCurrentDateTime.xml`,
    about: 'GetCurrentDateTime',
    cases: [
      {
        name: 'now',
        gives: { result: '2022-03-16T09:05:00.0000000Z' },
        shows: { result: '2022-03-16T09:05:00.0000000Z' },
        token: { result: now }
      }
    ]
  },
  {
    policy: `${folder}/CT_IsTermsOfUseConsentRequired.xml`,
    about: 'IsTermsOfUseConsentRequired',
    cases: [
      { name: 'the consent is newer than the text, as shown', gives: { result: false } },
      { name: 'the consent is older', enter: { dateTime1: '2022-01-14' }, gives: { result: true } },
      { name: 'the consent is newer by a day', enter: { dateTime1: '2022-01-16' }, gives: { result: false } }
    ]
  }
]
