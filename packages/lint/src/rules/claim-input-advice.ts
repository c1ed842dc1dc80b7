/** What a page checks and shows should be what the documentation has: controls that fit the data type, options, groups that can hold. */
import { completes } from '../completes.ts'
import { inputProblems } from '../inputProblems.ts'
import type { Rule } from '../Rule.ts'

export const claimInputAdvice: Rule = {
  ...completes('TF2036'),
  name: 'claim-input-advice',
  replacesCompiler: true,
  check: ({ policy }, report) => {
    for (const { help, message, refused, span } of inputProblems(policy)) {
      if (!refused) report(span, { message, ...(help === undefined ? {} : { help }) })
    }
  }
}
