/** The contract of RESTful technical profiles. */
import { claimResolving, enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, claim, item, message, oneOf, optionalKey, text, url } from './rows.ts'

/** `Web.TPEngine.Providers.RestfulProvider`: calls a REST API. */
export const restful = {
  name: 'RestfulProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.Providers.RestfulProvider',
  kind: 'call',
  runs: true,
  summary: 'Calls a REST API: input claims go out, members of the JSON answer come back as output claims.',
  source: 'restful-technical-profile',
  claims: {
    inputClaims: 'optional',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [
    optionalKey('BasicAuthenticationUsername', 'The user name, for AuthenticationType Basic.'),
    optionalKey('BasicAuthenticationPassword', 'The password, for AuthenticationType Basic.'),
    optionalKey('BearerAuthenticationToken', 'A fixed bearer token, for AuthenticationType Bearer.'),
    optionalKey(
      'ClientCertificate',
      'The X.509 certificate with its private key, for AuthenticationType ClientCertificate.'
    ),
    optionalKey('*', 'For AuthenticationType ApiKeyHeader: the id is the name of the header.')
  ],
  metadata: [
    item(
      'ServiceUrl',
      url,
      'documented',
      'The URL of the API; with SendClaimsIn Url it may hold {claim} placeholders outside the host.',
      {
        required: true,
        aliases: ['userinfo_endpoint']
      }
    ),
    item(
      'AuthenticationType',
      oneOf('None', 'Basic', 'Bearer', 'ClientCertificate', 'ApiKeyHeader'),
      'documented',
      'How the call proves who it is.',
      { required: true }
    ),
    item(
      'AllowInsecureAuthInProduction',
      boolean,
      'documented',
      'Must be true for AuthenticationType None unless DeploymentMode is Development.',
      { default: 'false' }
    ),
    item(
      'SendClaimsIn',
      oneOf('Body', 'Form', 'Header', 'Url', 'QueryString'),
      'documented',
      'Where the input claims go; Body and Form are sent by POST, the others by GET.',
      { default: 'Body' }
    ),
    item('ClaimsFormat', text, 'documented', 'Not used: answers are always JSON.', { unused: true }),
    item(
      'ClaimUsedForRequestPayload',
      claim,
      'documented',
      'With SendClaimsIn Body: the input claim whose text is the whole body.'
    ),
    item(
      'DebugMode',
      boolean,
      'documented',
      "Shows the service's developerMessage, code, requestId and moreInfo beside its message.",
      {
        default: 'false'
      }
    ),
    claimResolving,
    item(
      'ResolveJsonPathsInJsonTokens',
      boolean,
      'documented',
      'Reads the PartnerClaimType of output claims as a path: a.b[0].c.',
      {
        default: 'false'
      }
    ),
    item(
      'UseClaimAsBearerToken',
      claim,
      'documented',
      'With AuthenticationType Bearer: the input claim that holds the token.'
    ),
    message(
      'DefaultUserMessageIfRequestFailed',
      'documented',
      'Failed to establish connection to restful service end point. Restful service URL: {0}',
      'What the user reads when the request fails in any way.',
      ['the service URL']
    ),
    message(
      'UserMessageIfCircuitOpen',
      'documented',
      '{0} Restful Service URL: {1}',
      'What the user reads when the circuit of the service is open.',
      ['the message of the failure', 'the service URL']
    ),
    message(
      'UserMessageIfDnsResolutionFailed',
      'documented',
      'Failed to resolve the hostname of the restful service endpoint. Restful service URL: {0}',
      'What the user reads when the host name does not resolve.',
      ['the service URL']
    ),
    message(
      'UserMessageIfRequestTimeout',
      'documented',
      'Failed to establish connection to restful service end point within timeout limit {0} seconds. Restful service URL: {1}',
      'What the user reads when the service does not answer in time.',
      ['the time limit in seconds', 'the service URL']
    ),
    item(
      'ClaimResolverUrlFormatting',
      boolean,
      'sample',
      'Seen beside SendClaimsIn Url; values in the URL are always percent-encoded here.',
      {
        unused: true
      }
    ),
    item(
      'NamespaceIdentifierPath',
      text,
      'observed',
      'Where the payload must hold the value of NamespaceIdentifierValue.'
    ),
    item('NamespaceIdentifierValue', text, 'observed', 'What the payload must hold at NamespaceIdentifierPath.'),
    item('IgnoreServerCertificateErrors', boolean, 'assumed', 'A relic of 2016: certificates are always checked.', {
      unused: true
    }),
    item('Username', text, 'assumed', 'A relic of 2016: credentials are cryptographic keys.', { unused: true }),
    item('ClientCertificate', text, 'assumed', 'A relic of 2016: the certificate is a cryptographic key.', {
      unused: true
    }),
    item('HttpMethod', text, 'observed', 'Has no effect: SendClaimsIn decides the method.', { unused: true }),
    item('HttpBinding', text, 'observed', 'Has no effect: SendClaimsIn decides the method.', { unused: true }),
    item('Content-Type', text, 'observed', 'Has no effect: SendClaimsIn decides the content type.', { unused: true }),
    ...enabling
  ]
} as const satisfies HandlerContract
