/** AddParameterToStringCollection: one constant more. */
import { claimOrNone, defineTransformation, output, text } from '../../contract/index.ts'
import { withText } from './strings.ts'

/** Source: claims-transformations 10. */
export const AddParameterToStringCollection = defineTransformation({
  method: 'AddParameterToStringCollection',
  family: 'stringCollection',
  summary: 'Appends a constant text to a collection, unless it is already there.',
  inputs: [claimOrNone('collection', 'stringCollection')],
  parameters: { item: text('The text.') },
  outputs: [output('collection', 'stringCollection')],
  errors: {},
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/stringcollection-transformations#addparametertostringcollection',
  example: {
    inputs: { collection: 'someone@outlook.com' },
    parameters: { item: 'admin@contoso.com' },
    outputs: { collection: 'someone@outlook.com,admin@contoso.com' }
  },
  transform:
    ({ parameters: { item } }) =>
    (collection) => [withText(collection, item)]
})
