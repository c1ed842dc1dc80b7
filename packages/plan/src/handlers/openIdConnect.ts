/** The contract of OpenID Connect identity providers, the tenant's own accounts among them. */
import { accountMessages, claimResolving, clientAuthentication, enabling, signInMessages } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, item, oneOf, optionalKey, text, unusedKey, url } from './rows.ts'

/** `OpenIdConnect`: signs in with an identity provider, or with a name and password of the tenant. */
export const openIdConnect = {
  name: 'OpenIdConnect',
  protocols: ['OpenIdConnect'],
  kind: 'redirect',
  runs: true,
  summary: 'Signs in with an OpenID Connect identity provider; claims of its tokens come back as output claims.',
  source: 'openid-connect-technical-profile',
  claims: {
    inputClaims: 'optional',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [
    optionalKey('client_secret', 'The secret that codes are redeemed with.'),
    optionalKey('assertion_signing_key', 'The key that signs the assertion of private_key_jwt.'),
    unusedKey('issuer_secret', 'A key of token issuers.')
  ],
  metadata: [
    item(
      'client_id',
      text,
      'documented',
      "The client that the tenant is at the provider; {service:te} is the service's own.",
      {
        required: true
      }
    ),
    item(
      'METADATA',
      url,
      'documented',
      'The URL of the provider’s discovery document; needed unless issuer, JWKS and authorization_endpoint are there.'
    ),
    item('JWKS', url, 'sample', 'The keys of id tokens, where there is no discovery document.'),
    item('authorization_endpoint', url, 'documented', 'Overrides the one of the discovery document.'),
    item('end_session_endpoint', url, 'documented', 'Overrides the one of the discovery document.'),
    item('token_endpoint', url, 'assumed', 'Overrides the one of the discovery document.', {
      aliases: ['AccessTokenEndpoint']
    }),
    item('issuer', text, 'documented', 'Overrides the issuer of the discovery document.'),
    item('IdTokenAudience', text, 'documented', 'The audience that tokens must be for; default is the client id.'),
    item('ProviderName', text, 'documented', 'The name of the provider.'),
    item('response_types', oneOf('id_token', 'code', 'token'), 'documented', 'What the provider answers with.', {
      default: 'id_token'
    }),
    item('response_mode', oneOf('form_post', 'query', 'fragment'), 'documented', 'How the provider answers.', {
      default: 'form_post'
    }),
    item('scope', text, 'documented', 'The scopes that are asked for.'),
    item('grant_type', text, 'sample', 'The grant type of the token call; usually an input claim.'),
    item('HttpBinding', oneOf('GET', 'POST'), 'documented', 'The method of the token call.'),
    item(
      'ValidTokenIssuerPrefixes',
      text,
      'documented',
      'Beginnings of the issuers that are accepted, with commas between them.'
    ),
    item('DiscoverMetadataByTokenIssuer', boolean, 'documented', "Reads the discovery document of the token's issuer."),
    item('UsePolicyInRedirectUri', boolean, 'documented', 'Whether the redirect URI names the policy.', {
      default: 'false'
    }),
    item('MarkAsFailureOnStatusCode5xx', boolean, 'documented', 'Whether an answer 5xx is a failure.', {
      default: 'false'
    }),
    ...clientAuthentication,
    item('SingleLogoutEnabled', boolean, 'documented', 'Whether signing out signs out at the provider too.', {
      default: 'true'
    }),
    item(
      'ReadBodyClaimsOnIdpRedirect',
      text,
      'documented',
      'Reads claims from the form that comes with the redirect: true, or the paths of those claims.',
      {
        default: 'false'
      }
    ),
    item('ClaimsEndpoint', url, 'assumed', 'The user info endpoint, where the tokens lack claims.'),
    item(
      'BearerTokenTransmissionMethod',
      oneOf('AuthorizationHeader'),
      'sample',
      'How the token is sent to the claims endpoint.'
    ),
    item('AdditionalRequestQueryParameters', text, 'assumed', 'Added to the authorization request.'),
    item('external_user_identity_claim_id', text, 'sample', 'The member that identifies the user at the provider.'),
    claimResolving,
    ...accountMessages,
    ...signInMessages,
    ...enabling
  ]
} as const satisfies HandlerContract
