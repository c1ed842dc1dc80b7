/** What a page checks and shows must be possible: regular expressions, masks, predicates. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'

export const claimInputs: Rule = {
  ...completes('TF2034'),
  name: 'claim-inputs',
  replacesCompiler: true,
  check: ({ inputProblems }, report) => {
    for (const { help, message, refused, span } of inputProblems) {
      if (refused) report(span, { message, ...(help === undefined ? {} : { help }) })
    }
  }
}
