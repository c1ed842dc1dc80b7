/** References should be written as what they refer to. */
import type { Rule } from '../Rule.ts'
import { writeInstead } from '../words.ts'

export const referenceCase: Rule = {
  code: 'TF3006',
  name: 'reference-case',
  title: 'reference in another case',
  severity: 'advice',
  origin: 'advice',
  check: ({ looseReferences }, report) => {
    for (const { target, text } of looseReferences) {
      if (target === undefined) continue
      report(text.span, {
        message: `"${text.value}" is defined as "${target.value}"`,
        help: 'ids match ignoring case; one spelling is easier to search for',
        related: [{ message: 'it is defined here', span: target.span }],
        fix: writeInstead(text.span, target.value)
      })
    }
  }
}
