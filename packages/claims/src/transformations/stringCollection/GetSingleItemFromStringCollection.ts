/** GetSingleItemFromStringCollection: the first item of a collection. */
import { claim, defineTransformation, fail, output } from '../../contract/index.ts'

/** Source: claims-transformations 10; an empty collection fails. */
export const GetSingleItemFromStringCollection = defineTransformation({
  method: 'GetSingleItemFromStringCollection',
  family: 'stringCollection',
  summary: 'The first item of a collection.',
  remarks: ['An empty collection fails.'],
  inputs: [claim('collection', 'stringCollection')],
  parameters: {},
  outputs: [output('extractedItem', 'string')],
  errors: {},
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/stringcollection-transformations#getsingleitemfromstringcollection',
  example: {
    inputs: { collection: 'someone@outlook.com' },
    parameters: {},
    outputs: { extractedItem: 'someone@outlook.com' }
  },
  transform: () => (collection) => {
    const [first] = collection
    return first === undefined ? fail('the collection is empty') : [first]
  }
})
