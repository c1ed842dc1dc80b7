/** claims-transformation/integer. */
import type { PolicyCase, PolicyCases } from '../PolicyCase.ts'
import { metadata, patternHelp } from '../policyTexts.ts'

const folder = 'claims-transformation/integer'

/** The comparison with 20 that each operator makes: it is refused where it is true (`throwError`). */
const operators = [
  ['LessThan', { 19: true, 20: false, 21: false }],
  ['LessThanOrEqual', { 19: true, 20: true, 21: false }],
  ['GreaterThan', { 19: false, 20: false, 21: true }],
  ['GreaterThanOrEqual', { 19: false, 20: true, 21: true }],
  ['Equal', { 19: false, 20: true, 21: false }],
  ['NotEqual', { 19: true, 20: false, 21: true }]
] as const

const comparisons = operators.flatMap(([typeOfTransformation, holds]) =>
  Object.entries(holds).map(([int1, isTrue]): PolicyCase => {
    const name = `${int1} is ${typeOfTransformation} 20`
    const enter = { int1, typeOfTransformation }
    return isTrue
      ? { name, enter, refused: 'AssertNumberError', says: [metadata('AssertNumberError')] }
      : { name, enter, gives: { result: false }, token: { int1: Number(int1), result: false } }
  })
)

export const integer: ReadonlyArray<PolicyCases> = [
  {
    policy: `${folder}/CT_AdjustNumber.xml`,
    about: 'AdjustNumber',
    cases: [
      { name: 'adds one to 9, as selected', gives: { result: 10 }, shows: { result: '10' }, token: { int1: 9 } },
      { name: 'takes one from 9', enter: { typeOfTransformation: 'decrement' }, gives: { result: 8 } },
      { name: 'takes one from 0', enter: { int1: '0', typeOfTransformation: 'decrement' }, gives: { result: -1 } },
      { name: 'adds one to -1', enter: { int1: '-1' }, gives: { result: 0 } },
      {
        name: 'no digit',
        enter: { int1: 'nine' },
        refused: 'UserMessageIfIncorrectPattern',
        field: 'int1',
        says: [patternHelp('int1')]
      },
      // The pattern asks for a digit somewhere; that it is a number is up to the data type.
      { name: 'a digit, but no number', enter: { int1: '9th' }, refused: 'UserMessageIfInvalidInput' }
    ]
  },
  {
    policy: `${folder}/CT_AssertNumber.xml`,
    about: 'AssertNumber',
    cases: [{ name: '20 is LessThan 20, as shown and selected', gives: { result: false } }, ...comparisons]
  },
  {
    policy: `${folder}/CT_ConvertNumberToStringClaim.xml`,
    about: 'ConvertNumberToStringClaim',
    cases: [
      {
        name: 'the number that the first profile sets',
        gives: { long1: 99, result: '99' },
        shows: { result: '99' },
        token: { long1: 99, result: '99' }
      }
    ]
  }
]
