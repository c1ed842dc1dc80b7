/** StringJoin: the items of a collection in one text. */
import { claim, defineTransformation, output, text } from '../../contract/index.ts'

/** Source: claims-transformations 9; an empty collection gives empty text. */
export const StringJoin = defineTransformation({
  method: 'StringJoin',
  family: 'string',
  summary: 'The items of a collection in one text, with a delimiter between them.',
  inputs: [claim('inputClaim', 'stringCollection')],
  parameters: { delimiter: text('What stands between two items.') },
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#stringjoin',
  example: {
    inputs: { inputClaim: 'Admin' },
    parameters: { delimiter: ',' },
    outputs: { outputClaim: 'Admin' }
  },
  transform:
    ({ parameters: { delimiter } }) =>
    (items) => [items.join(delimiter)]
})
