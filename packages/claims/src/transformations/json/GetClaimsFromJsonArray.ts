/** GetClaimsFromJsonArray: claims out of a JSON array of keys and values. */
import { dataTypes } from '../../DataType.ts'
import { anyOutputs, claim, defineTransformation, Failed, flagOr, textOr } from '../../contract/index.ts'
import { readArray } from './document.ts'
import { readKeyedValues } from './keyedValues.ts'

/** Source: claims-transformations 6. */
export const GetClaimsFromJsonArray = defineTransformation({
  method: 'GetClaimsFromJsonArray',
  family: 'json',
  summary: 'Claims out of a JSON array of objects that each hold a key and a value.',
  remarks: ['Keys without an output claim are ignored. A value is converted to the data type of its claim.'],
  inputs: [claim('jsonSource', 'string')],
  parameters: {
    errorOnMissingClaims: flagOr(false, 'Whether a key that is not found fails.'),
    includeEmptyClaims: flagOr(false, 'Whether empty values are written: null, empty text, an empty array.'),
    jsonSourceKeyName: textOr('key', 'The name of the member that holds the key.'),
    jsonSourceValueName: textOr('value', 'The name of the member that holds the value.')
  },
  outputs: [anyOutputs('{key}', ...dataTypes)],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/json-transformations#getclaimsfromjsonarray',
  example: {
    inputs: { jsonSource: '[{"key":"email","value":"someone@example.com"},{"key":"membershipID","value":6353399}]' },
    parameters: {
      errorOnMissingClaims: 'false',
      includeEmptyClaims: 'false',
      jsonSourceKeyName: 'key',
      jsonSourceValueName: 'value'
    },
    outputs: { email: 'someone@example.com', membershipID: '6353399' }
  },
  transform:
    ({ otherOutputs, parameters }) =>
    (jsonSource) => {
      const items = readArray(jsonSource)
      if (items instanceof Failed) return items
      const values = readKeyedValues(items, otherOutputs, parameters)
      return values instanceof Failed ? values : [values]
    }
})
