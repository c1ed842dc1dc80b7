/** A step that shows choices needs a page for them, and choices. */
import type { Rule } from '../Rule.ts'
import { isSelection } from '../steps.ts'

export const selectionPage: Rule = {
  code: 'TF3203',
  name: 'selection-page',
  title: 'selection without a page, or without choices',
  severity: 'error',
  origin: 'b2c-fails',
  checkSteps: (steps, report) => {
    for (const { step, within } of steps) {
      if (!isSelection(step)) continue
      if (step.contentDefinitionReferenceId === undefined) {
        report(step.type.span, {
          message: `step ${step.order} of ${within} shows a page and has no ContentDefinitionReferenceId`,
          help: 'add one, such as api.signuporsignin or api.idpselections'
        })
      }
      if (step.selections.length === 0) {
        report(step.type.span, {
          message: `step ${step.order} of ${within} lets the user select, and has no ClaimsProviderSelections`,
          help: 'add a ClaimsProviderSelection for each choice'
        })
      }
    }
  }
}
