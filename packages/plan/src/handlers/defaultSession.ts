/** The contract of the session provider `DefaultSSOSessionProvider`. */
import type { HandlerContract } from './HandlerContract.ts'

/** `Web.TPEngine.SSO.DefaultSSOSessionProvider`. */
export const defaultSession = {
  name: 'DefaultSSOSessionProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.SSO.DefaultSSOSessionProvider',
  kind: 'session',
  runs: true,
  summary: 'Keeps claims in the session, and gives them back instead of running the technical profile again.',
  source: 'custom-policy-reference-sso',
  claims: {
    inputClaims: 'unused',
    outputClaims: 'optional',
    persistedClaims: 'optional',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: []
} as const satisfies HandlerContract
