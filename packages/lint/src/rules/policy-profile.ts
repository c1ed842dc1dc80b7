/** A relying party has a technical profile that is called PolicyProfile. */
import type { Rule } from '../Rule.ts'
import { writeInstead } from '../words.ts'

export const policyProfile: Rule = {
  code: 'TF3703',
  name: 'policy-profile',
  title: 'relying party without its PolicyProfile',
  severity: 'error',
  origin: 'b2c-rejects',
  check: ({ policy: { relyingParty } }, report) => {
    if (relyingParty === undefined) return
    const { span, technicalProfile } = relyingParty
    if (technicalProfile === undefined) {
      report(span, {
        message: 'the relying party has no technical profile',
        help: 'add <TechnicalProfile Id="PolicyProfile"> with a Protocol and OutputClaims'
      })
    } else if (technicalProfile.id.value !== 'PolicyProfile') {
      const { span: place, value } = technicalProfile.id
      report(place, {
        message: `the technical profile of a relying party is called "PolicyProfile"; this one is "${value}"`,
        help: 'write PolicyProfile',
        fix: writeInstead(place, 'PolicyProfile')
      })
    }
  }
}
