/** CreateJsonArray: a JSON array of one text. */
import { claim, defineTransformation, output } from '../../contract/index.ts'
import { stringifyJson } from '../../convert/json.ts'

/** Source: claims-transformations 6. */
export const CreateJsonArray = defineTransformation({
  method: 'CreateJsonArray',
  family: 'json',
  summary: 'A JSON array with a text as its only element.',
  inputs: [claim('inputClaim', 'string')],
  parameters: {},
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/json-transformations#createjsonarray',
  example: {
    inputs: { inputClaim: 'someone@example.com' },
    parameters: {},
    outputs: { outputClaim: '["someone@example.com"]' }
  },
  transform: () => (value) => [stringifyJson([value])]
})
