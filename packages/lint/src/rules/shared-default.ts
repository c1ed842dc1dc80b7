/** An input claim that several technical profiles give different defaults keeps the first of them. */
import { type ClaimReference, keyOf, remember, type TechnicalProfile } from '@trustframe/policy'
import type { CheckedProfile } from '../CheckedPolicy.ts'
import type { Rule } from '../Rule.ts'

interface Defaulted {
  readonly claim: ClaimReference
  readonly value: string
  readonly by: CheckedProfile
}

const defaulted = remember(({ inputClaims }: TechnicalProfile) =>
  inputClaims.flatMap((claim) =>
    claim.defaultValue === undefined
      ? []
      : [{ claim, key: keyOf(claim.claimTypeReferenceId.value), value: claim.defaultValue.value }]
  )
)

export const sharedDefault: Rule = {
  code: 'TF3115',
  name: 'shared-default',
  title: 'defaults of one input claim that hinder each other',
  severity: 'warning',
  origin: 'b2c-fails',
  oncePerPlace: true,
  check: ({ profiles }, report) => {
    const byClaim = new Map<string, Array<Defaulted>>()
    for (const by of profiles) {
      for (const { claim, key, value } of defaulted(by.profile)) {
        const others = byClaim.get(key)
        if (others === undefined) byClaim.set(key, [{ claim, value, by }])
        else others.push({ claim, value, by })
      }
    }
    for (const sharing of byClaim.values()) {
      for (const { by, claim, value } of sharing) {
        const other = claim.alwaysUseDefaultValue ? undefined : sharing.find((candidate) => candidate.value !== value)
        if (other === undefined) continue
        const { span, value: id } = claim.claimTypeReferenceId
        report(span, {
          message: `"${id}" is "${value}" in "${by.profile.id.value}" only if nothing gave it a value before, as "${other.by.profile.id.value}" may`,
          help: 'add AlwaysUseDefaultValue="true" wherever this claim has a default value',
          related: [{ message: `here its default is "${other.value}"`, span: other.claim.span }]
        })
      }
    }
  }
}
