/** Options are told apart by their values. */
import type { Rule } from '../Rule.ts'

export const optionValues: Rule = {
  code: 'TF3403',
  name: 'option-values',
  title: 'option with the value of another',
  severity: 'warning',
  origin: 'b2c-fails',
  checkClaimType: ({ enumerations, id }, report) => {
    for (const [index, { text, value }] of enumerations.entries()) {
      const other = enumerations.slice(0, index).find((before) => before.value.value === value.value)
      if (other === undefined) continue
      report(value.span, {
        message: `"${text.value}" and "${other.text.value}" of claim type "${id.value}" have the same value "${value.value}"`,
        help: 'give each option a value of its own',
        related: [{ message: 'the other option', span: other.value.span }]
      })
    }
  }
}
