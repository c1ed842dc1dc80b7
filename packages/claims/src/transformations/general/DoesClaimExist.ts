/** DoesClaimExist: whether a claim has a value. */
import { dataTypes } from '../../DataType.ts'
import { claimOrNone, defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations 4; empty text and an empty list are values. */
export const DoesClaimExist = defineTransformation({
  method: 'DoesClaimExist',
  family: 'general',
  summary: 'Whether a claim has a value.',
  remarks: ['false, 0, empty text and an empty collection are values.'],
  inputs: [claimOrNone('inputClaim', ...dataTypes)],
  parameters: {},
  outputs: [output('outputClaim', 'boolean')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/general-transformations#doesclaimexist',
  example: {
    inputs: { inputClaim: 'someone@contoso.com' },
    parameters: {},
    outputs: { outputClaim: 'true' }
  },
  transform: () => (value) => [value !== undefined]
})
