/** GetClaimsFromJsonArrayV2: claims out of a string collection of JSON objects. */
import { dataTypes } from '../../DataType.ts'
import { anyOutputs, claim, defineTransformation, Failed, flagOr, textOr } from '../../contract/index.ts'
import type { Json } from '../../convert/json.ts'
import { readObject } from './document.ts'
import { readKeyedValues } from './keyedValues.ts'

/** Source: claims-transformations 6. */
export const GetClaimsFromJsonArrayV2 = defineTransformation({
  method: 'GetClaimsFromJsonArrayV2',
  family: 'json',
  summary: 'Claims out of a string collection whose elements are JSON objects of a key and a value.',
  remarks: ['Suits the answer of a REST API whose array of objects was put in a string collection.'],
  inputs: [claim('jsonSource', 'stringCollection')],
  parameters: {
    errorOnMissingClaims: flagOr(false, 'Whether a key that is not found fails.'),
    includeEmptyClaims: flagOr(false, 'Whether empty values are written: null, empty text, an empty array.'),
    jsonSourceKeyName: textOr('key', 'The name of the member that holds the key.'),
    jsonSourceValueName: textOr('value', 'The name of the member that holds the value.')
  },
  outputs: [anyOutputs('{key}', ...dataTypes)],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/json-transformations#getclaimsfromjsonarrayv2',
  example: {
    inputs: { jsonSource: '{"key":"email","value":"someone@example.com"}' },
    parameters: {
      errorOnMissingClaims: 'false',
      includeEmptyClaims: 'false',
      jsonSourceKeyName: 'key',
      jsonSourceValueName: 'value'
    },
    outputs: { email: 'someone@example.com' }
  },
  transform:
    ({ otherOutputs, parameters }) =>
    (jsonSource) => {
      const items: Array<Json> = []
      for (const text of jsonSource) {
        const item = readObject(text)
        if (item instanceof Failed) return item
        items.push(item)
      }
      const values = readKeyedValues(items, otherOutputs, parameters)
      return values instanceof Failed ? values : [values]
    }
})
