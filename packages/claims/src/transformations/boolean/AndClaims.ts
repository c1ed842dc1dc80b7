/** AndClaims: whether two boolean claims are both true. */
import { claim, defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations 2. */
export const AndClaims = defineTransformation({
  method: 'AndClaims',
  family: 'boolean',
  summary: 'Whether two boolean claims are both true.',
  inputs: [claim('inputClaim1', 'boolean'), claim('inputClaim2', 'boolean')],
  parameters: {},
  outputs: [output('outputClaim', 'boolean')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/boolean-transformations#andclaims',
  example: {
    inputs: { inputClaim1: 'true', inputClaim2: 'false' },
    parameters: {},
    outputs: { outputClaim: 'false' }
  },
  transform: () => (left, right) => [left && right]
})
