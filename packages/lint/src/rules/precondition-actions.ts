/** A precondition skips what it stands in. */
import { keyOf, type Precondition, type ValidationTechnicalProfile } from '@trustframe/policy'
import type { Report, Rule } from '../Rule.ts'
import { writeInstead } from '../words.ts'

const ofSteps = 'SkipThisOrchestrationStep'
const ofValidations = 'SkipThisValidationTechnicalProfile'

const check = (preconditions: ReadonlyArray<Precondition>, expected: string, where: string, report: Report): void => {
  for (const { actions } of preconditions) {
    for (const { span, value } of actions) {
      if (value !== ofSteps && value !== ofValidations) continue
      if (keyOf(value) === keyOf(expected)) continue
      report(span, {
        message: `the precondition of ${where} has the action "${value}"`,
        help: `write "${expected}"`,
        fix: writeInstead(span, expected)
      })
    }
  }
}

const checkValidations = (validations: ReadonlyArray<ValidationTechnicalProfile>, report: Report): void => {
  for (const { preconditions, referenceId } of validations) {
    check(preconditions, ofValidations, `the validation "${referenceId.value}"`, report)
  }
}

export const preconditionActions: Rule = {
  code: 'TF3210',
  name: 'precondition-actions',
  title: 'precondition that skips something else',
  severity: 'error',
  origin: 'b2c-fails',
  checkSteps: (steps, report) => {
    for (const { step, within } of steps) {
      check(step.preconditions, ofSteps, `step ${step.order} of ${within}`, report)
    }
  },
  checkProfile: ({ profile }, report) => checkValidations(profile.validationTechnicalProfiles, report),
  check: ({ policy }, report) => {
    for (const { actions } of policy.displayControls.values()) {
      for (const { validationProfiles } of actions) checkValidations(validationProfiles, report)
    }
  }
}
