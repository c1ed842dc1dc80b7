/** Two claims of a token cannot have one name. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

export const tokenNames: Rule = {
  code: 'TF3707',
  name: 'token-names',
  title: 'two claims of a token with one name',
  severity: 'warning',
  origin: 'b2c-fails',
  check: ({ policy }, report) => {
    const { claimTypes, relyingParty } = policy
    const profile = relyingParty?.technicalProfile
    const protocol = profile?.protocol?.name.value
    const first = new Map<string, string>()
    for (const {
      claimTypeReferenceId: { value: id },
      partnerClaimType,
      span
    } of profile?.outputClaims ?? []) {
      const byDefault = claimTypes
        .get(keyOf(id))
        ?.defaultPartnerClaimTypes.find((item) => item.protocol.value === protocol)
      const name = partnerClaimType?.value ?? byDefault?.partnerClaimType.value ?? id
      const other = first.get(name)
      if (other === undefined) first.set(name, id)
      else {
        report(span, {
          message: `"${id}" and "${other}" are both called "${name}" in the token`,
          help: 'give one of them another PartnerClaimType, or remove it'
        })
      }
    }
  }
}
