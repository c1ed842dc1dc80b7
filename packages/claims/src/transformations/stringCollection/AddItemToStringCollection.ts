/** AddItemToStringCollection: one text more. */
import { claimOrNone, defineTransformation, output } from '../../contract/index.ts'
import { withText } from './strings.ts'

/** Source: claims-transformations 10; whether a text is already there is decided exactly. */
export const AddItemToStringCollection = defineTransformation({
  method: 'AddItemToStringCollection',
  family: 'stringCollection',
  summary: 'Appends a text to a collection, unless it is already there.',
  remarks: ['Without an item the collection stays as it is.'],
  inputs: [claimOrNone('item', 'string'), claimOrNone('collection', 'stringCollection')],
  parameters: {},
  outputs: [output('collection', 'stringCollection')],
  errors: {},
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/stringcollection-transformations#additemtostringcollection',
  example: {
    inputs: { item: 'admin@contoso.com', collection: 'someone@outlook.com' },
    parameters: {},
    outputs: { collection: 'someone@outlook.com,admin@contoso.com' }
  },
  transform: () => (item, collection) => [withText(collection, item)]
})
