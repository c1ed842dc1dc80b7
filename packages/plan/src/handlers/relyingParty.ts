/** The contract of a relying party's technical profile. */
import { claimResolving } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, integer, item, oneOf, optionalKey, text } from './rows.ts'

/** `PolicyProfile`: its output claims are what the application gets. */
export const relyingParty = {
  name: 'PolicyProfile',
  protocols: ['OpenIdConnect', 'SAML2'],
  kind: 'relyingParty',
  runs: true,
  summary: 'Says what the token or the assertion for the application holds.',
  source: 'relyingparty',
  claims: {
    inputClaims: 'optional',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [optionalKey('*', 'Keys of the application, in SAML policies.')],
  metadata: [
    item(
      'IdpInitiatedProfileEnabled',
      boolean,
      'documented',
      'SAML: whether a sign-in may begin without the application.',
      {
        default: 'false'
      }
    ),
    item('WantsSignedResponses', boolean, 'documented', 'SAML: whether responses are signed.', { default: 'true' }),
    item('WantsEncryptedAssertions', boolean, 'documented', 'SAML: whether assertions are encrypted.', {
      default: 'false'
    }),
    item(
      'DataEncryptionMethod',
      oneOf('Aes256', 'Aes192', 'Aes128', 'Sha512'),
      'documented',
      'SAML: how assertions are encrypted.',
      {
        default: 'Aes256'
      }
    ),
    item(
      'KeyEncryptionMethod',
      oneOf('Rsa15', 'RsaOaep'),
      'documented',
      'SAML: how the key of an assertion is encrypted.',
      {
        default: 'Rsa15'
      }
    ),
    item(
      'UseDetachedKeys',
      boolean,
      'documented',
      'SAML: whether encrypted keys stand beside the data that they encrypt.',
      {
        default: 'false'
      }
    ),
    item('RemoveMillisecondsFromDateTime', boolean, 'documented', 'SAML: whether times have no fractions of seconds.', {
      default: 'false'
    }),
    item('RequestContextMaximumLengthInBytes', integer(0, 2048), 'documented', 'SAML: how long RelayState may be.', {
      default: '1000'
    }),
    item('PartnerEntity', text, 'sample', "SAML: the application's metadata, as a URL or XML."),
    item(
      'XmlSignatureAlgorithm',
      oneOf('Sha256', 'Sha384', 'Sha512', 'Sha1'),
      'assumed',
      'SAML: how responses are signed.'
    ),
    claimResolving
  ]
} as const satisfies HandlerContract
