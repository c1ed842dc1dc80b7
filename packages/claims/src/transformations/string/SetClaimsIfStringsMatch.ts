/** SetClaimsIfStringsMatch: a constant text when a text is the same as another constant. */
import { claim, defineTransformation, optionalOutput, optionalText, text } from '../../contract/index.ts'
import { equalOrdinal } from '../../text/ordinal.ts'
import { stringComparison } from './comparison.ts'

/** Source: claims-transformations 9. */
export const SetClaimsIfStringsMatch = defineTransformation({
  method: 'SetClaimsIfStringsMatch',
  family: 'string',
  summary: 'Sets a claim to a constant text when a text is the same as another constant.',
  remarks: ['When it differs, the output claim loses its value.'],
  inputs: [claim('claimToMatch', 'string')],
  parameters: {
    matchTo: text('The constant to compare with.'),
    stringComparison,
    outputClaimIfMatched: optionalText('The text of the output claim when the texts are the same.')
  },
  outputs: [optionalOutput('outputClaim', 'string'), optionalOutput('stringCompareResultClaim', 'boolean')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#setclaimsifstringsmatch',
  example: {
    inputs: { claimToMatch: 'Minor' },
    parameters: { matchTo: 'Minor', stringComparison: 'ordinalIgnoreCase', outputClaimIfMatched: 'B2C_V1_90001' },
    outputs: { outputClaim: 'B2C_V1_90001', stringCompareResultClaim: 'true' }
  },
  transform: ({ parameters }) => {
    const ignoreCase = parameters.stringComparison === 'OrdinalIgnoreCase'
    return (value) =>
      equalOrdinal(value, parameters.matchTo, ignoreCase) ? [parameters.outputClaimIfMatched, true] : [null, false]
  }
})
