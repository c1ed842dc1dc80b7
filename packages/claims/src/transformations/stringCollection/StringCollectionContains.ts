/** StringCollectionContains: whether a constant is in a collection. */
import { claimOrNone, defineTransformation, output, text, textFlag } from '../../contract/index.ts'
import { hasText } from './strings.ts'

/** Source: claims-transformations 10; a collection without a value contains nothing. */
export const StringCollectionContains = defineTransformation({
  method: 'StringCollectionContains',
  family: 'stringCollection',
  summary: 'Whether a constant text is an item of a collection.',
  remarks: ['A collection without a value contains nothing.'],
  inputs: [claimOrNone('inputClaim', 'stringCollection')],
  parameters: { item: text('The text to look for.'), ignoreCase: textFlag('Whether case does not matter.') },
  outputs: [output('outputClaim', 'boolean')],
  errors: {},
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/stringcollection-transformations#stringcollectioncontains',
  example: {
    inputs: { inputClaim: 'admin' },
    parameters: { item: 'Admin', ignoreCase: 'true' },
    outputs: { outputClaim: 'true' }
  },
  transform:
    ({ parameters: { ignoreCase, item } }) =>
    (collection) => [collection !== undefined && hasText(collection, item, ignoreCase)]
})
