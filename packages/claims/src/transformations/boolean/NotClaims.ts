/** NotClaims: the opposite of a boolean claim. */
import { claim, defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations 2. */
export const NotClaims = defineTransformation({
  method: 'NotClaims',
  family: 'boolean',
  summary: 'The opposite of a boolean claim.',
  inputs: [claim('inputClaim', 'boolean')],
  parameters: {},
  outputs: [output('outputClaim', 'boolean')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/boolean-transformations#notclaims',
  example: { inputs: { inputClaim: 'false' }, parameters: {}, outputs: { outputClaim: 'true' } },
  transform: () => (value) => [!value]
})
