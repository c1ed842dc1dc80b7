/** GetIdentityProvidersFromAlternativeSecurityIdCollectionTransformation: the issuers of alternative security ids. */
import { claimOrNone, defineTransformation, output } from '../../contract/index.ts'
import { issuersOf } from './identityCollections.ts'

/** Source: claims-transformations 8; in the order of the collection, duplicates kept. */
export const GetIdentityProvidersFromAlternativeSecurityIdCollectionTransformation = defineTransformation({
  method: 'GetIdentityProvidersFromAlternativeSecurityIdCollectionTransformation',
  family: 'social',
  summary: 'The identity providers of a collection of alternative security ids.',
  remarks: ['A collection without a value gives an empty one.'],
  inputs: [claimOrNone('alternativeSecurityIdCollection', 'alternativeSecurityIdCollection')],
  parameters: {},
  outputs: [output('identityProvidersCollection', 'stringCollection')],
  errors: {},
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/social-transformations#getidentityprovidersfromalternativesecurityidcollectiontransformation',
  example: {
    inputs: { alternativeSecurityIdCollection: '[{"issuer":"google.com","issuerUserId":"MTA4"}]' },
    parameters: {},
    outputs: { identityProvidersCollection: 'google.com' }
  },
  transform: () => (collection) => [issuersOf(collection)]
})
