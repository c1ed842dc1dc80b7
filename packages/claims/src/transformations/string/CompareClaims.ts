/** CompareClaims: whether two texts are the same, or different. */
import { claimOrNone, defineTransformation, output, textFlag } from '../../contract/index.ts'
import { equalOrdinal } from '../../text/ordinal.ts'
import { equalityOperator } from './comparison.ts'

/** Source: claims-transformations 9; no value equals no value only. */
export const CompareClaims = defineTransformation({
  method: 'CompareClaims',
  family: 'string',
  summary: 'Whether two texts are the same, or different.',
  remarks: ['A claim without a value equals only another one without a value.'],
  inputs: [claimOrNone('inputClaim1', 'string'), claimOrNone('inputClaim2', 'string')],
  parameters: { operator: equalityOperator, ignoreCase: textFlag('Whether case does not matter.') },
  outputs: [output('outputClaim', 'boolean')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#compareclaims',
  example: {
    inputs: { inputClaim1: 'someone@contoso.com', inputClaim2: 'someone@outlook.com' },
    parameters: { operator: 'NOT EQUAL', ignoreCase: 'true' },
    outputs: { outputClaim: 'true' }
  },
  transform: ({ parameters: { ignoreCase, operator } }) => {
    const wanted = operator === 'EQUAL'
    return (left, right) => [
      (left === undefined || right === undefined ? left === right : equalOrdinal(left, right, ignoreCase)) === wanted
    ]
  }
})
