/** Claims that a page shows need a control. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

export const pageClaims: Rule = {
  code: 'TF3119',
  name: 'page-claims',
  title: 'claim of a page without a control',
  severity: 'warning',
  origin: 'b2c-fails',
  check: ({ policy, profiles }, report) => {
    for (const { contract, profile } of profiles) {
      if (contract?.kind !== 'page') continue
      const shown = [
        ...profile.displayClaims.map(({ claimTypeReferenceId }) => claimTypeReferenceId),
        ...(profile.displayClaims.length === 0 && profile.validationTechnicalProfiles.length === 0
          ? profile.outputClaims.flatMap(({ claimTypeReferenceId, required }) =>
              required ? [claimTypeReferenceId] : []
            )
          : [])
      ]
      for (const text of shown) {
        const claimType = text === undefined ? undefined : policy.claimTypes.get(keyOf(text.value))
        if (text === undefined || claimType === undefined || claimType.userInputType !== undefined) continue
        report(text.span, {
          message: `"${profile.id.value}" asks the user for "${claimType.id.value}", which has no UserInputType and is not shown`,
          help: 'add a UserInputType, such as TextBox, to the claim type',
          related: [{ message: 'the claim type is declared here', span: claimType.id.span }]
        })
      }
    }
  }
}
