/** What a page checks and shows should be what the documentation has: controls that fit the data type, options, groups that can hold. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'

export const claimInputAdvice: Rule = {
  ...completes('TF2036'),
  name: 'claim-input-advice',
  replacesCompiler: true,
  check: ({ inputProblems }, report) => {
    for (const { help, message, refused, span } of inputProblems) {
      if (!refused) report(span, { message, ...(help === undefined ? {} : { help }) })
    }
  }
}
