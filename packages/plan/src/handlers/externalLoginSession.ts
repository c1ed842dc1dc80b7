/** The contract of the session provider `ExternalLoginSSOSessionProvider`. */
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, item } from './rows.ts'

/** `Web.TPEngine.SSO.ExternalLoginSSOSessionProvider`. */
export const externalLoginSession = {
  name: 'ExternalLoginSSOSessionProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.SSO.ExternalLoginSSOSessionProvider',
  kind: 'session',
  runs: true,
  summary: 'Remembers the identity provider that the user chose.',
  source: 'custom-policy-reference-sso',
  claims: {
    inputClaims: 'unused',
    outputClaims: 'optional',
    persistedClaims: 'optional',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: [
    item('AlwaysFetchClaimsFromProvider', boolean, 'documented', 'Documented as not used; the starter pack sets it.', {
      unused: true
    })
  ]
} as const satisfies HandlerContract
