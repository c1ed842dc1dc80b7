/** The contract of technical profiles that issue JSON Web Tokens. */
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, claim, integer, item, oneOf, requiredKey, text, userJourney } from './rows.ts'

/** `OpenIdConnect`, or `None` as it used to be, with `OutputTokenFormat` JWT. */
export const jwtIssuer = {
  name: 'JwtIssuer',
  protocols: ['OpenIdConnect', 'None'],
  issues: { format: 'JWT', unlessMetadata: ['METADATA', 'authorization_endpoint', 'ProviderName'] },
  kind: 'issuer',
  runs: true,
  summary:
    "Issues ID tokens, access tokens and refresh tokens; what they hold is up to the relying party's technical profile.",
  source: 'jwt-issuer-technical-profile',
  claims: {
    inputClaims: 'unused',
    outputClaims: 'unused',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [
    requiredKey('issuer_secret', 'The RSA key that signs tokens.'),
    requiredKey('issuer_refresh_token_key', 'The RSA key that encrypts refresh tokens.')
  ],
  metadata: [
    item('client_id', text, 'sample', "The service's own client: {service:te}."),
    item(
      'issuer_refresh_token_user_identity_claim_type',
      claim,
      'documented',
      'The claim that identifies the user in refresh tokens, usually objectId.',
      { required: true }
    ),
    item(
      'SendTokenResponseBodyWithJsonNumbers',
      boolean,
      'documented',
      'Whether times in token responses are numbers.',
      {
        default: 'false'
      }
    ),
    item('token_lifetime_secs', integer(300, 86_400), 'documented', 'How long an access token is valid.', {
      default: '3600'
    }),
    item('id_token_lifetime_secs', integer(300, 86_400), 'documented', 'How long an ID token is valid.', {
      default: '3600'
    }),
    item(
      'refresh_token_lifetime_secs',
      integer(86_400, 7_776_000),
      'documented',
      'How long a refresh token is valid.',
      {
        default: '1209600'
      }
    ),
    item(
      'rolling_refresh_token_lifetime_secs',
      integer(86_400, 31_536_000),
      'documented',
      'How long refresh tokens may be renewed after the sign-in.',
      { default: '7776000' }
    ),
    item(
      'allow_infinite_rolling_refresh_token',
      boolean,
      'documented',
      'Whether refresh tokens may be renewed for ever.',
      {
        default: 'false'
      }
    ),
    item(
      'IssuanceClaimPattern',
      oneOf('AuthorityAndTenantGuid', 'AuthorityWithTfp'),
      'documented',
      'What the issuer of tokens looks like.',
      {
        default: 'AuthorityAndTenantGuid'
      }
    ),
    item(
      'AuthenticationContextReferenceClaimPattern',
      oneOf('None', 'PolicyId'),
      'documented',
      'Whether tokens hold acr, the policy.',
      {
        default: 'PolicyId'
      }
    ),
    item(
      'RefreshTokenUserJourneyId',
      userJourney,
      'documented',
      'The user journey that runs when a refresh token is redeemed.'
    ),
    item(
      'ClientCredentialsUserJourneyId',
      userJourney,
      'documented',
      'The user journey that runs for client credentials.'
    )
  ]
} as const satisfies HandlerContract
