/** GetIssuersFromUserIdentityCollectionTransformation: the issuers of user identities. */
import { claimOrNone, defineTransformation, output } from '../../contract/index.ts'
import { issuersOf } from './identityCollections.ts'

/** Source: claims-transformations 8 (undocumented; the account-linkage sample); in the order of the collection. */
export const GetIssuersFromUserIdentityCollectionTransformation = defineTransformation({
  method: 'GetIssuersFromUserIdentityCollectionTransformation',
  family: 'social',
  summary: 'The issuers of a collection of user identities.',
  remarks: ['A collection without a value gives an empty one. The service does not document this method.'],
  inputs: [claimOrNone('userIdentityCollection', 'userIdentityCollection')],
  parameters: {},
  outputs: [output('issuersCollection', 'stringCollection')],
  errors: {},
  source: 'https://github.com/azure-ad-b2c/samples/tree/master/policies/account-linkage',
  example: {
    inputs: { userIdentityCollection: '[{"issuer":"Facebook.com","issuerUserId":"MQ=="}]' },
    parameters: {},
    outputs: { issuersCollection: 'Facebook.com' }
  },
  transform: () => (collection) => [issuersOf(collection)]
})
