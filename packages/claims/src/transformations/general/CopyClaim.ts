/** CopyClaim: the value of a claim. */
import { claimOrNone, defineTransformation, outputLike } from '../../contract/index.ts'

/** Source: claims-transformations 4. */
export const CopyClaim = defineTransformation({
  method: 'CopyClaim',
  family: 'general',
  summary: 'Copies the value of a claim to another claim of the same data type.',
  remarks: ['A claim without a value leaves the output claim as it is.'],
  inputs: [claimOrNone('inputClaim', 'string', 'int')],
  parameters: {},
  outputs: [outputLike('outputClaim', 'inputClaim', 'string', 'int')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/general-transformations#copyclaim',
  example: {
    inputs: { inputClaim: 'bob@contoso.com' },
    parameters: {},
    outputs: { outputClaim: 'bob@contoso.com' }
  },
  transform: () => (value) => [value]
})
