/** The contract of the session provider `OAuthSSOSessionProvider`. */
import type { HandlerContract } from './HandlerContract.ts'

/** `Web.TPEngine.SSO.OAuthSSOSessionProvider`. */
export const oauthSession = {
  name: 'OAuthSSOSessionProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.SSO.OAuthSSOSessionProvider',
  kind: 'session',
  runs: true,
  summary: 'Remembers the applications that got tokens, so that they can be signed out.',
  source: 'custom-policy-reference-sso',
  claims: {
    inputClaims: 'unused',
    outputClaims: 'unused',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: []
} as const satisfies HandlerContract
