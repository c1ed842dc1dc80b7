/** The contract of technical profiles that answer user info requests. */
import { claimResolving } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { item, optionalKey, text } from './rows.ts'

/** `None` with `OutputTokenFormat` JSON: its input claims are the answer. */
export const userInfoIssuer = {
  name: 'UserInfoIssuer',
  protocols: ['None'],
  issues: { format: 'JSON', unlessMetadata: [] },
  kind: 'issuer',
  runs: true,
  summary: 'Answers user info requests with its input claims.',
  source: 'userinfo-endpoint',
  claims: {
    inputClaims: 'required',
    outputClaims: 'unused',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [optionalKey('issuer_secret', 'The key that tokens are signed with.')],
  metadata: [item('issuer', text, 'sample', 'The issuer of the tokens.'), claimResolving]
} as const satisfies HandlerContract
