/** The ids of custom policies begin with B2C_1A_. */
import type { Rule } from '../Rule.ts'

export const policyNames: Rule = {
  code: 'TF3705',
  name: 'policy-names',
  title: 'policy id without the prefix B2C_1A_',
  severity: 'error',
  origin: 'b2c-rejects',
  check: ({ policy: { policyId } }, report) => {
    if (policyId.value === '' || /^b2c_1a_/i.test(policyId.value)) return
    report(policyId.span, {
      message: `the ids of custom policies begin with B2C_1A_; this one is "${policyId.value}"`,
      help: `write B2C_1A_${policyId.value.replace(/^b2c_1_/i, '')}`
    })
  }
}
