/** RemoveUserIdentityFromCollectionByIssuer: the user identities of other issuers. */
import { claim, claimOrNone, defineTransformation, output } from '../../contract/index.ts'
import { withoutIssuer } from './identityCollections.ts'

/** Source: claims-transformations 8 (undocumented; the account-linkage sample); issuers are compared exactly. */
export const RemoveUserIdentityFromCollectionByIssuer = defineTransformation({
  method: 'RemoveUserIdentityFromCollectionByIssuer',
  family: 'social',
  summary: 'Removes the user identities of an issuer from a collection.',
  remarks: ['The service does not document this method.'],
  inputs: [claim('issuer', 'string'), claimOrNone('collection', 'userIdentityCollection')],
  parameters: {},
  outputs: [output('collection', 'userIdentityCollection')],
  errors: {},
  source: 'https://github.com/azure-ad-b2c/samples/tree/master/policies/account-linkage',
  example: {
    inputs: {
      issuer: 'Facebook.com',
      collection: '[{"issuer":"Facebook.com","issuerUserId":"MQ=="},{"issuer":"Live.com","issuerUserId":"Mg=="}]'
    },
    parameters: {},
    outputs: { collection: '[{"issuer":"Live.com","issuerUserId":"Mg=="}]' }
  },
  transform: () => (issuer, collection) => [withoutIssuer(collection, issuer)]
})
