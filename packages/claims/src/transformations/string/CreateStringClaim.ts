/** CreateStringClaim: a constant text. */
import { defineTransformation, output, textWithExpressions } from '../../contract/index.ts'

/** Source: claims-transformations 9. */
export const CreateStringClaim = defineTransformation({
  method: 'CreateStringClaim',
  family: 'string',
  summary: 'A constant text.',
  remarks: [
    'The text may hold {TechnicalProfileId}, {RelyingPartyTenantId}, {TrustFrameworkTenantId} and {AuthenticatorIssuer}.'
  ],
  inputs: [],
  parameters: { value: textWithExpressions('The text; it may be empty.') },
  outputs: [output('createdClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#createstringclaim',
  example: {
    inputs: {},
    parameters: { value: 'Contoso terms of service...' },
    outputs: { createdClaim: 'Contoso terms of service...' }
  },
  transform:
    ({ parameters: { value } }) =>
    () => [value]
})
