/** Signatures of assertions must be checked. */
import { saysFalse, valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

const checks: ReadonlyArray<{ readonly key: string; readonly contract: string; readonly what: string }> = [
  { key: 'WantsSignedAssertions', contract: 'SAML2', what: 'takes assertions that nobody signed' },
  { key: 'ResponsesSigned', contract: 'SAML2', what: 'takes responses that nobody signed' },
  { key: 'WantsSignedRequests', contract: 'SAML2', what: 'does not sign its requests' },
  { key: 'WantsSignedResponses', contract: 'PolicyProfile', what: 'does not sign its responses' }
]

export const signaturesOff: Rule = {
  code: 'TF3612',
  name: 'signatures-off',
  title: 'signatures are switched off',
  severity: 'warning',
  origin: 'advice',
  checkProfile: ({ contract, profile }, report) => {
    for (const { contract: name, key, what } of checks) {
      const value = valueOf(profile, key)
      if (contract?.name !== name || !saysFalse(value) || value === undefined) continue
      report(value.span, { message: `"${profile.id.value}" ${what}`, help: 'leave it at its default, true' })
    }
  }
}
