/** The contract of technical profiles that answer an application with an error. */
import { claimResolving, enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { needs, requiredKey } from './rows.ts'

/** `OAuth2` with `OutputTokenFormat` OAuth2Error: ends a journey with an error of one's own. */
export const oauth2Error = {
  name: 'OAuth2Error',
  protocols: ['OAuth2', 'OpenIdConnect', 'None'],
  issues: { format: 'OAuth2Error', unlessMetadata: [] },
  kind: 'issuer',
  runs: true,
  summary: "Answers the application with access_denied and the policy's own code and message.",
  source: 'oauth2-error-technical-profile',
  claims: {
    inputClaims: 'required',
    outputClaims: 'unused',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [requiredKey('issuer_secret', 'The key that tokens are signed with.')],
  metadata: [claimResolving, ...enabling],
  partnerClaims: [needs('errorCode', 'The code of the error.'), needs('errorMessage', 'The text of the error.')]
} as const satisfies HandlerContract
