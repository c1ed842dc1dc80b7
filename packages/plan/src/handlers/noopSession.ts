/** The contract of the session provider `NoopSSOSessionProvider`. */
import type { HandlerContract } from './HandlerContract.ts'

/** `Web.TPEngine.SSO.NoopSSOSessionProvider`. */
export const noopSession = {
  name: 'NoopSSOSessionProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.SSO.NoopSSOSessionProvider',
  kind: 'session',
  runs: true,
  summary: 'Keeps nothing: the technical profile runs every time.',
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
