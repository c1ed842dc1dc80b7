/** claims-transformation/string: texts that are compared and matched. */
import type { PolicyCases } from '../PolicyCase.ts'
import { metadata, ownItems, parameter } from '../policyTexts.ts'
import { as } from '../Statement.ts'

const folder = 'claims-transformation/string'
const notEqual = 'UserMessageIfClaimsTransformationStringsAreNotEqual'

const equal = {
  resultCode: as(parameter('CheckIfStringsAreEqual', 'stringMatchMsgCode')),
  resultMatch: true,
  resultValue: as(parameter('CheckIfStringsAreEqual', 'stringMatchMsg'))
}

export const stringComparison: ReadonlyArray<PolicyCases> = [
  {
    // A validation profile outputs displayName, which nothing sets.
    policy: `${folder}/CT_AssertStringClaimsAreEqual.xml`,
    about: 'AssertStringClaimsAreEqual',
    cases: [
      { name: 'different texts, as shown', refused: notEqual, says: [metadata(notEqual)] },
      { name: 'equal texts', enter: { string2: 'abc' }, gives: {}, token: { string1: 'abc', string2: 'abc' } },
      { name: 'equal but for their case', enter: { string2: 'ABC' }, gives: {}, token: { string2: 'ABC' } },
      {
        name: 'equal texts, respecting case',
        enter: { string2: 'abc', stringComparisonType: 'Ordinal' },
        gives: {},
        token: { stringComparisonType: 'Ordinal' }
      },
      {
        name: 'equal but for their case, respecting case',
        enter: { string2: 'ABC', stringComparisonType: 'Ordinal' },
        refused: notEqual,
        says: [metadata(notEqual)]
      }
    ]
  },
  {
    policy: `${folder}/CT_CompareClaims.xml`,
    about: 'CompareClaims',
    cases: [
      { name: 'equal but for their case, as shown', gives: { result: true } },
      { name: 'not equal but for their case', enter: { operator: 'Not equal' }, gives: { result: false } },
      { name: 'different texts', enter: { string2: 'abd' }, gives: { result: false } },
      { name: 'different texts, not equal', enter: { operator: 'Not equal', string2: 'abd' }, gives: { result: true } }
    ]
  },
  {
    policy: `${folder}/CT_CompareClaimToValue.xml`,
    about: 'CompareClaimToValue',
    cases: [
      { name: 'equal but for their case, as shown', gives: { result: true } },
      { name: 'not equal but for their case', enter: { inputOperator: 'Not equal' }, gives: { result: false } },
      { name: 'another text', enter: { inputString: 'abcd' }, gives: { result: false } },
      {
        name: 'another text, not equal',
        enter: { inputOperator: 'Not equal', inputString: 'abcd' },
        gives: { result: true }
      }
    ]
  },
  {
    policy: `${folder}/CT_SetClaimIfBooleansMatch.xml`,
    about: 'SetClaimIfBooleansMatch',
    cases: [
      {
        // The default is written "true", the option "True".
        name: 'true, as shown',
        offers: { boolean1: { texts: ownItems('boolean1'), selected: 'True' } },
        gives: { result: as(parameter('SetClaimIfBooleansClaimIsTrue', 'outputClaimIfMatched')) },
        token: { boolean1: true }
      },
      { name: 'false', enter: { boolean1: 'False' }, gives: { result: null }, token: { boolean1: false } }
    ]
  },
  {
    policy: `${folder}/CT_SetClaimsIfRegexMatch.xml`,
    about: 'SetClaimsIfRegexMatch',
    cases: [
      {
        name: 'the digits as shown',
        gives: { resultMatch: true, resultValue: as(parameter('SetIfString1RegexMatch', 'outputClaimIfMatched')) }
      },
      { name: 'three digits', enter: { string1: '123' }, gives: { resultMatch: false, resultValue: null } },
      { name: 'a plus sign', enter: { string1: '+12345' }, gives: { resultMatch: false, resultValue: null } }
    ]
  },
  {
    policy: `${folder}/CT_SetClaimsIfRegexMatch_WithGrouping.xml`,
    about: 'SetClaimsIfRegexMatch',
    cases: [
      {
        name: 'the address as shown',
        gives: {
          resultGroup1: 'emily',
          resultMatch: true,
          resultValue: as(parameter('SetIfString1RegexMatch', 'outputClaimIfMatched'))
        },
        shows: { resultGroup1: 'emily' }
      },
      {
        name: 'no address',
        enter: { string1: 'emily' },
        gives: { resultGroup1: null, resultMatch: false, resultValue: null }
      }
    ]
  },
  {
    // The message goes to the first claim, the code to the second, as their names say.
    policy: `${folder}/CT_SetClaimsIfStringsAreEqual.xml`,
    about: 'SetClaimsIfStringsAreEqual',
    cases: [
      { name: 'equal, as shown', gives: equal },
      { name: 'equal but for its case', enter: { string1: 'V1' }, gives: equal },
      {
        name: 'different',
        enter: { string1: 'v2' },
        gives: { resultCode: null, resultMatch: false, resultValue: null }
      }
    ]
  },
  {
    policy: `${folder}/CT_SetClaimsIfStringsMatch.xml`,
    about: 'SetClaimsIfStringsMatch',
    cases: [
      {
        name: 'equal but for its case, as shown',
        gives: { result: as(parameter('CheckIfStringMatch', 'outputClaimIfMatched')), resultMatch: true }
      },
      { name: 'different', enter: { string1: 'minors' }, gives: { result: null, resultMatch: false } }
    ]
  },
  {
    policy: `${folder}/CT_StringContains.xml`,
    about: 'StringContains',
    cases: [
      { name: 'ignoring case, as shown and selected', gives: { result: true } },
      { name: 'ignoring case', enter: { string1: 'all READERS here' }, gives: { result: true } },
      { name: 'the text as shown, respecting case', enter: { inputIgnoreCase: 'False' }, gives: { result: false } },
      {
        name: 'respecting case',
        enter: { inputIgnoreCase: 'False', string1: 'all Readers here' },
        gives: { result: true }
      },
      { name: 'another text', enter: { string1: 'read' }, gives: { result: false } }
    ]
  }
]
