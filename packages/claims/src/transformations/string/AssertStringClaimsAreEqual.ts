/** AssertStringClaimsAreEqual: fails unless two texts are the same. */
import { claimOrNone, defineTransformation, raise } from '../../contract/index.ts'
import { equalOrdinal } from '../../text/ordinal.ts'
import { stringComparison } from './comparison.ts'

/** Source: claims-transformations 9; a claim without a value is equal to nothing. */
export const AssertStringClaimsAreEqual = defineTransformation({
  method: 'AssertStringClaimsAreEqual',
  family: 'string',
  summary: 'Fails unless two texts are the same.',
  remarks: ['A claim without a value fails.'],
  inputs: [claimOrNone('inputClaim1', 'string'), claimOrNone('inputClaim2', 'string')],
  parameters: { stringComparison },
  outputs: [],
  errors: {
    UserMessageIfClaimsTransformationStringsAreNotEqual: {
      defaultText: 'Claim value comparison failed using StringComparison "{0}".',
      when: 'The texts differ, or one has no value. The argument is the comparison.'
    }
  },
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#assertstringclaimsareequal',
  example: {
    inputs: { inputClaim1: 'someone@contoso.com', inputClaim2: 'Someone@contoso.com' },
    parameters: { stringComparison: 'ordinalIgnoreCase' },
    outputs: {}
  },
  transform: ({ parameters }) => {
    const ignoreCase = parameters.stringComparison === 'OrdinalIgnoreCase'
    return (left, right) =>
      left !== undefined && right !== undefined && equalOrdinal(left, right, ignoreCase)
        ? []
        : raise(
            'UserMessageIfClaimsTransformationStringsAreNotEqual',
            left === undefined || right === undefined ? 'a claim has no value' : 'the texts differ',
            parameters.stringComparison
          )
  }
})
