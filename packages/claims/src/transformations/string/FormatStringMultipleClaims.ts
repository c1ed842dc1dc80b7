/** FormatStringMultipleClaims: a format string with two claims in it. */
import { claimOrNone, defineTransformation, format, output } from '../../contract/index.ts'

/** Source: claims-transformations 9. */
export const FormatStringMultipleClaims = defineTransformation({
  method: 'FormatStringMultipleClaims',
  family: 'string',
  summary: 'A format string with two claims in its placeholders.',
  remarks: [
    'The format is a .NET composite format string; braces in the values are not expanded.',
    'It may hold {TechnicalProfileId}, {RelyingPartyTenantId} and {TrustFrameworkTenantId}.',
    'A claim without a value is empty text.'
  ],
  inputs: [claimOrNone('inputClaim1', 'string'), claimOrNone('inputClaim2', 'string')],
  parameters: {
    stringFormat: format(2, 'The format string, with {0} and {1} for the claims; at most 4000 characters.')
  },
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#formatstringmultipleclaims',
  example: {
    inputs: { inputClaim1: 'Joe', inputClaim2: 'Fernando' },
    parameters: { stringFormat: '{0} {1}' },
    outputs: { outputClaim: 'Joe Fernando' }
  },
  transform:
    ({ parameters: { stringFormat } }) =>
    (first, second) => [stringFormat.apply([first, second])]
})
