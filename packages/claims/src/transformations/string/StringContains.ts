/** StringContains: whether a text contains another. */
import { claim, defineTransformation, output, text, textFlag } from '../../contract/index.ts'
import { containsOrdinal } from '../../text/ordinal.ts'

/** Source: claims-transformations 9. */
export const StringContains = defineTransformation({
  method: 'StringContains',
  family: 'string',
  summary: 'Whether a text contains another one.',
  inputs: [claim('inputClaim', 'string')],
  parameters: {
    contains: text('The text to look for; not a pattern.'),
    ignoreCase: textFlag('Whether case does not matter.')
  },
  outputs: [output('outputClaim', 'boolean')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#stringcontains',
  example: {
    inputs: { inputClaim: 'Admin, Approver, Editor' },
    parameters: { contains: 'admin', ignoreCase: 'true' },
    outputs: { outputClaim: 'true' }
  },
  transform:
    ({ parameters: { contains, ignoreCase } }) =>
    (value) => [containsOrdinal(value, contains, ignoreCase)]
})
