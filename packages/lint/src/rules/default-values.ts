/** Default values must fit the data type of their claim. */
import { compileText, ConversionFailure, isDataType, parseValue } from '@trustframe/claims'
import { type ClaimReference, keyOf, remember, type TechnicalProfile, type Text } from '@trustframe/policy'
import { holdsPlaceholder } from '../profileMetadata.ts'
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'

/** Whether a value is put together at run time. */
const isWorkedOut = (text: string): boolean => holdsPlaceholder(text) || compileText(text).dynamic

/** The default values that are not worked out at run time, and their claims. */
const fixedDefaults = remember((profile: TechnicalProfile) => {
  const fixed: Array<{ readonly claim: ClaimReference; readonly key: string; readonly text: Text }> = []
  for (const claim of [...profile.inputClaims, ...profile.persistedClaims, ...profile.outputClaims]) {
    const text = claim.defaultValue
    if (text === undefined || (text.value.includes('{') && isWorkedOut(text.value))) continue
    fixed.push({ claim, key: keyOf(claim.claimTypeReferenceId.value), text })
  }
  return fixed
})

export const defaultValues: Rule = {
  ...completes('TF2015'),
  name: 'default-values',
  check: ({ policy, profiles }, report) => {
    for (const { profile } of profiles) {
      for (const { claim, key, text } of fixedDefaults(profile)) {
        const type = policy.claimTypes.get(key)?.dataType?.value
        if (type === undefined || type === 'string' || !isDataType(type)) continue
        const converted = parseValue(type, text.value)
        if (!(converted instanceof ConversionFailure)) continue
        report(text.span, {
          message: `the default value of "${claim.claimTypeReferenceId.value}" is no ${type}: ${converted.reason}`,
          help: 'B2C says: Input string was not in a correct format'
        })
      }
    }
  }
}
