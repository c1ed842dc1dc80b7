/** A step invokes exactly one sub journey. */
import type { Rule } from '../Rule.ts'
import { typeOf } from '../steps.ts'

export const journeyList: Rule = {
  code: 'TF3209',
  name: 'journey-list',
  title: 'step that does not invoke exactly one sub journey',
  severity: 'error',
  origin: 'b2c-fails',
  alsoReportedAs: ['TF2041'],
  checkSteps: (steps, report) => {
    for (const { step, within } of steps) {
      const { journeyList: candidates, order, type } = step
      const invokes = typeOf(step) === 'invokesubjourney'
      const [first, second] = candidates
      if (invokes && first === undefined) {
        report(step.orderText.span, {
          message: `step ${order} of ${within} invokes a sub journey, and names none`,
          help: 'add a JourneyList with one Candidate'
        })
      } else if (second !== undefined) {
        report(second.span, {
          message: `step ${order} of ${within} names ${candidates.length} sub journeys; which of them runs is not documented`,
          help: 'leave one, and give the others steps with preconditions'
        })
      } else if (!invokes && first !== undefined) {
        report(first.span, {
          message: `step ${order} of ${within} is of type ${type.value}; its JourneyList is not used`,
          help: 'set its Type to InvokeSubJourney'
        })
      }
    }
  }
}
