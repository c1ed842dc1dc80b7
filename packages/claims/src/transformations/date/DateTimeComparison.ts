/** DateTimeComparison: whether one date and time, moved by a time span, is later or earlier than another. */
import { compareInstants, instantFromMillis } from '../../convert/dates.ts'
import type { Instant } from '../../ClaimValue.ts'
import { choice, claim, claimOrNone, defineTransformation, integer, output } from '../../contract/index.ts'

const later = (instant: Instant, seconds: number): Instant => ({
  ...instant,
  epochMilliseconds: instant.epochMilliseconds + seconds * 1000
})

/** Source: claims-transformations 3; equal instants are neither later nor earlier. */
export const DateTimeComparison = defineTransformation({
  method: 'DateTimeComparison',
  family: 'date',
  summary: 'Adds a time span to the first date and time, and compares the result with the second.',
  remarks: ['A second date and time without a value stands for the current time.'],
  inputs: [claim('firstDateTime', 'dateTime'), claimOrNone('secondDateTime', 'dateTime')],
  parameters: {
    operator: choice(['same', 'later than', 'earlier than'], 'What the first must be, compared with the second.'),
    timeSpanInSeconds: integer('What is added to the first; may be negative.')
  },
  outputs: [output('result', 'boolean')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/date-transformations#datetimecomparison',
  example: {
    inputs: { firstDateTime: '2022-01-01T00:00:00.100000Z', secondDateTime: '2022-03-16T00:00:00.100000Z' },
    parameters: { operator: 'later than', timeSpanInSeconds: '7776000' },
    outputs: { result: 'true' }
  },
  transform:
    ({ parameters: { operator, timeSpanInSeconds } }) =>
    (first, second, ambient) => {
      const order = compareInstants(later(first, timeSpanInSeconds), second ?? instantFromMillis(ambient.nowMillis))
      return [operator === 'same' ? order === 0 : operator === 'later than' ? order > 0 : order < 0]
    }
})
