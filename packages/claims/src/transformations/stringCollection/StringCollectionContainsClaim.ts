/** StringCollectionContainsClaim: whether a text is in a collection. */
import { claimOrNone, defineTransformation, output, textFlag } from '../../contract/index.ts'
import { hasText } from './strings.ts'

/** Source: claims-transformations 10; without a collection or an item, the answer is no. */
export const StringCollectionContainsClaim = defineTransformation({
  method: 'StringCollectionContainsClaim',
  family: 'stringCollection',
  summary: 'Whether a text is an item of a collection.',
  remarks: ['A collection without a value contains nothing, and an item without a value is in none.'],
  inputs: [claimOrNone('collection', 'stringCollection'), claimOrNone('item', 'string')],
  parameters: { ignoreCase: textFlag('Whether case does not matter.') },
  outputs: [output('outputClaim', 'boolean')],
  errors: {},
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/stringcollection-transformations#stringcollectioncontainsclaim',
  example: {
    inputs: { collection: 'admin', item: 'Admin' },
    parameters: { ignoreCase: 'true' },
    outputs: { outputClaim: 'true' }
  },
  transform:
    ({ parameters: { ignoreCase } }) =>
    (collection, item) => [collection !== undefined && item !== undefined && hasText(collection, item, ignoreCase)]
})
