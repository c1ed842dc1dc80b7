/** GetSingleValueFromJsonArray: the first element of a JSON array, as text. */
import { claim, defineTransformation, fail, Failed, output } from '../../contract/index.ts'
import { jsonAsText, readArray } from './document.ts'

/** Source: claims-transformations 6; an empty array fails. */
export const GetSingleValueFromJsonArray = defineTransformation({
  method: 'GetSingleValueFromJsonArray',
  family: 'json',
  summary: 'The first element of a JSON array, as text.',
  inputs: [claim('inputJsonClaim', 'string')],
  parameters: {},
  outputs: [output('extractedClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/json-transformations#getsinglevaluefromjsonarray',
  example: {
    inputs: { inputJsonClaim: '["someone@example.com", "Someone", 6353399]' },
    parameters: {},
    outputs: { extractedClaim: 'someone@example.com' }
  },
  transform: () => (inputJsonClaim) => {
    const items = readArray(inputJsonClaim)
    if (items instanceof Failed) return items
    const [first] = items
    return first === undefined ? fail('the JSON array is empty') : [jsonAsText(first)]
  }
})
