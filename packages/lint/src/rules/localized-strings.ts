/** Localized texts must be of a kind that pages know. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'
import { didYouMean } from '../words.ts'

/** pages.md section 8; claims-schema.md section 8.3. */
const elementTypes = [
  'ClaimsProvider',
  'ClaimType',
  'ErrorMessage',
  'GetLocalizedStringsTransformationClaimType',
  'FormatLocalizedStringTransformationClaimType',
  'Predicate',
  'PredicateValidation',
  'InputValidation',
  'UxElement',
  'DisplayControl'
]

const ofClaimTypes = ['DisplayName', 'AdminHelpText', 'UserHelpText', 'PatternHelpText']

const knownTypes: ReadonlySet<string> = new Set(elementTypes.map(keyOf))
const knownTexts: ReadonlySet<string> = new Set(ofClaimTypes.map(keyOf))

export const localizedStrings: Rule = {
  code: 'TF3503',
  name: 'localized-strings',
  title: 'localized text of an unknown kind',
  severity: 'warning',
  origin: 'b2c-fails',
  checkResources: ({ strings }, report) => {
    for (const { elementType, stringId } of strings) {
      const type = keyOf(elementType.value)
      if (!knownTypes.has(type)) {
        report(elementType.span, {
          message: `there are no localized texts of ElementType "${elementType.value}"`,
          ...didYouMean(elementType, elementTypes, `write one of ${elementTypes.join(', ')}`)
        })
      } else if (type === 'claimtype' && !knownTexts.has(keyOf(stringId.value))) {
        report(stringId.span, {
          message: `a claim type has no text "${stringId.value}"`,
          ...didYouMean(stringId, ofClaimTypes, `write one of ${ofClaimTypes.join(', ')}`)
        })
      }
    }
  }
}
