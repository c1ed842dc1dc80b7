/** The contract of the session provider `SamlSSOSessionProvider`. */
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, item } from './rows.ts'

/** `Web.TPEngine.SSO.SamlSSOSessionProvider`. */
export const samlSession = {
  name: 'SamlSSOSessionProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.SSO.SamlSSOSessionProvider',
  kind: 'session',
  runs: false,
  summary: 'Remembers the applications that got assertions, so that they can be signed out.',
  source: 'custom-policy-reference-sso',
  claims: {
    inputClaims: 'unused',
    outputClaims: 'unused',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: [
    item('IncludeSessionIndex', boolean, 'documented', 'No longer used.', { unused: true }),
    item(
      'RegisterServiceProviders',
      boolean,
      'documented',
      'Whether applications are remembered; false for an identity provider.',
      {
        default: 'true'
      }
    )
  ]
} as const satisfies HandlerContract
