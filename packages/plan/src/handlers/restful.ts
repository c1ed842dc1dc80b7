/** The contract of RESTful technical profiles. */
import type { HandlerContract } from './HandlerContract.ts'

/** `Web.TPEngine.Providers.RestfulProvider`: calls a REST API. */
export const restful = {
  name: 'RestfulProvider',
  protocol: 'Proprietary',
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
    { id: 'BasicAuthenticationUsername', required: false, summary: 'The user name, for AuthenticationType Basic.' },
    { id: 'BasicAuthenticationPassword', required: false, summary: 'The password, for AuthenticationType Basic.' },
    {
      id: 'BearerAuthenticationToken',
      required: false,
      summary: 'A fixed bearer token, for AuthenticationType Bearer.'
    },
    {
      id: 'ClientCertificate',
      required: false,
      summary: 'The X.509 certificate with its private key, for AuthenticationType ClientCertificate.'
    },
    { id: '*', required: false, summary: 'For AuthenticationType ApiKeyHeader: the id is the name of the header.' }
  ],
  metadata: [
    {
      key: 'ServiceUrl',
      type: { _tag: 'Url' },
      required: true,
      aliases: ['userinfo_endpoint'],
      evidence: 'documented',
      summary: 'The URL of the API; with SendClaimsIn Url it may hold {claim} placeholders outside the host.'
    },
    {
      key: 'AuthenticationType',
      type: { _tag: 'OneOf', values: ['None', 'Basic', 'Bearer', 'ClientCertificate', 'ApiKeyHeader'] },
      required: true,
      evidence: 'documented',
      summary: 'How the call proves who it is.'
    },
    {
      key: 'AllowInsecureAuthInProduction',
      type: { _tag: 'Boolean' },
      default: 'false',
      evidence: 'documented',
      summary: 'Must be true for AuthenticationType None unless DeploymentMode is Development.'
    },
    {
      key: 'SendClaimsIn',
      type: { _tag: 'OneOf', values: ['Body', 'Form', 'Header', 'Url', 'QueryString'] },
      default: 'Body',
      evidence: 'documented',
      summary: 'Where the input claims go; Body and Form are sent by POST, the others by GET.'
    },
    {
      key: 'ClaimsFormat',
      type: { _tag: 'Text' },
      evidence: 'documented',
      unused: true,
      summary: 'Not used: answers are always JSON.'
    },
    {
      key: 'ClaimUsedForRequestPayload',
      type: { _tag: 'Claim' },
      evidence: 'documented',
      summary: 'With SendClaimsIn Body: the input claim whose text is the whole body.'
    },
    {
      key: 'DebugMode',
      type: { _tag: 'Boolean' },
      default: 'false',
      evidence: 'documented',
      summary: "Shows the service's developerMessage, code, requestId and moreInfo beside its message."
    },
    {
      key: 'IncludeClaimResolvingInClaimsHandling',
      type: { _tag: 'Boolean' },
      default: 'false',
      evidence: 'documented',
      summary: 'Resolves claims resolvers in the default values of input and output claims.'
    },
    {
      key: 'ResolveJsonPathsInJsonTokens',
      type: { _tag: 'Boolean' },
      default: 'false',
      evidence: 'documented',
      summary: 'Reads the PartnerClaimType of output claims as a path: a.b[0].c.'
    },
    {
      key: 'UseClaimAsBearerToken',
      type: { _tag: 'Claim' },
      evidence: 'documented',
      summary: 'With AuthenticationType Bearer: the input claim that holds the token.'
    },
    {
      key: 'DefaultUserMessageIfRequestFailed',
      type: { _tag: 'Message', arguments: ['the service URL'] },
      default: 'Failed to establish connection to restful service end point. Restful service URL: {0}',
      evidence: 'documented',
      summary: 'What the user reads when the request fails in any way.'
    },
    {
      key: 'UserMessageIfCircuitOpen',
      type: { _tag: 'Message', arguments: ['the message of the failure', 'the service URL'] },
      default: '{0} Restful Service URL: {1}',
      evidence: 'documented',
      summary: 'What the user reads when the circuit of the service is open.'
    },
    {
      key: 'UserMessageIfDnsResolutionFailed',
      type: { _tag: 'Message', arguments: ['the service URL'] },
      default: 'Failed to resolve the hostname of the restful service endpoint. Restful service URL: {0}',
      evidence: 'documented',
      summary: 'What the user reads when the host name does not resolve.'
    },
    {
      key: 'UserMessageIfRequestTimeout',
      type: { _tag: 'Message', arguments: ['the time limit in seconds', 'the service URL'] },
      default:
        'Failed to establish connection to restful service end point within timeout limit {0} seconds. Restful service URL: {1}',
      evidence: 'documented',
      summary: 'What the user reads when the service does not answer in time.'
    },
    {
      key: 'ClaimResolverUrlFormatting',
      type: { _tag: 'Boolean' },
      evidence: 'sample',
      unused: true,
      summary: 'Seen beside SendClaimsIn Url; values in the URL are always percent-encoded here.'
    },
    {
      key: 'IgnoreServerCertificateErrors',
      type: { _tag: 'Boolean' },
      evidence: 'assumed',
      unused: true,
      summary: 'A relic of 2016: certificates are always checked.'
    },
    {
      key: 'ClaimTypeOnWhichToEnable',
      type: { _tag: 'Claim' },
      evidence: 'documented',
      summary: 'The claim that EnabledForUserJourneys looks at.'
    },
    {
      key: 'ClaimValueOnWhichToEnable',
      type: { _tag: 'Text' },
      evidence: 'documented',
      summary: 'The value that EnabledForUserJourneys looks for.'
    }
  ]
} as const satisfies HandlerContract
