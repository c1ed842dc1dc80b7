/** A boolean claim is compared as the text True or False. */
import { keyOf, type Precondition } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'
import { stepsOf } from '../steps.ts'
import { writeInstead } from '../words.ts'

export const preconditionBooleans: Rule = {
  code: 'TF3211',
  name: 'precondition-booleans',
  title: 'comparison with a boolean that never holds',
  severity: 'warning',
  origin: 'b2c-fails',
  check: ({ policy, profiles }, report) => {
    const check = ({ type, values }: Precondition) => {
      const [claim, literal] = values
      if (keyOf(type.value) !== 'claimequals' || claim === undefined || literal === undefined) return
      if (policy.claimTypes.get(keyOf(claim.value))?.dataType?.value !== 'boolean') return
      const { span, value } = literal
      if (value === 'True' || value === 'False') return
      const meant =
        keyOf(value) === 'true' || value === '1'
          ? 'True'
          : keyOf(value) === 'false' || value === '0'
            ? 'False'
            : undefined
      report(span, {
        message: `"${claim.value}" is a boolean, which is True or False as a text and never "${value}"`,
        ...(meant === undefined
          ? { help: 'write True or False' }
          : { help: `write "${meant}"`, fix: writeInstead(span, meant) })
      })
    }
    for (const { step } of stepsOf(policy)) step.preconditions.forEach(check)
    for (const { profile } of profiles) {
      for (const { preconditions } of profile.validationTechnicalProfiles) preconditions.forEach(check)
    }
  }
}
