/** Rules that find what the compiler finds, in places that it does not look at, have the code of the compiler. */
import { planCodes, type PlanCode } from '@trustframe/plan'
import type { Rule } from './Rule.ts'

/** The code, the title, the severity and the origin that a rule shares with the compiler. */
export const completes = (code: PlanCode): Pick<Rule, 'code' | 'title' | 'severity' | 'origin'> => ({
  code,
  ...planCodes[code]
})
