/** Social transformations: claims-transformations section 8. */
import { describe, expect, it } from 'vitest'
import { type Case, namedCase, run } from '../support/run.ts'

const failed = { error: 'TransformationFailed' }
const facebook = { issuer: 'facebook.com', issuerUserId: 'MTIzNDU=' }
const live = { issuer: 'live.com', issuerUserId: 'YWJjZGU=' }
const facebookText = JSON.stringify(facebook)

const tables: Readonly<Record<string, ReadonlyArray<Case>>> = {
  CreateAlternativeSecurityId: [
    [
      'the key in base64 of its UTF-8',
      { key: 'ü', identityProvider: 'contoso.com' },
      {},
      { alternativeSecurityId: '{"issuer":"contoso.com","issuerUserId":"w7w="}' }
    ],
    [
      'the issuer keeps its case',
      { key: '12345', identityProvider: 'Facebook.com' },
      {},
      { alternativeSecurityId: '{"issuer":"Facebook.com","issuerUserId":"MTIzNDU="}' }
    ],
    ['a missing key fails', { key: null, identityProvider: 'a' }, {}, failed]
  ],
  AddItemToAlternativeSecurityIdCollection: [
    ['appends', { item: facebookText, collection: [live] }, {}, { collection: [live, facebook] }],
    ['begins a collection', { item: facebookText, collection: null }, {}, { collection: [facebook] }],
    ['not a second time', { item: facebookText, collection: [facebook, live] }, {}, { collection: [facebook, live] }],
    [
      'the older shape is read too',
      { item: '{"type":6,"identityProvider":"facebook.com","key":"MTIzNDU="}', collection: null },
      {},
      { collection: [facebook] }
    ],
    ['no item leaves the collection', { item: null, collection: [live] }, {}, { collection: [live] }],
    ['a text that is no identity fails', { item: '{"issuer":"a"}', collection: null }, {}, failed],
    ['a text that is no JSON fails', { item: 'facebook.com', collection: null }, {}, failed]
  ],
  GetIdentityProvidersFromAlternativeSecurityIdCollectionTransformation: [
    [
      'in order, duplicates kept',
      { alternativeSecurityIdCollection: [live, facebook, live] },
      {},
      { identityProvidersCollection: ['live.com', 'facebook.com', 'live.com'] }
    ],
    [
      'no collection gives an empty one',
      { alternativeSecurityIdCollection: null },
      {},
      { identityProvidersCollection: [] }
    ]
  ],
  RemoveAlternativeSecurityIdByIdentityProvider: [
    [
      'every one of the issuer',
      { identityProvider: 'live.com', collection: [live, facebook, live] },
      {},
      { collection: [facebook] }
    ],
    [
      'the last one leaves an empty collection',
      { identityProvider: 'live.com', collection: [live] },
      {},
      { collection: [] }
    ],
    ['case matters', { identityProvider: 'Live.com', collection: [live] }, {}, { collection: [live] }],
    [
      'no collection stays without a value',
      { identityProvider: 'live.com', collection: null },
      {},
      { collection: null }
    ],
    ['a missing issuer fails', { identityProvider: null, collection: [live] }, {}, failed]
  ],
  CreateUserIdentity: [
    ['the id in base64', { issuerUserId: '12345', issuer: 'facebook.com' }, {}, { userIdentity: facebook }],
    ['a missing id fails', { issuerUserId: null, issuer: 'facebook.com' }, {}, failed]
  ],
  AddItemToUserIdentityCollection: [
    ['appends', { item: facebook, collection: [live] }, {}, { collection: [live, facebook] }],
    ['begins a collection', { item: facebook, collection: null }, {}, { collection: [facebook] }],
    ['not a second time', { item: live, collection: [live] }, {}, { collection: [live] }],
    ['no item leaves the collection', { item: null, collection: null }, {}, { collection: null }]
  ],
  GetIssuersFromUserIdentityCollectionTransformation: [
    ['in order', { userIdentityCollection: [live, facebook] }, {}, { issuersCollection: ['live.com', 'facebook.com'] }],
    ['no collection gives an empty one', { userIdentityCollection: null }, {}, { issuersCollection: [] }]
  ],
  RemoveUserIdentityFromCollectionByIssuer: [
    ['every one of the issuer', { issuer: 'live.com', collection: [live, facebook] }, {}, { collection: [facebook] }],
    ['case matters', { issuer: 'LIVE.com', collection: [live] }, {}, { collection: [live] }]
  ]
}

describe.each(Object.entries(tables))('%s', (method, cases) => {
  it.each(cases.map(namedCase))('$shows', ({ expected, inputs, options, parameters }) => {
    expect(run(method, inputs, parameters, options)).toStrictEqual(expected)
  })
})
