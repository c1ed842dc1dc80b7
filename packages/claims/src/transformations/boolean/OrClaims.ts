/** OrClaims: whether one of two boolean claims is true. */
import { claim, defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations 2. */
export const OrClaims = defineTransformation({
  method: 'OrClaims',
  family: 'boolean',
  summary: 'Whether one of two boolean claims is true.',
  inputs: [claim('inputClaim1', 'boolean'), claim('inputClaim2', 'boolean')],
  parameters: {},
  outputs: [output('outputClaim', 'boolean')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/boolean-transformations#orclaims',
  example: {
    inputs: { inputClaim1: 'true', inputClaim2: 'false' },
    parameters: {},
    outputs: { outputClaim: 'true' }
  },
  transform: () => (left, right) => [left || right]
})
