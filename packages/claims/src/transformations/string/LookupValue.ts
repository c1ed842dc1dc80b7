/** LookupValue: the parameter whose id is a text. */
import { claimOrNone, defineTransformation, flagOr, output, raise } from '../../contract/index.ts'
import { formatValue } from '../../convert/formatValue.ts'

/** Source: claims-transformations 9; keys are compared exactly, and a failed lookup writes nothing. */
export const LookupValue = defineTransformation({
  method: 'LookupValue',
  family: 'string',
  summary: 'The value of the parameter whose Id is the input.',
  remarks: [
    'Keys are compared exactly. Without a match the output claim stays as it is, unless errorOnFailedLookup is true.'
  ],
  inputs: [claimOrNone('inputParameterId', 'string')],
  parameters: { errorOnFailedLookup: flagOr(false, 'Whether a key that is not there fails.') },
  otherParameters: { dataTypes: ['string'], summary: 'The Id is a key, the Value its result.' },
  outputs: [output('outputClaim', 'string')],
  errors: { LookupNotFound: { when: 'No parameter has the input as its Id, and errorOnFailedLookup is true.' } },
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#lookupvalue',
  example: {
    inputs: { inputParameterId: 'test.com' },
    parameters: { 'contoso.com': 'Contoso Finance Inc.', 'test.com': 'Test Portal', errorOnFailedLookup: 'false' },
    outputs: { outputClaim: 'Test Portal' }
  },
  transform: ({ otherParameters, parameters: { errorOnFailedLookup } }) => {
    const table = new Map(otherParameters.map(({ name, value }) => [name, formatValue(value)]))
    return (key) => {
      const found = key === undefined ? undefined : table.get(key)
      return found === undefined && errorOnFailedLookup
        ? raise('LookupNotFound', 'no parameter has the value of the claim as its Id')
        : [found]
    }
  }
})
