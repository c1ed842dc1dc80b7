/** The contract of technical profiles of protocol `None` that the engine runs by itself. */
import { claimResolving, enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { item, optionalKey, text, url } from './rows.ts'

/** `None`: reads id token hints, refresh tokens and bearer tokens, or only sets claims. */
export const engine = {
  name: 'None',
  protocols: ['None'],
  kind: 'engine',
  runs: true,
  summary: "The engine's own: claims of an id token hint, of a refresh token or of a bearer token, or defaults alone.",
  source: 'technicalprofiles',
  claims: {
    inputClaims: 'optional',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [
    optionalKey('client_secret', 'The secret that signs id token hints.'),
    optionalKey('issuer_secret', 'The key that the tokens are signed with.')
  ],
  metadata: [
    item('url', text, 'sample', 'The URL of the engine: {service:te}.'),
    item('METADATA', url, 'documented', 'The discovery document of the issuer of id token hints.'),
    item('issuer', text, 'documented', 'The issuer that tokens must have.'),
    item('IdTokenAudience', text, 'documented', 'The audience that tokens must have.'),
    item('audience', text, 'documented', 'The audiences that bearer tokens may have, as a JSON array.'),
    item('client_assertion_type', text, 'documented', 'The kind of assertion that a user info request carries.'),
    claimResolving,
    ...enabling
  ]
} as const satisfies HandlerContract
