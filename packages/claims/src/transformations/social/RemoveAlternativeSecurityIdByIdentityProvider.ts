/** RemoveAlternativeSecurityIdByIdentityProvider: the alternative security ids of other identity providers. */
import { claim, claimOrNone, defineTransformation, output } from '../../contract/index.ts'
import { withoutIssuer } from './identityCollections.ts'

/** Source: claims-transformations 8; issuers are compared exactly. */
export const RemoveAlternativeSecurityIdByIdentityProvider = defineTransformation({
  method: 'RemoveAlternativeSecurityIdByIdentityProvider',
  family: 'social',
  summary: 'Removes the alternative security ids of an identity provider from a collection.',
  inputs: [claim('identityProvider', 'string'), claimOrNone('collection', 'alternativeSecurityIdCollection')],
  parameters: {},
  outputs: [output('collection', 'alternativeSecurityIdCollection')],
  errors: {},
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/social-transformations#removealternativesecurityidbyidentityprovider',
  example: {
    inputs: {
      identityProvider: 'facebook.com',
      collection:
        '[{"issuer":"live.com","issuerUserId":"YWJjZGU="},{"issuer":"facebook.com","issuerUserId":"MTIzNDU="}]'
    },
    parameters: {},
    outputs: { collection: '[{"issuer":"live.com","issuerUserId":"YWJjZGU="}]' }
  },
  transform: () => (identityProvider, collection) => [withoutIssuer(collection, identityProvider)]
})
