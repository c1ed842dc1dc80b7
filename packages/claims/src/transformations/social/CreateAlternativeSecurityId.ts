/** CreateAlternativeSecurityId: the JSON text of a user at an identity provider. */
import { stringifyJson } from '../../convert/json.ts'
import { claim, defineTransformation, output } from '../../contract/index.ts'
import { base64OfText } from '../../text/base64.ts'

/** Source: claims-transformations 8; the issuer keeps its case. */
export const CreateAlternativeSecurityId = defineTransformation({
  method: 'CreateAlternativeSecurityId',
  family: 'social',
  summary: 'The JSON text that stands for a user at an identity provider.',
  remarks: ['The id of the user is written in base64. The result is text, not a userIdentity.'],
  inputs: [claim('key', 'string'), claim('identityProvider', 'string')],
  parameters: {},
  outputs: [output('alternativeSecurityId', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/social-transformations#createalternativesecurityid',
  example: {
    inputs: { key: '12345', identityProvider: 'facebook.com' },
    parameters: {},
    outputs: { alternativeSecurityId: '{"issuer":"facebook.com","issuerUserId":"MTIzNDU="}' }
  },
  transform: () => (key, issuer) => [stringifyJson({ issuer, issuerUserId: base64OfText(key) })]
})
