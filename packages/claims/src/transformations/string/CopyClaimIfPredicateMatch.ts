/** CopyClaimIfPredicateMatch: copies a text when it satisfies the predicates of the output claim. */
import { claimOrNone, defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations 9; an output claim without predicates accepts every text. */
export const CopyClaimIfPredicateMatch = defineTransformation({
  method: 'CopyClaimIfPredicateMatch',
  family: 'string',
  summary: 'Copies a text when it satisfies the PredicateValidation of the output claim.',
  remarks: ['When it does not, or has no value, the output claim stays as it is.'],
  inputs: [claimOrNone('inputClaim', 'string')],
  parameters: {},
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#copyclaimifpredicatematch',
  example: {
    inputs: { inputClaim: '+11234567890' },
    parameters: {},
    outputs: { outputClaim: '+11234567890' }
  },
  transform: ({ environment, outputClaim }) => {
    const target = outputClaim('outputClaim')
    const satisfies = target === undefined ? undefined : environment.satisfiesPredicates?.(target.id)
    return (value, ambient) => [
      value !== undefined && (satisfies === undefined || satisfies(value, ambient.nowMillis)) ? value : undefined
    ]
  }
})
