/** claims-transformation/social: `issuerUserId` is the base64 form of the user's id. */
import type { PolicyCases } from '../PolicyCase.ts'
import { jsonOf } from '../Statement.ts'

const folder = 'claims-transformation/social'

const first = { issuer: 'contoso.com', issuerUserId: 'MTIzNDU=' }
const second = { issuer: 'live.com', issuerUserId: 'YWJjZGU=' }
const ids = { alternativeSecurityId1: jsonOf(first), alternativeSecurityId2: jsonOf(second) }

export const social: ReadonlyArray<PolicyCases> = [
  {
    policy: `${folder}/CT_CreateAlternativeSecurityId.xml`,
    about: 'CreateAlternativeSecurityId',
    cases: [
      {
        // Whether the service writes the issuer in lower case is not known; here it stays as it was entered.
        name: 'the user as shown',
        gives: { result: jsonOf({ issuer: 'Facebook.com', issuerUserId: 'MTIzMzQ=' }) }
      },
      {
        name: 'another user',
        enter: { issuerUserId1: 'Zoë', identityProvider1: 'fabrikam.com' },
        gives: { result: jsonOf({ issuer: 'fabrikam.com', issuerUserId: 'Wm/Dqw==' }) }
      },
      { name: 'no user', enter: { issuerUserId1: '' }, refused: 'UserMessageIfMissingRequiredElement' }
    ]
  },
  {
    policy: `${folder}/CT_AddItemToAlternativeSecurityIdCollection.xml`,
    about: 'AddItemToAlternativeSecurityIdCollection',
    cases: [
      { name: 'both, in their order', gives: { ...ids, result: [first, second] }, token: { result: [first, second] } }
    ]
  },
  {
    // The transformation names the collection in another case than its claim type does.
    policy: `${folder}/CT_GetIdentityProvidersFromAlternativeSecurityIdCollectionTransformation.xml`,
    about: 'GetIdentityProvidersFromAlternativeSecurityIdCollectionTransformation',
    cases: [
      {
        name: 'the issuers of both',
        gives: { ...ids, AlternativeSecurityIds: [first, second], result: ['contoso.com', 'live.com'] },
        token: { result: ['contoso.com', 'live.com'] }
      }
    ]
  },
  {
    policy: `${folder}/CT_RemoveAlternativeSecurityIdByIdentityProvider.xml`,
    about: 'RemoveAlternativeSecurityIdByIdentityProvider',
    cases: [
      { name: 'the second is left', gives: { ...ids, result: [second] }, token: { result: [second] } },
      {
        name: 'none is left where both have one issuer',
        enter: { identityProvider2: 'contoso.com' },
        gives: {
          alternativeSecurityId1: jsonOf(first),
          alternativeSecurityId2: jsonOf({ ...second, issuer: 'contoso.com' }),
          result: []
        }
      }
    ]
  }
]
