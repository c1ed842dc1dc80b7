/** String collection transformations: claims-transformations section 10. */
import { describe, expect, it } from 'vitest'
import { type Case, namedCase, run } from '../support/run.ts'

const failed = { error: 'TransformationFailed' }

const tables: Readonly<Record<string, ReadonlyArray<Case>>> = {
  AddItemToStringCollection: [
    ['appends', { item: 'c', collection: ['b', 'a'] }, {}, { collection: ['b', 'a', 'c'] }],
    ['begins a collection', { item: 'a', collection: null }, {}, { collection: ['a'] }],
    ['not a second time', { item: 'a', collection: ['a', 'b'] }, {}, { collection: ['a', 'b'] }],
    ['another case is another text', { item: 'A', collection: ['a'] }, {}, { collection: ['a', 'A'] }],
    ['empty text is a text', { item: '', collection: ['a'] }, {}, { collection: ['a', ''] }],
    ['no item leaves the collection', { item: null, collection: ['a'] }, {}, { collection: ['a'] }],
    ['no item and no collection', { item: null, collection: null }, {}, { collection: null }]
  ],
  AddParameterToStringCollection: [
    ['appends', { collection: ['a'] }, { item: 'b' }, { collection: ['a', 'b'] }],
    ['begins a collection', { collection: null }, { item: 'b' }, { collection: ['b'] }],
    ['not a second time', { collection: ['b'] }, { item: 'b' }, { collection: ['b'] }]
  ],
  GetSingleItemFromStringCollection: [
    ['the first', { collection: ['b', 'a'] }, {}, { extractedItem: 'b' }],
    ['an empty collection fails', { collection: [] }, {}, failed],
    ['a missing collection fails', { collection: null }, {}, failed]
  ],
  StringCollectionContains: [
    ['whole items only', { inputClaim: ['reader'] }, { item: 'read' }, { outputClaim: false }],
    ['case matters by default', { inputClaim: ['reader'] }, { item: 'Reader' }, { outputClaim: false }],
    ['unless ignored', { inputClaim: ['reader'] }, { item: 'Reader', ignoreCase: 'True' }, { outputClaim: true }],
    ['an empty collection contains nothing', { inputClaim: [] }, { item: '' }, { outputClaim: false }],
    ['a missing collection contains nothing', { inputClaim: null }, { item: 'a' }, { outputClaim: false }]
  ],
  StringCollectionContainsClaim: [
    ['an item', { collection: ['a', 'b'], item: 'b' }, { ignoreCase: 'false' }, { outputClaim: true }],
    ['ignoring case', { collection: ['a', 'b'], item: 'B' }, { ignoreCase: 'true' }, { outputClaim: true }],
    ['case matters by default', { collection: ['a', 'b'], item: 'B' }, {}, { outputClaim: false }],
    ['no item', { collection: ['a'], item: null }, {}, { outputClaim: false }],
    ['no collection', { collection: null, item: 'a' }, {}, { outputClaim: false }]
  ]
}

describe.each(Object.entries(tables))('%s', (method, cases) => {
  it.each(cases.map(namedCase))('$shows', ({ expected, inputs, options, parameters }) => {
    expect(run(method, inputs, parameters, options)).toStrictEqual(expected)
  })
})
