/** Passwords do not belong into tokens. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

export const secretsInTokens: Rule = {
  code: 'TF3615',
  name: 'secrets-in-tokens',
  title: 'password in a token',
  severity: 'error',
  origin: 'advice',
  check: ({ policy }, report) => {
    for (const {
      claimTypeReferenceId: { span, value }
    } of policy.relyingParty?.technicalProfile?.outputClaims ?? []) {
      const control = policy.claimTypes.get(keyOf(value))?.userInputType
      if (keyOf(control?.value ?? '') !== 'password') continue
      report(span, {
        message: `the password claim "${value}" is an output claim of the relying party: whoever sees the token can read it`,
        help: 'remove it'
      })
    }
  }
}
