/** Of options of which the user selects one, one can be selected beforehand. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

export const defaultOptions: Rule = {
  code: 'TF3402',
  name: 'default-options',
  title: 'several options are selected by default',
  severity: 'warning',
  origin: 'b2c-fails',
  checkClaimType: ({ enumerations, id, userInputType }, report) => {
    if (keyOf(userInputType?.value ?? '') === 'checkboxmultiselect') return
    const [first, second] = enumerations.filter(({ selectByDefault }) => selectByDefault)
    if (first === undefined || second === undefined) return
    report(second.span, {
      message: `claim type "${id.value}" has a second option that is selected by default`,
      help: 'only one can be selected',
      related: [{ message: 'the first', span: first.span }]
    })
  }
}
