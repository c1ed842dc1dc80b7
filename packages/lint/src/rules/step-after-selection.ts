/** A selection is followed by the step that does what was selected. */
import type { Rule } from '../Rule.ts'
import { isSelection, typeOf } from '../steps.ts'

export const stepAfterSelection: Rule = {
  code: 'TF3202',
  name: 'step-after-selection',
  title: 'selection that no claims exchange follows',
  severity: 'error',
  origin: 'b2c-rejects',
  checkSteps: (steps, report) => {
    for (const { next, step, within } of steps) {
      const targets = step.selections.some(({ targetClaimsExchangeId }) => targetClaimsExchangeId !== undefined)
      if (!isSelection(step) || !targets || (next !== undefined && typeOf(next) === 'claimsexchange')) continue
      report(next === undefined ? step.type.span : next.type.span, {
        message:
          next === undefined
            ? `step ${step.order} of ${within} is a selection, and no step follows it`
            : `step ${next.order} of ${within} follows a selection and must be of type ClaimsExchange; it is ${next.type.value}`,
        help: 'put the claims exchanges that can be selected into the next step'
      })
    }
  }
}
