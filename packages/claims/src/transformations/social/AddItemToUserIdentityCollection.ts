/** AddItemToUserIdentityCollection: one identity more. */
import { claimOrNone, defineTransformation, output } from '../../contract/index.ts'
import { withIdentity } from './identityCollections.ts'

/** Source: claims-transformations 8 (undocumented; the account-linkage sample). */
export const AddItemToUserIdentityCollection = defineTransformation({
  method: 'AddItemToUserIdentityCollection',
  family: 'social',
  summary: 'Appends a userIdentity to a collection.',
  remarks: ['Without an item the collection stays as it is. The service does not document this method.'],
  inputs: [claimOrNone('item', 'userIdentity'), claimOrNone('collection', 'userIdentityCollection')],
  parameters: {},
  outputs: [output('collection', 'userIdentityCollection')],
  errors: {},
  source: 'https://github.com/azure-ad-b2c/samples/tree/master/policies/account-linkage',
  example: {
    inputs: {
      item: '{"issuer":"Live.com","issuerUserId":"MDk4NzY1NDMyMQ=="}',
      collection: '[{"issuer":"Facebook.com","issuerUserId":"MQ=="}]'
    },
    parameters: {},
    outputs: {
      collection:
        '[{"issuer":"Facebook.com","issuerUserId":"MQ=="},{"issuer":"Live.com","issuerUserId":"MDk4NzY1NDMyMQ=="}]'
    }
  },
  transform: () => (item, collection) => [withIdentity(collection, item)]
})
