/** CreateUserIdentity: a user at an identity provider. */
import { claim, defineTransformation, output } from '../../contract/index.ts'
import { base64OfText } from '../../text/base64.ts'

/** Source: claims-transformations 8 (undocumented; the account-linkage sample). */
export const CreateUserIdentity = defineTransformation({
  method: 'CreateUserIdentity',
  family: 'social',
  summary: 'The userIdentity of a user at an identity provider.',
  remarks: ['The id of the user is kept in base64. The service does not document this method.'],
  inputs: [claim('issuerUserId', 'string'), claim('issuer', 'string')],
  parameters: {},
  outputs: [output('userIdentity', 'userIdentity')],
  errors: {},
  source: 'https://github.com/azure-ad-b2c/samples/tree/master/policies/account-linkage',
  example: {
    inputs: { issuerUserId: '1234567890', issuer: 'Facebook.com' },
    parameters: {},
    outputs: { userIdentity: '{"issuer":"Facebook.com","issuerUserId":"MTIzNDU2Nzg5MA=="}' }
  },
  transform: () => (issuerUserId, issuer) => [
    { _tag: 'UserIdentity', issuer, issuerUserId: base64OfText(issuerUserId) }
  ]
})
