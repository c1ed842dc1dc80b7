/** A boolean claim is compared as the text True or False. */
import { keyOf, type Precondition, remember, type TechnicalProfile } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'
import { stepsWhere } from '../steps.ts'
import { writeInstead } from '../words.ts'

/** Whether a precondition compares a claim with a text that is neither True nor False. */
const compares = ({ type, values: [, literal] }: Precondition): boolean =>
  keyOf(type.value) === 'claimequals' && literal?.value !== 'True' && literal?.value !== 'False'

const comparing = stepsWhere(({ step }) => step.preconditions.some(compares))

const ofValidations = remember(({ validationTechnicalProfiles }: TechnicalProfile) =>
  validationTechnicalProfiles.flatMap(({ preconditions }) => preconditions.filter(compares))
)

export const preconditionBooleans: Rule = {
  code: 'TF3211',
  name: 'precondition-booleans',
  title: 'comparison with a boolean that never holds',
  severity: 'warning',
  origin: 'b2c-fails',
  check: ({ policy, profiles }, report) => {
    const check = ({ values }: Precondition) => {
      const [claim, literal] = values
      if (claim === undefined || literal === undefined) return
      if (policy.claimTypes.get(keyOf(claim.value))?.dataType?.value !== 'boolean') return
      const { span, value } = literal
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
    for (const { step } of comparing(policy)) step.preconditions.filter(compares).forEach(check)
    for (const { profile } of profiles) ofValidations(profile).forEach(check)
  }
}
