/** The contract of technical profiles that issue SAML assertions. */
import type { HandlerContract } from './HandlerContract.ts'
import { integer, item, oneOf, optionalKey, requiredKey, text } from './rows.ts'

/** `SAML2`, or `None` as it used to be, with `OutputTokenFormat` SAML2. */
export const samlIssuer = {
  name: 'SamlIssuer',
  protocols: ['SAML2', 'None'],
  issues: { format: 'SAML2', unlessMetadata: ['PartnerEntity'] },
  kind: 'issuer',
  runs: false,
  summary: "Issues SAML assertions; what they hold is up to the relying party's technical profile.",
  source: 'saml-issuer-technical-profile',
  claims: {
    inputClaims: 'unused',
    outputClaims: 'unused',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [
    optionalKey('MetadataSigning', 'The certificate that signs the metadata.'),
    requiredKey('SamlMessageSigning', 'The certificate that signs responses.'),
    requiredKey('SamlAssertionSigning', 'The certificate that signs assertions.'),
    optionalKey('SamlAssertionDecryption', 'Seen in samples.')
  ],
  metadata: [
    item('IssuerUri', text, 'documented', 'The entity id of the issuer; default is the URL of the policy.'),
    item(
      'XmlSignatureAlgorithm',
      oneOf('Sha256', 'Sha384', 'Sha512', 'Sha1'),
      'documented',
      'How assertions are signed.',
      {
        default: 'Sha256'
      }
    ),
    item(
      'TokenNotBeforeSkewInSeconds',
      integer(0, 3600),
      'documented',
      'How long before its issue an assertion is valid.',
      { default: '0' }
    ),
    item('TokenLifeTimeInSeconds', integer(1), 'documented', 'How long an assertion is valid.', { default: '300' })
  ]
} as const satisfies HandlerContract
