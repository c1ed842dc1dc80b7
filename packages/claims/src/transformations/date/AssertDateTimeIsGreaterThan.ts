/** AssertDateTimeIsGreaterThan: fails unless one date and time is later than another. */
import { compareInstants, parseInstant } from '../../convert/dates.ts'
import type { Instant } from '../../ClaimValue.ts'
import { claim, claimOrNone, defineTransformation, fail, flagOr, integerOr, raise } from '../../contract/index.ts'

/** Milliseconds from `right` to `left`. */
const distance = (left: Instant, right: Instant): number =>
  left.epochMilliseconds - right.epochMilliseconds + (left.ticks - right.ticks) / 10_000

/**
 * Source: claims-transformations 3. "Assert if" means "raise if". The article says that a missing right operand passes when
 * AssertIfRightOperandIsNotPresent is true, the name and an older draft that it raises: raised here.
 */
export const AssertDateTimeIsGreaterThan = defineTransformation({
  method: 'AssertDateTimeIsGreaterThan',
  family: 'date',
  summary: 'Fails unless the left date and time is later than the right one.',
  remarks: [
    'The operands are claims of data type string that hold ISO 8601 dates and times; UTC where no zone is given.',
    'The tolerance is in milliseconds, and its parameter is spelled without the second i.'
  ],
  inputs: [claim('leftOperand', 'string'), claimOrNone('rightOperand', 'string')],
  parameters: {
    AssertIfEqualTo: flagOr(true, 'Whether equal operands fail.'),
    AssertIfRightOperandIsNotPresent: flagOr(true, 'Whether a right operand without a value fails.'),
    TreatAsEqualIfWithinMillseconds: integerOr(0, 'Operands at most so many milliseconds apart count as equal.')
  },
  outputs: [],
  errors: {
    DateTimeGreaterThan: {
      defaultText: 'Claim value comparison failed: The provided left operand is greater than the right operand.',
      when: 'The left operand is not later than the right one.'
    }
  },
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/date-transformations#assertdatetimeisgreaterthan',
  example: {
    inputs: { leftOperand: '2022-01-22T15:00:00', rightOperand: '2022-01-01T15:00:00' },
    parameters: {
      AssertIfEqualTo: 'false',
      AssertIfRightOperandIsNotPresent: 'true',
      TreatAsEqualIfWithinMillseconds: '300000'
    },
    outputs: {}
  },
  transform:
    ({ parameters: { AssertIfEqualTo, AssertIfRightOperandIsNotPresent, TreatAsEqualIfWithinMillseconds } }) =>
    (leftText, rightText) => {
      const left = parseInstant(leftText)
      if (left === undefined) return fail('the left operand is not a date and time')
      if (rightText === undefined) {
        return AssertIfRightOperandIsNotPresent ? raise('DateTimeGreaterThan', 'the right operand has no value') : []
      }
      const right = parseInstant(rightText)
      if (right === undefined) return fail('the right operand is not a date and time')
      if (Math.abs(distance(left, right)) <= TreatAsEqualIfWithinMillseconds) {
        return AssertIfEqualTo ? raise('DateTimeGreaterThan', 'the operands are equal') : []
      }
      return compareInstants(left, right) > 0 ? [] : raise('DateTimeGreaterThan', 'the left operand is earlier')
    }
})
