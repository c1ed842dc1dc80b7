/** AssertNumber: compares a number, and fails when the comparison is true. */
import { choice, claim, defineTransformation, flagOr, integer, optionalOutput, raise } from '../../contract/index.ts'

const comparisons = {
  LessThan: (left: number, right: number) => left < right,
  GreaterThan: (left: number, right: number) => left > right,
  GreaterThanOrEqual: (left: number, right: number) => left >= right,
  LessThanOrEqual: (left: number, right: number) => left <= right,
  Equal: (left: number, right: number) => left === right,
  NotEqual: (left: number, right: number) => left !== right
} as const

const operators = [
  'LessThan',
  'GreaterThan',
  'GreaterThanOrEqual',
  'LessThanOrEqual',
  'Equal',
  'NotEqual'
] as const satisfies ReadonlyArray<keyof typeof comparisons>

/** Source: claims-transformations 5. */
export const AssertNumber = defineTransformation({
  method: 'AssertNumber',
  family: 'integer',
  summary: 'Compares a number with a constant, and fails when the comparison is true.',
  remarks: ['With throwError false it never fails: the result of the comparison is its output.'],
  inputs: [claim('inputClaim', 'int')],
  parameters: {
    Operator: choice(operators, 'How the claim is compared with the constant.'),
    CompareToValue: integer('The constant.'),
    throwError: flagOr(true, 'Whether a true comparison fails.')
  },
  outputs: [optionalOutput('outputClaim', 'boolean')],
  errors: { AssertNumberError: { when: 'The comparison is true and throwError is true.' } },
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/integer-transformations#assertnumber',
  example: {
    inputs: { inputClaim: '10' },
    parameters: { Operator: 'GreaterThan', CompareToValue: '5', throwError: 'false' },
    outputs: { outputClaim: 'true' }
  },
  transform: ({ parameters: { CompareToValue, Operator, throwError } }) => {
    const compare = comparisons[Operator]
    return (value) => {
      const result = compare(value, CompareToValue)
      return result && throwError ? raise('AssertNumberError', `the claim is ${Operator} ${CompareToValue}`) : [result]
    }
  }
})
