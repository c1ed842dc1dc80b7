/** The contract of SAML 2 identity providers. */
import { claimResolving, enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, item, oneOf, optionalKey, reads, text, gives } from './rows.ts'

/** `SAML2`: signs in with an identity provider; the tenant is its service provider. */
export const saml2 = {
  name: 'SAML2',
  protocols: ['SAML2'],
  kind: 'redirect',
  runs: false,
  summary: 'Signs in with a SAML identity provider; attributes of its assertion come back as output claims.',
  source: 'saml-identity-provider-technical-profile',
  claims: {
    inputClaims: 'optional',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [
    optionalKey('SamlMessageSigning', 'The certificate that signs requests; needed when they are signed.'),
    optionalKey('SamlAssertionDecryption', 'The certificate that encrypted assertions are for.'),
    optionalKey('MetadataSigning', "The certificate that signs the service provider's metadata.")
  ],
  metadata: [
    item('PartnerEntity', text, 'documented', "The provider's metadata: a URL, or the XML in a CDATA section.", {
      required: true
    }),
    item('WantsSignedRequests', boolean, 'documented', 'Whether requests are signed.', { default: 'true' }),
    item(
      'XmlSignatureAlgorithm',
      oneOf('Sha1', 'Sha256', 'Sha384', 'Sha512'),
      'documented',
      'How requests are signed.',
      {
        default: 'Sha1'
      }
    ),
    item('WantsSignedAssertions', boolean, 'documented', 'Whether assertions must be signed.', { default: 'true' }),
    item('ResponsesSigned', boolean, 'documented', 'Whether responses must be signed.', { default: 'true' }),
    item('WantsEncryptedAssertions', boolean, 'documented', 'Whether assertions must be encrypted.', {
      default: 'false'
    }),
    item('IdpInitiatedProfileEnabled', boolean, 'documented', 'Whether the provider may begin a sign-in.', {
      default: 'false'
    }),
    item('NameIdPolicyFormat', text, 'documented', 'The format of the name that is asked for.'),
    item('NameIdPolicyAllowCreate', boolean, 'documented', 'Whether the provider may create an identifier.'),
    item('AuthenticationRequestExtensions', text, 'documented', 'XML that is put into the Extensions of the request.'),
    item('IncludeAuthnContextClassReferences', text, 'documented', 'The authentication contexts that are asked for.'),
    item('IncludeKeyInfo', boolean, 'documented', 'Whether requests sent by POST hold the certificate.', {
      default: 'true'
    }),
    item('ForceAuthN', boolean, 'documented', 'Whether the user must sign in anew.', { default: 'false' }),
    item('ProviderName', text, 'documented', 'The ProviderName of the request.'),
    item('SingleLogoutEnabled', boolean, 'documented', 'Whether signing out signs out at the provider too.', {
      default: 'true'
    }),
    item('UseDetachedKeys', boolean, 'assumed', 'Whether encrypted keys stand beside the data that they encrypt.'),
    claimResolving,
    ...enabling
  ],
  partnerClaims: [
    reads('subject', 'The subject of the request.'),
    gives('assertionSubjectName', 'The NameID of the assertion.')
  ]
} as const satisfies HandlerContract
