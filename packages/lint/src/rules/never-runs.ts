/** A step whose preconditions exclude each other never runs. */
import { keyOf, type Precondition } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

const existence = ({ type, values }: Precondition): string | undefined =>
  keyOf(type.value) === 'claimsexist' && values.length === 1 ? keyOf(values[0]?.value ?? '') : undefined

export const neverRuns: Rule = {
  code: 'TF3212',
  name: 'never-runs',
  title: 'step that never runs',
  severity: 'warning',
  origin: 'b2c-fails',
  checkSteps: (steps, report) => {
    for (const { step, within } of steps) {
      for (const [index, precondition] of step.preconditions.entries()) {
        const claim = existence(precondition)
        const other = step.preconditions
          .slice(0, index)
          .find((before) => existence(before) === claim && before.executeActionsIf !== precondition.executeActionsIf)
        if (claim === undefined || other === undefined) continue
        report(precondition.span, {
          message: `step ${step.order} of ${within} never runs: it is skipped when "${precondition.values[0]?.value ?? ''}" has a value, and when it has none`,
          help: 'preconditions say when a step is skipped; one of them is enough',
          related: [{ message: 'the other condition', span: other.span }]
        })
      }
    }
  }
}
