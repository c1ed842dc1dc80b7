/** Default values must fit the data type of their claim. */
import { compileText, ConversionFailure, isDataType, parseValue } from '@trustframe/claims'
import { type ClaimReference, keyOf, remember, type TechnicalProfile, type Text } from '@trustframe/policy'
import { holdsPlaceholder } from '../profileMetadata.ts'
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'

/** The default values that are not worked out at run time, and their claims. */
const fixedDefaults = remember((profile: TechnicalProfile) => {
  const fixed: Array<{ readonly claim: ClaimReference; readonly text: Text }> = []
  for (const claim of [...profile.inputClaims, ...profile.persistedClaims, ...profile.outputClaims]) {
    const text = claim.defaultValue
    if (text === undefined || holdsPlaceholder(text.value) || compileText(text.value).dynamic) continue
    fixed.push({ claim, text })
  }
  return fixed
})

export const defaultValues: Rule = {
  ...completes('TF2015'),
  name: 'default-values',
  check: ({ policy, profiles }, report) => {
    for (const { profile } of profiles) {
      for (const { claim, text } of fixedDefaults(profile)) {
        const { claimTypeReferenceId } = claim
        const type = policy.claimTypes.get(keyOf(claimTypeReferenceId.value))?.dataType?.value
        if (type === undefined || type === 'string' || !isDataType(type)) continue
        const converted = parseValue(type, text.value)
        if (!(converted instanceof ConversionFailure)) continue
        report(text.span, {
          message: `the default value of "${claimTypeReferenceId.value}" is no ${type}: ${converted.reason}`,
          help: 'B2C says: Input string was not in a correct format'
        })
      }
    }
  }
}
