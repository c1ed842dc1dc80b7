/** FormatLocalizedString: a localized string with claims in it. */
import { anyClaims, defineTransformation, fail, output, text } from '../../contract/index.ts'
import { formatValue } from '../../convert/formatValue.ts'
import { compileFormat, FormatProblem } from '../../text/compositeFormat.ts'

const elementType = 'FormatLocalizedStringTransformationClaimType'
const longestText = 4000

/** Source: claims-transformations 9; a string that is not there for the language fails. */
export const FormatLocalizedString = defineTransformation({
  method: 'FormatLocalizedString',
  family: 'string',
  summary: 'A localized string with claims in its placeholders.',
  remarks: [
    `The string is a LocalizedString with the ElementType ${elementType}.`,
    'The calling technical profile needs the metadata ContentDefinitionReferenceId.',
    'Claims fill {0}, {1}, … in the order of the policy; one without a value is empty text.'
  ],
  inputs: [anyClaims('{claim}', 'string')],
  parameters: { stringFormatId: text('The StringId of the localized string.') },
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#formatlocalizedstring',
  example: {
    inputs: { email: 'sarah@contoso.com' },
    parameters: { stringFormatId: 'ResponseMessage_EmailExists' },
    outputs: { outputClaim: "The email 'sarah@contoso.com' is already an account in this organization." }
  },
  transform:
    ({ environment, parameters: { stringFormatId } }) =>
    (claims, ambient) => {
      const found = environment.localizedString?.(elementType, stringFormatId, ambient.uiLanguage)
      if (found === undefined) {
        return fail(
          `there is no LocalizedString of ElementType "${elementType}" and StringId "${stringFormatId}" for the language "${ambient.uiLanguage ?? ''}"; the calling technical profile needs a ContentDefinitionReferenceId whose localized resources have it`
        )
      }
      const format = compileFormat(found)
      if (format instanceof FormatProblem) return fail(format.message)
      if (format.arity > claims.length) {
        return fail(`the localized string refers to {${format.arity - 1}}, but there are ${claims.length} input claims`)
      }
      const formatted = format.apply(claims.map(({ value }) => (value === undefined ? undefined : formatValue(value))))
      return formatted.length > longestText
        ? fail(`the formatted text is longer than ${longestText} characters`)
        : [formatted]
    }
})
