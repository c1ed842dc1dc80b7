/** ConvertDateToDateTimeClaim: midnight of a day. */
import { instantOfDate } from '../../convert/dates.ts'
import { claim, defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations 3. */
export const ConvertDateToDateTimeClaim = defineTransformation({
  method: 'ConvertDateToDateTimeClaim',
  family: 'date',
  summary: 'Midnight, in UTC, of a day.',
  inputs: [claim('inputClaim', 'date')],
  parameters: {},
  outputs: [output('outputClaim', 'dateTime')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/date-transformations#convertdatetodatetimeclaim',
  example: {
    inputs: { inputClaim: '2022-01-03' },
    parameters: {},
    outputs: { outputClaim: '2022-01-03T00:00:00.0000000Z' }
  },
  transform: () => (date) => [instantOfDate(date)]
})
