/** Date transformations: claims-transformations section 3. */
import { describe, expect, it } from 'vitest'
import { type Case, namedCase, run } from '../support/run.ts'

const failed = { error: 'TransformationFailed' }
const raised = { error: 'DateTimeGreaterThan' }

const tables: Readonly<Record<string, ReadonlyArray<Case>>> = {
  AssertDateTimeIsGreaterThan: [
    ['later passes', { leftOperand: '2022-01-02', rightOperand: '2022-01-01' }, {}, {}],
    ['earlier raises', { leftOperand: '2022-01-01', rightOperand: '2022-01-02' }, {}, raised],
    ['equal raises unless told otherwise', { leftOperand: '2022-01-01', rightOperand: '2022-01-01' }, {}, raised],
    [
      'equal passes when told so',
      { leftOperand: '2022-01-01', rightOperand: '2022-01-01' },
      { AssertIfEqualTo: 'false' },
      {}
    ],
    [
      'later within the tolerance counts as equal',
      { leftOperand: '2022-01-01T00:00:30Z', rightOperand: '2022-01-01T00:00:00Z' },
      { TreatAsEqualIfWithinMillseconds: '30000' },
      raised
    ],
    [
      'earlier within the tolerance counts as equal',
      { leftOperand: '2022-01-01T00:00:00Z', rightOperand: '2022-01-01T00:00:30Z' },
      { TreatAsEqualIfWithinMillseconds: '30000', AssertIfEqualTo: 'false' },
      {}
    ],
    [
      'a tick beyond the tolerance is later',
      { leftOperand: '2022-01-01T00:00:30.0000001Z', rightOperand: '2022-01-01T00:00:00Z' },
      { TreatAsEqualIfWithinMillseconds: '30000' },
      {}
    ],
    ['zones count', { leftOperand: '2022-01-01T12:00:00+01:00', rightOperand: '2022-01-01T11:30:00Z' }, {}, raised],
    ['without a zone it is UTC', { leftOperand: '2022-01-01T12:00:01', rightOperand: '2022-01-01T12:00:00Z' }, {}, {}],
    [
      'the form of {Context:DateTimeInUtc} is read',
      { leftOperand: '10/10/2021 12:00:01 PM', rightOperand: '2021-10-10T12:00:00Z' },
      {},
      {}
    ],
    ['no right operand raises', { leftOperand: '2022-01-01', rightOperand: null }, {}, raised],
    [
      'no right operand passes when told so',
      { leftOperand: '2022-01-01', rightOperand: null },
      { AssertIfRightOperandIsNotPresent: 'false' },
      {}
    ],
    ['no left operand fails', { leftOperand: null, rightOperand: '2022-01-01' }, {}, failed],
    ['a text that is no date fails', { leftOperand: 'soon', rightOperand: '2022-01-01' }, {}, failed],
    ['a right operand that is no date fails', { leftOperand: '2022-01-01', rightOperand: '2022-02-30' }, {}, failed],
    [
      'dateTime claims are refused',
      { leftOperand: '2022-01-01', rightOperand: '2022-01-01' },
      {},
      { error: 'Refused' },
      { types: { leftOperand: 'dateTime' } }
    ]
  ],
  ConvertDateTimeToDateClaim: [
    ['drops the time', { inputClaim: '2022-01-03T23:59:59.9999999Z' }, {}, { outputClaim: '2022-01-03' }],
    ['takes the day in UTC', { inputClaim: '2022-01-03T00:30:00+02:00' }, {}, { outputClaim: '2022-01-02' }],
    ['a missing claim fails', { inputClaim: null }, {}, failed]
  ],
  ConvertDateToDateTimeClaim: [
    ['adds midnight', { inputClaim: '2024-02-29' }, {}, { outputClaim: '2024-02-29T00:00:00.0000000Z' }],
    ['in the first centuries too', { inputClaim: '0099-12-31' }, {}, { outputClaim: '0099-12-31T00:00:00.0000000Z' }],
    ['a missing claim fails', { inputClaim: null }, {}, failed]
  ],
  DateTimeComparison: [
    [
      'the time span is added to the first',
      { firstDateTime: '2022-01-01T00:00:00Z', secondDateTime: '2022-01-01T00:00:59Z' },
      { operator: 'later than', timeSpanInSeconds: '60' },
      { result: true }
    ],
    [
      'a negative time span too',
      { firstDateTime: '2022-01-01T00:00:00Z', secondDateTime: '2021-12-31T23:59:30Z' },
      { operator: 'earlier than', timeSpanInSeconds: '-60' },
      { result: true }
    ],
    [
      'equal instants are not later',
      { firstDateTime: '2018-01-01T00:00:00.1Z', secondDateTime: '2018-04-01T00:00:00.1Z' },
      { operator: 'later than', timeSpanInSeconds: '7776000' },
      { result: false }
    ],
    [
      'equal instants are not earlier',
      { firstDateTime: '2018-01-01T00:00:00Z', secondDateTime: '2018-01-01T00:00:00Z' },
      { operator: 'Earlier Than', timeSpanInSeconds: '0' },
      { result: false }
    ],
    [
      'the same to the tick',
      { firstDateTime: '2018-01-01T00:00:00.0000001Z', secondDateTime: '2018-01-01T00:00:00Z' },
      { operator: 'same', timeSpanInSeconds: '0' },
      { result: false }
    ],
    [
      'no second is now',
      { firstDateTime: '2022-01-14T11:40:35Z', secondDateTime: null },
      { operator: 'same', timeSpanInSeconds: '0' },
      { result: true }
    ],
    [
      'no first fails',
      { firstDateTime: null, secondDateTime: '2018-01-01T00:00:00Z' },
      { operator: 'same', timeSpanInSeconds: '0' },
      failed
    ],
    [
      'an old operator is refused',
      { firstDateTime: null, secondDateTime: null },
      { operator: 'greater than', timeSpanInSeconds: '0' },
      { error: 'Refused' }
    ]
  ],
  GetCurrentDateTime: [['is the clock', {}, {}, { currentDateTime: '2022-01-14T11:40:35.0000000Z' }]],
  IsTermsOfUseConsentRequired: [
    [
      'an older consent',
      { termsOfUseConsentDateTime: '2021-11-14T23:59:59.9999999Z' },
      { termsOfUseTextUpdateDateTime: '2021-11-15' },
      { result: true }
    ],
    [
      'a consent at the very instant is enough',
      { termsOfUseConsentDateTime: '2021-11-15T00:00:00Z' },
      { termsOfUseTextUpdateDateTime: '2021-11-15T00:00:00' },
      { result: false }
    ],
    [
      'no consent',
      { termsOfUseConsentDateTime: null },
      { termsOfUseTextUpdateDateTime: '2021-11-15' },
      { result: true }
    ],
    [
      'a parameter that is no date is refused',
      { termsOfUseConsentDateTime: null },
      { termsOfUseTextUpdateDateTime: 'yesterday' },
      { error: 'Refused' }
    ]
  ]
}

describe.each(Object.entries(tables))('%s', (method, cases) => {
  it.each(cases.map(namedCase))('$shows', ({ expected, inputs, options, parameters }) => {
    expect(run(method, inputs, parameters, options)).toStrictEqual(expected)
  })
})
