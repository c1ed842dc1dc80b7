/** ConvertDateTimeToDateClaim: the day of a date and time. */
import { dateOfInstant } from '../../convert/dates.ts'
import { claim, defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations 3. */
export const ConvertDateTimeToDateClaim = defineTransformation({
  method: 'ConvertDateTimeToDateClaim',
  family: 'date',
  summary: 'The day, in UTC, of a date and time.',
  inputs: [claim('inputClaim', 'dateTime')],
  parameters: {},
  outputs: [output('outputClaim', 'date')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/date-transformations#convertdatetimetodateclaim',
  example: {
    inputs: { inputClaim: '2022-01-03T11:34:22.0000000Z' },
    parameters: {},
    outputs: { outputClaim: '2022-01-03' }
  },
  transform: () => (instant) => [dateOfInstant(instant)]
})
