/** AssertBooleanClaimIsEqualToValue: fails unless a boolean claim has a given value. */
import { claimOrNone, defineTransformation, flag, raise } from '../../contract/index.ts'

/** Source: claims-transformations 2; a claim without a value is not equal to either. */
export const AssertBooleanClaimIsEqualToValue = defineTransformation({
  method: 'AssertBooleanClaimIsEqualToValue',
  family: 'boolean',
  summary: 'Fails unless a boolean claim has a given value.',
  remarks: ['A claim without a value fails.'],
  inputs: [claimOrNone('inputClaim', 'boolean')],
  parameters: { valueToCompareTo: flag('The value that the claim must have.') },
  outputs: [],
  errors: {
    UserMessageIfClaimsTransformationBooleanValueIsNotEqual: {
      defaultText: 'Boolean claim value comparison failed for claim type "inputClaim".',
      when: 'The claim has another value, or none.'
    }
  },
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/boolean-transformations#assertbooleanclaimisequaltovalue',
  example: { inputs: { inputClaim: 'true' }, parameters: { valueToCompareTo: 'true' }, outputs: {} },
  transform:
    ({ parameters: { valueToCompareTo } }) =>
    (value) =>
      value === valueToCompareTo
        ? []
        : raise(
            'UserMessageIfClaimsTransformationBooleanValueIsNotEqual',
            value === undefined ? 'the claim has no value' : `the claim is not ${valueToCompareTo}`
          )
})
