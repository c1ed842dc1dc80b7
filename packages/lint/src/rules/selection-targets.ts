/** The choices of a selection must lead to claims exchanges: targets of the next step, validations of the same one. */
import { keyOf, type OrchestrationStep, type Text } from '@trustframe/policy'
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { isSelection } from '../steps.ts'
import { didYouMean } from '../words.ts'

const exchangeIds = (step: OrchestrationStep | undefined): ReadonlyArray<string> =>
  (step?.claimsExchanges ?? []).map(({ id }) => id.value)

const isAmong = (text: Text, ids: ReadonlyArray<string>): boolean => ids.some((id) => keyOf(id) === keyOf(text.value))

export const selectionTargets: Rule = {
  ...completes('TF2040'),
  name: 'selection-targets',
  checkSteps: (steps, report) => {
    for (const { next, step, within } of steps) {
      if (!isSelection(step)) continue
      for (const { targetClaimsExchangeId: target, validationClaimsExchangeId: validation } of step.selections) {
        const following = exchangeIds(next)
        if (target !== undefined && !isAmong(target, following)) {
          report(target.span, {
            message: `step ${step.order} of ${within} offers "${target.value}", which is no claims exchange of the next step`,
            ...didYouMean(target, following, 'add a ClaimsExchange of that Id to the step that follows')
          })
        }
        const own = exchangeIds(step)
        if (validation !== undefined && !isAmong(validation, own)) {
          report(validation.span, {
            message: `step ${step.order} of ${within} validates with "${validation.value}", which is no claims exchange of the same step`,
            ...didYouMean(validation, own, 'add a ClaimsExchange of that Id to this step')
          })
        }
      }
    }
  }
}
