/** CompareBooleanClaimToValue: whether a boolean claim has a given value. */
import { claim, defineTransformation, flag, output } from '../../contract/index.ts'

/** Source: claims-transformations 2. */
export const CompareBooleanClaimToValue = defineTransformation({
  method: 'CompareBooleanClaimToValue',
  family: 'boolean',
  summary: 'Whether a boolean claim has a given value.',
  inputs: [claim('inputClaim', 'boolean')],
  parameters: { valueToCompareTo: flag('The value to compare with.') },
  outputs: [output('compareResult', 'boolean')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/boolean-transformations#comparebooleanclaimtovalue',
  example: {
    inputs: { inputClaim: 'false' },
    parameters: { valueToCompareTo: 'true' },
    outputs: { compareResult: 'false' }
  },
  transform:
    ({ parameters: { valueToCompareTo } }) =>
    (value) => [value === valueToCompareTo]
})
