/** claims-transformation/boolean: logic, comparisons and assertions of boolean claims. */
import type { PolicyCases } from '../PolicyCase.ts'
import { metadata } from '../policyTexts.ts'

const folder = 'claims-transformation/boolean'

export const boolean: ReadonlyArray<PolicyCases> = [
  {
    policy: `${folder}/CT_AndClaims.xml`,
    about: 'AndClaims',
    cases: [
      { name: 'true and false, as selected', gives: { result: false }, token: { result: false } },
      { name: 'true and true', enter: { boolean2: 'true' }, gives: { result: true }, token: { result: true } },
      { name: 'false and true', enter: { boolean1: 'false', boolean2: 'true' }, gives: { result: false } },
      { name: 'false and false', enter: { boolean1: 'false' }, gives: { result: false } },
      { name: 'neither true nor false', enter: { boolean1: 'maybe' }, refused: 'UserMessageIfInvalidInput' }
    ]
  },
  {
    policy: `${folder}/CT_OrClaims.xml`,
    about: 'OrClaims',
    cases: [
      { name: 'true or false, as selected', gives: { result: true } },
      { name: 'true or true', enter: { boolean2: 'true' }, gives: { result: true } },
      { name: 'false or true', enter: { boolean1: 'false', boolean2: 'true' }, gives: { result: true } },
      { name: 'false or false', enter: { boolean1: 'false' }, gives: { result: false } }
    ]
  },
  {
    policy: `${folder}/CT_NotClaims.xml`,
    about: 'NotClaims',
    cases: [
      { name: 'not true, as selected', gives: { result: false } },
      { name: 'not false', enter: { boolean1: 'false' }, gives: { result: true } }
    ]
  },
  {
    // The id of the transformation speaks of true; its parameter, its message and the readme of false.
    policy: `${folder}/CT_CompareBooleanClaimToValue.xml`,
    about: 'CompareBooleanClaimToValue',
    cases: [
      { name: 'true is not false, as selected', gives: { result: false } },
      { name: 'false is false', enter: { boolean1: 'false' }, gives: { result: true } }
    ]
  },
  {
    policy: `${folder}/CT_AssertBooleanClaimIsEqualToValue.xml`,
    about: 'AssertBooleanClaimIsEqualToValue',
    cases: [
      {
        name: 'true is not false, as selected',
        refused: 'UserMessageIfClaimsTransformationBooleanValueIsNotEqual',
        says: [metadata('UserMessageIfClaimsTransformationBooleanValueIsNotEqual')]
      },
      { name: 'false is false: the default of the validation', enter: { boolean1: 'false' }, gives: { result: true } }
    ]
  }
]
