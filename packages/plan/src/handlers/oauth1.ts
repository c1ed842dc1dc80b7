/** The contract of OAuth 1 identity providers. */
import { enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { item, oneOf, requiredKey, text, url } from './rows.ts'

/** `OAuth1`: signs in with an identity provider of the older kind. */
export const oauth1 = {
  name: 'OAuth1',
  protocols: ['OAuth1'],
  kind: 'redirect',
  runs: true,
  summary: 'Signs in with an OAuth 1 identity provider.',
  source: 'oauth1-technical-profile',
  claims: {
    inputClaims: 'unused',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [requiredKey('client_secret', 'The consumer secret.')],
  metadata: [
    item('client_id', text, 'documented', 'The consumer key.', { required: true }),
    item('request_token_endpoint', url, 'documented', 'Where request tokens come from.', { required: true }),
    item('authorization_endpoint', url, 'documented', 'Where the user signs in.', { required: true }),
    item('access_token_endpoint', url, 'documented', 'Where request tokens become access tokens.', { required: true }),
    item('ProviderName', text, 'documented', 'The name of the provider.'),
    item('ClaimsEndpoint', url, 'documented', "Where the user's claims are."),
    item('ClaimsResponseFormat', oneOf('json'), 'documented', 'How the claims endpoint answers.'),
    ...enabling
  ]
} as const satisfies HandlerContract
