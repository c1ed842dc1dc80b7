/** What a page checks and shows must be possible: regular expressions, masks, predicates. */
import { completes } from '../completes.ts'
import { inputProblems } from '../inputProblems.ts'
import type { Rule } from '../Rule.ts'

export const claimInputs: Rule = {
  ...completes('TF2034'),
  name: 'claim-inputs',
  replacesCompiler: true,
  check: ({ policy }, report) => {
    for (const { help, message, refused, span } of inputProblems(policy)) {
      if (refused) report(span, { message, ...(help === undefined ? {} : { help }) })
    }
  }
}
