/** A choice leads to exactly one claims exchange. */
import type { Rule } from '../Rule.ts'

export const selectionChoice: Rule = {
  code: 'TF3201',
  name: 'selection-choice',
  title: 'selection with two targets, or none',
  severity: 'error',
  origin: 'b2c-rejects',
  checkSteps: (steps, report) => {
    for (const { step, within } of steps) {
      for (const { span, targetClaimsExchangeId, validationClaimsExchangeId } of step.selections) {
        if ((targetClaimsExchangeId === undefined) !== (validationClaimsExchangeId === undefined)) continue
        const has = targetClaimsExchangeId === undefined ? 'no target' : 'two targets'
        report(span, {
          message: `a selection in step ${step.order} of ${within} has ${has}`,
          help: 'give it either TargetClaimsExchangeId or ValidationClaimsExchangeId'
        })
      }
    }
  }
}
