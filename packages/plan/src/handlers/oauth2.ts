/** The contract of OAuth 2 identity providers. */
import { claimResolving, clientAuthentication, enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, claim, item, oneOf, optionalKey, requiredKey, text, unusedKey, url } from './rows.ts'

/** `OAuth2`: signs in with an identity provider. */
export const oauth2 = {
  name: 'OAuth2',
  protocols: ['OAuth2'],
  kind: 'redirect',
  runs: true,
  summary: 'Signs in with an OAuth 2 identity provider; what its claims endpoint tells comes back as output claims.',
  source: 'oauth2-technical-profile',
  claims: {
    inputClaims: 'optional',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [
    requiredKey('client_secret', 'The secret that codes are redeemed with.'),
    optionalKey('assertion_signing_key', 'The key that signs the assertion of private_key_jwt.'),
    unusedKey('issuer_secret', 'A key of token issuers.')
  ],
  metadata: [
    item('client_id', text, 'documented', 'The client that the tenant is at the provider.', { required: true }),
    item('ClientIdParamName', text, 'sample', 'What the provider calls client_id.', { default: 'client_id' }),
    item('ClientSecretParamName', text, 'sample', 'What the provider calls client_secret.', {
      default: 'client_secret'
    }),
    item('authorization_endpoint', url, 'documented', 'Where the user signs in.', { required: true }),
    item('AccessTokenEndpoint', url, 'documented', 'Where codes become tokens.', { required: true }),
    item('ClaimsEndpoint', url, 'documented', "Where the user's claims are."),
    item('AdditionalRequestQueryParameters', text, 'documented', 'Added to the authorization request.'),
    item('response_types', text, 'sample', 'What the provider answers with.'),
    item('response_mode', oneOf('query', 'fragment', 'form_post'), 'documented', 'How the provider answers.'),
    item('scope', text, 'documented', 'The scopes that are asked for.'),
    item('HttpBinding', oneOf('POST', 'GET'), 'documented', 'The method of the token call.', { default: 'POST' }),
    item(
      'AccessTokenResponseFormat',
      oneOf('Default', 'Json', 'JsonP'),
      'documented',
      'How the token endpoint answers.',
      {
        default: 'Default'
      }
    ),
    item('ExtraParamsInAccessTokenEndpointResponse', text, 'documented', 'What else of the token response is kept.'),
    item('ExtraParamsInClaimsEndpointRequest', text, 'documented', 'What else is sent to the claims endpoint.'),
    ...clientAuthentication,
    item('ClaimsEndpointAccessTokenName', text, 'documented', 'The parameter that takes the token.', {
      default: 'access_token'
    }),
    item('ClaimsEndpointFormatName', text, 'documented', 'The parameter that takes the format.'),
    item('ClaimsEndpointFormat', text, 'documented', 'The format that is asked for.', { default: 'json' }),
    item(
      'BearerTokenTransmissionMethod',
      oneOf('AuthorizationHeader'),
      'documented',
      'How the token is sent; else in the query string.'
    ),
    item('ClaimsResponseFormat', text, 'sample', 'How the claims endpoint answers.'),
    item('ProviderName', text, 'documented', 'The name of the provider.'),
    item('IdTokenAudience', text, 'documented', 'The audience that tokens must be for.'),
    item('ResponseErrorCodeParamName', text, 'documented', 'The parameter of an answer that holds an error.'),
    item(
      'ResolveJsonPathsInJsonTokens',
      boolean,
      'documented',
      'Reads the PartnerClaimType of output claims as a path.',
      {
        default: 'false'
      }
    ),
    item('UsePolicyInRedirectUri', boolean, 'documented', 'Whether the redirect URI names the policy.', {
      default: 'false'
    }),
    item('SingleLogoutEnabled', boolean, 'documented', 'Whether signing out signs out at the provider too.', {
      default: 'true'
    }),
    item('end_session_endpoint', url, 'documented', 'Where the user signs out.'),
    item('UserAgentForClaimsExchange', text, 'sample', 'The User-Agent of the claims call.'),
    item('external_user_identity_claim_id', claim, 'sample', 'The claim that identifies the user at the provider.'),
    item('ClaimsProviderSelectionDisplayType', text, 'sample', 'No known effect.'),
    claimResolving,
    ...enabling
  ]
} as const satisfies HandlerContract
