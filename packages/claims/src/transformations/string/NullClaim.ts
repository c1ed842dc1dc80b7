/** NullClaim: takes the value of a claim away. */
import { dataTypes } from '../../DataType.ts'
import { defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations 9; documented for text, done for every data type. */
export const NullClaim = defineTransformation({
  method: 'NullClaim',
  family: 'string',
  summary: 'Takes the value of a claim away.',
  inputs: [],
  parameters: {},
  outputs: [output('claim_to_null', ...dataTypes)],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#nullclaim',
  example: { inputs: {}, parameters: {}, outputs: {} },
  transform: () => () => [null]
})
