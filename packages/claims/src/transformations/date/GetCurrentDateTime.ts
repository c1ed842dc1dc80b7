/** GetCurrentDateTime: the current time. */
import { instantFromMillis } from '../../convert/dates.ts'
import { defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations 3. */
export const GetCurrentDateTime = defineTransformation({
  method: 'GetCurrentDateTime',
  family: 'date',
  summary: 'The current date and time, in UTC.',
  inputs: [],
  parameters: {},
  outputs: [output('currentDateTime', 'dateTime')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/date-transformations#getcurrentdatetime',
  example: { inputs: {}, parameters: {}, outputs: { currentDateTime: '2022-01-14T11:40:35.0000000Z' } },
  transform: () => (ambient) => [instantFromMillis(ambient.nowMillis)]
})
