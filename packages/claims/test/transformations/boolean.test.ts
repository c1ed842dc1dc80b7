/** Boolean transformations: claims-transformations section 2. */
import { describe, expect, it } from 'vitest'
import { type Case, namedCase, run } from '../support/run.ts'

const failed = { error: 'TransformationFailed' }
const notEqual = { error: 'UserMessageIfClaimsTransformationBooleanValueIsNotEqual' }

const tables: Readonly<Record<string, ReadonlyArray<Case>>> = {
  AndClaims: [
    ['true and true', { inputClaim1: true, inputClaim2: true }, {}, { outputClaim: true }],
    ['true and false', { inputClaim1: true, inputClaim2: false }, {}, { outputClaim: false }],
    ['false and true', { inputClaim1: false, inputClaim2: true }, {}, { outputClaim: false }],
    ['false and false', { inputClaim1: false, inputClaim2: false }, {}, { outputClaim: false }],
    ['a missing first claim fails', { inputClaim1: null, inputClaim2: true }, {}, failed],
    ['a missing second claim fails', { inputClaim1: false, inputClaim2: null }, {}, failed]
  ],
  OrClaims: [
    ['true or true', { inputClaim1: true, inputClaim2: true }, {}, { outputClaim: true }],
    ['true or false', { inputClaim1: true, inputClaim2: false }, {}, { outputClaim: true }],
    ['false or true', { inputClaim1: false, inputClaim2: true }, {}, { outputClaim: true }],
    ['false or false', { inputClaim1: false, inputClaim2: false }, {}, { outputClaim: false }],
    ['a missing claim fails', { inputClaim1: true, inputClaim2: null }, {}, failed]
  ],
  NotClaims: [
    ['not true', { inputClaim: true }, {}, { outputClaim: false }],
    ['not false', { inputClaim: false }, {}, { outputClaim: true }],
    ['a missing claim fails', { inputClaim: null }, {}, failed]
  ],
  AssertBooleanClaimIsEqualToValue: [
    ['true is true', { inputClaim: true }, { valueToCompareTo: 'true' }, {}],
    ['false is false', { inputClaim: false }, { valueToCompareTo: 'FALSE' }, {}],
    ['true is not false', { inputClaim: true }, { valueToCompareTo: 'False' }, notEqual],
    ['no value is not equal', { inputClaim: null }, { valueToCompareTo: 'false' }, notEqual],
    ['the parameter must be a boolean', { inputClaim: true }, { valueToCompareTo: '1' }, { error: 'Refused' }],
    ['the parameter must be there', { inputClaim: true }, {}, { error: 'Refused' }]
  ],
  CompareBooleanClaimToValue: [
    ['true is true', { inputClaim: true }, { valueToCompareTo: 'true' }, { compareResult: true }],
    ['false is not true', { inputClaim: false }, { valueToCompareTo: 'true' }, { compareResult: false }],
    ['a missing claim fails', { inputClaim: null }, { valueToCompareTo: 'true' }, failed]
  ]
}

describe.each(Object.entries(tables))('%s', (method, cases) => {
  it.each(cases.map(namedCase))('$shows', ({ expected, inputs, options, parameters }) => {
    expect(run(method, inputs, parameters, options)).toStrictEqual(expected)
  })
})
