/** Sub journeys do not invoke others. */
import type { Rule } from '../Rule.ts'
import { typeOf } from '../steps.ts'

export const nestedSubJourney: Rule = {
  code: 'TF3208',
  name: 'nested-sub-journey',
  title: 'sub journey within a sub journey',
  severity: 'warning',
  origin: 'b2c-fails',
  check: ({ policy }, report) => {
    for (const { id, orchestrationSteps } of policy.subJourneys.values()) {
      for (const step of orchestrationSteps) {
        if (typeOf(step) !== 'invokesubjourney') continue
        report(step.type.span, {
          message: `step ${step.order} of sub journey "${id.value}" invokes a sub journey`,
          help: 'invoke both from the user journey'
        })
      }
    }
  }
}
