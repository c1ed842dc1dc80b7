/** FormatStringClaim: a format string with a claim in it. */
import { claimOrNone, defineTransformation, format, output } from '../../contract/index.ts'

/** Source: claims-transformations 9. */
export const FormatStringClaim = defineTransformation({
  method: 'FormatStringClaim',
  family: 'string',
  summary: 'A format string with a claim in its placeholder.',
  remarks: [
    'The format is a .NET composite format string; braces in the value are not expanded.',
    'It may hold {TechnicalProfileId}, {RelyingPartyTenantId} and {TrustFrameworkTenantId}.',
    'A claim without a value is empty text.'
  ],
  inputs: [claimOrNone('inputClaim', 'string')],
  parameters: { stringFormat: format(1, 'The format string, with {0} for the claim; at most 4000 characters.') },
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#formatstringclaim',
  example: {
    inputs: { inputClaim: '5164db16-3eee-4629-bfda-dcc3326790e9' },
    parameters: { stringFormat: 'cpim_{0}@{RelyingPartyTenantId}' },
    outputs: { outputClaim: 'cpim_5164db16-3eee-4629-bfda-dcc3326790e9@contoso.onmicrosoft.com' }
  },
  transform:
    ({ parameters: { stringFormat } }) =>
    (value) => [stringFormat.apply([value])]
})
