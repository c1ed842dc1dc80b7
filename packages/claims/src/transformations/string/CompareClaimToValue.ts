/** CompareClaimToValue: whether a text is the same as a constant, or different. */
import { claimOrNone, defineTransformation, output, text, textFlag } from '../../contract/index.ts'
import { equalOrdinal } from '../../text/ordinal.ts'
import { equalityOperator } from './comparison.ts'

/** Source: claims-transformations 9; a claim without a value is different from any text. */
export const CompareClaimToValue = defineTransformation({
  method: 'CompareClaimToValue',
  family: 'string',
  summary: 'Whether a text is the same as a constant, or different.',
  remarks: ['A claim without a value is different.'],
  inputs: [claimOrNone('inputClaim1', 'string')],
  parameters: {
    compareTo: text('The constant.'),
    operator: equalityOperator,
    ignoreCase: textFlag('Whether case does not matter.')
  },
  outputs: [output('outputClaim', 'boolean')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#compareclaimtovalue',
  example: {
    inputs: { inputClaim1: 'v1' },
    parameters: { compareTo: 'V1', operator: 'EQUAL', ignoreCase: 'true' },
    outputs: { outputClaim: 'true' }
  },
  transform: ({ parameters: { compareTo, ignoreCase, operator } }) => {
    const wanted = operator === 'EQUAL'
    return (value) => [(value !== undefined && equalOrdinal(value, compareTo, ignoreCase)) === wanted]
  }
})
