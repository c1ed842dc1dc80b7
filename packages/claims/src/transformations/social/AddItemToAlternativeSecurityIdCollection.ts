/** AddItemToAlternativeSecurityIdCollection: one identity more. */
import { readIdentity } from '../../convert/identities.ts'
import { MalformedJson, parseJson } from '../../convert/json.ts'
import { claimOrNone, defineTransformation, fail, output } from '../../contract/index.ts'
import { withIdentity } from './identityCollections.ts'

/** Source: claims-transformations 8; an identity that is already there is not added again. */
export const AddItemToAlternativeSecurityIdCollection = defineTransformation({
  method: 'AddItemToAlternativeSecurityIdCollection',
  family: 'social',
  summary: 'Appends an alternative security id to a collection.',
  remarks: [
    'The item is JSON text, as CreateAlternativeSecurityId makes it. Without one, the collection stays as it is.'
  ],
  inputs: [claimOrNone('item', 'string'), claimOrNone('collection', 'alternativeSecurityIdCollection')],
  parameters: {},
  outputs: [output('collection', 'alternativeSecurityIdCollection')],
  errors: {},
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/social-transformations#additemtoalternativesecurityidcollection',
  example: {
    inputs: {
      item: '{"issuer":"facebook.com","issuerUserId":"MTIzNDU="}',
      collection: '[{"issuer":"live.com","issuerUserId":"YWJjZGU="}]'
    },
    parameters: {},
    outputs: {
      collection:
        '[{"issuer":"live.com","issuerUserId":"YWJjZGU="},{"issuer":"facebook.com","issuerUserId":"MTIzNDU="}]'
    }
  },
  transform: () => (item, collection) => {
    if (item === undefined) return [collection]
    const json = parseJson(item)
    const identity = json instanceof MalformedJson ? undefined : readIdentity(json)
    return identity === undefined
      ? fail('the item is not the JSON text of an identity, {"issuer":"…","issuerUserId":"…"}')
      : [withIdentity(collection, identity)]
  }
})
