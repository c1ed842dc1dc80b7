/** StringSplit: the parts of a text. */
import { claim, defineTransformation, output, text } from '../../contract/index.ts'

/** Source: claims-transformations 9; an empty delimiter, as in .NET, leaves the text whole. */
export const StringSplit = defineTransformation({
  method: 'StringSplit',
  family: 'string',
  summary: 'The parts of a text between occurrences of a delimiter.',
  remarks: ['Parts are not trimmed, and empty ones are kept. What the output claim held before is lost.'],
  inputs: [claim('inputClaim', 'string')],
  parameters: { delimiter: text('What stands between two parts.') },
  outputs: [output('outputClaim', 'stringCollection')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#stringsplit',
  example: {
    inputs: { inputClaim: 'Admin,Author,Reader' },
    parameters: { delimiter: ',' },
    outputs: { outputClaim: 'Admin,Author,Reader' }
  },
  transform:
    ({ parameters: { delimiter } }) =>
    (value) => [delimiter === '' ? [value] : value.split(delimiter)]
})
