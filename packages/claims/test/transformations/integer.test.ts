/** Integer transformations: claims-transformations section 5. */
import { describe, expect, it } from 'vitest'
import { type Case, namedCase, run } from '../support/run.ts'

const failed = { error: 'TransformationFailed' }

const tables: Readonly<Record<string, ReadonlyArray<Case>>> = {
  AdjustNumber: [
    ['adds one', { inputClaim: 41 }, { Operator: 'INCREMENT' }, { outputClaim: 42 }],
    ['subtracts one, in any case of the operator', { inputClaim: 0 }, { Operator: 'decrement' }, { outputClaim: -1 }],
    ['adds without an operator', { inputClaim: -1 }, {}, { outputClaim: 0 }],
    ['no value counts as 0', { inputClaim: null }, {}, { outputClaim: 1 }],
    ['beyond the largest int fails', { inputClaim: 2_147_483_647 }, {}, failed],
    ['beyond the smallest int fails', { inputClaim: -2_147_483_648 }, { Operator: 'DECREMENT' }, failed],
    ['another operator is refused', { inputClaim: 1 }, { Operator: 'INCREASE' }, { error: 'Refused' }]
  ],
  ConvertNumberToStringClaim: [
    ['keeps every digit', { inputClaim: 9_223_372_036_854_775_807n }, {}, { outputClaim: '9223372036854775807' }],
    ['a minus', { inputClaim: -5 }, {}, { outputClaim: '-5' }],
    ['an int too', { inputClaim: 7 }, {}, { outputClaim: '7' }, { types: { inputClaim: 'int' } }],
    ['a missing claim fails', { inputClaim: null }, {}, failed]
  ],
  AssertNumber: [
    [
      'a missing claim fails',
      { inputClaim: null },
      { Operator: 'Equal', CompareToValue: '1', throwError: 'false' },
      failed
    ],
    [
      'a true comparison raises by default',
      { inputClaim: 1 },
      { Operator: 'equal', CompareToValue: '1' },
      { error: 'AssertNumberError' }
    ],
    [
      'a false comparison gives false',
      { inputClaim: 2 },
      { Operator: 'Equal', CompareToValue: '1' },
      { outputClaim: false }
    ],
    [
      'an unknown operator is refused',
      { inputClaim: 2 },
      { Operator: 'Is', CompareToValue: '1' },
      { error: 'Refused' }
    ],
    [
      'a constant that is no int is refused',
      { inputClaim: 2 },
      { Operator: 'Equal', CompareToValue: '1.0' },
      { error: 'Refused' }
    ]
  ]
}

describe.each(Object.entries(tables))('%s', (method, cases) => {
  it.each(cases.map(namedCase))('$shows', ({ expected, inputs, options, parameters }) => {
    expect(run(method, inputs, parameters, options)).toStrictEqual(expected)
  })
})

describe('AssertNumber compares', () => {
  const table: ReadonlyArray<readonly [operator: string, below: boolean, same: boolean, above: boolean]> = [
    ['LessThan', true, false, false],
    ['LessThanOrEqual', true, true, false],
    ['GreaterThan', false, false, true],
    ['GreaterThanOrEqual', false, true, true],
    ['Equal', false, true, false],
    ['NotEqual', true, false, true]
  ]

  it.each(table)('%s', (Operator, ...expected) => {
    const results = [19, 20, 21].map(
      (inputClaim) =>
        run('AssertNumber', { inputClaim }, { Operator, CompareToValue: '20', throwError: 'false' })['outputClaim']
    )
    expect(results).toStrictEqual(expected)
  })
})
