/** AdjustNumber: one more or one less. */
import { choiceOr, claimOrNone, defineTransformation, fail, output } from '../../contract/index.ts'
import { isInt } from '../../convert/parseValue.ts'

/** Source: claims-transformations 5. */
export const AdjustNumber = defineTransformation({
  method: 'AdjustNumber',
  family: 'integer',
  summary: 'Adds one to a number, or subtracts one.',
  remarks: ['A claim without a value counts as 0.'],
  inputs: [claimOrNone('inputClaim', 'int')],
  parameters: { Operator: choiceOr(['INCREMENT', 'DECREMENT'], 'INCREMENT', 'Whether to add or to subtract.') },
  outputs: [output('outputClaim', 'int')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/integer-transformations#adjustnumber',
  example: { inputs: { inputClaim: '1' }, parameters: { Operator: 'INCREMENT' }, outputs: { outputClaim: '2' } },
  transform:
    ({ parameters: { Operator } }) =>
    (value = 0) => {
      const adjusted = value + (Operator === 'INCREMENT' ? 1 : -1)
      return isInt(adjusted) ? [adjusted] : fail('the result is beyond the range of an int')
    }
})
