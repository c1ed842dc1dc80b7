/** claims-transformation/json. A document that is malformed or lacks what is wanted ends the journey, as the readme says. */
import type { PolicyCases } from '../PolicyCase.ts'
import { initial } from '../policyTexts.ts'
import { as, jsonOf, listOf } from '../Statement.ts'

const folder = 'claims-transformation/json'

const someone = {
  active: true,
  birthDate: '2005-01-23T00:00:00.0000000Z',
  displayName: 'Someone',
  membershipID: 6353399
}
const nobody = { active: null, birthDate: null, displayName: null, membershipID: null }

const broken = (enter: string) =>
  [
    { name: 'malformed JSON', enter: { inputJson: '{' }, fails: 'ClaimsTransformationFailed' },
    { name: 'a document without it', enter: { inputJson: enter }, fails: 'ClaimsTransformationFailed' }
  ] as const

export const json: ReadonlyArray<PolicyCases> = [
  {
    policy: `${folder}/CT_CreateJsonArray.xml`,
    about: 'CreateJsonArray',
    cases: [
      { name: 'the text as shown', gives: { result: jsonOf(['someone@contoso.com']) } },
      { name: 'a text with quotes', enter: { string1: 'a "b" \\' }, gives: { result: jsonOf(['a "b" \\']) } }
    ]
  },
  {
    // Nothing is selected at first; the long has a default and is not shown.
    policy: `${folder}/CT_GenerateJson.xml`,
    about: 'GenerateJson',
    cases: [
      {
        name: 'claims and constants; what was not entered is left out',
        enter: { boolean1: 'true', int1: '5', string1: 'say "hi"' },
        gives: {
          long1: 123456,
          result: jsonOf({
            customerEntity: {
              BooleanClaim: true,
              IntClaim: 5,
              LongClaim: 123456,
              StringClaim: 'say "hi"',
              properties: { FixedString: 'Administrator', FixedLong: 123456789 }
            }
          })
        }
      },
      {
        // The form of a dateTime is not documented: it is written as everywhere in JSON but tokens.
        name: 'with a day',
        enter: { dateTime1: '2022-01-31' },
        gives: {
          long1: 123456,
          result: jsonOf({
            customerEntity: {
              DateTimeClaim: '2022-01-31T00:00:00.0000000Z',
              LongClaim: 123456,
              properties: { FixedString: 'Administrator', FixedLong: 123456789 }
            }
          })
        },
        token: { dateTime1: Date.UTC(2022, 0, 31) / 1000 }
      }
    ]
  },
  {
    policy: `${folder}/CT_GetClaimFromJson.xml`,
    about: 'GetClaimFromJson',
    cases: [
      {
        name: 'the document as shown',
        gives: {
          resultDisplayName: 'Emily Smith',
          resultEmail: 'someone@example.com',
          resultGivenName: 'Emily',
          resultSurname: 'Smith'
        }
      },
      {
        name: 'another document',
        enter: { inputJson: '{"surname":"ß","extra":[],"email":"","givenName":7,"displayName":"x y"}' },
        gives: { resultDisplayName: 'x y', resultEmail: '', resultGivenName: '7', resultSurname: 'ß' },
        shows: { resultDisplayName: 'x y', resultGivenName: '7', resultSurname: 'ß' }
      },
      ...broken('{"displayName":"x","email":"y","givenName":"z"}')
    ]
  },
  {
    policy: `${folder}/CT_GetClaimsFromJsonArray.xml`,
    about: 'GetClaimsFromJsonArray',
    cases: [
      { name: 'the document as shown', gives: someone },
      {
        name: 'the document as shown, without empty claims',
        enter: { typeOfTransformation: 'dontInclude' },
        gives: someone
      },
      {
        name: 'an empty claim',
        enter: { inputJson: '[{"key":"displayName","value":""},{"key":"active","value":false}]' },
        gives: { ...nobody, active: false, displayName: '' }
      },
      {
        name: 'an empty claim, without empty claims',
        enter: {
          inputJson: '[{"key":"displayName","value":""},{"key":"active","value":false}]',
          typeOfTransformation: 'dontInclude'
        },
        gives: { ...nobody, active: false }
      },
      { name: 'no keys', enter: { inputJson: '[]' }, gives: nobody }
    ]
  },
  {
    policy: `${folder}/CT_GetClaimsFromJsonArrayV2.xml`,
    about: 'GetClaimsFromJsonArrayV2',
    cases: [
      {
        name: 'the documents as shown',
        gives: {
          ...someone,
          inputJsonStringCollection: listOf(
            initial('inputJson1'),
            initial('inputJson2'),
            initial('inputJson3'),
            initial('inputJson4')
          )
        },
        token: { birthDate: Date.UTC(2005, 0, 23) / 1000 }
      },
      { name: 'malformed JSON', enter: { inputJson3: '{' }, fails: 'ClaimsTransformationFailed' }
    ]
  },
  {
    policy: `${folder}/CT_GetNumericClaimFromJson.xml`,
    about: 'GetNumericClaimFromJson',
    cases: [
      { name: 'the document as shown', gives: { result: 6353399 }, shows: { result: '6353399' } },
      {
        name: 'a number beyond the precision of a double',
        enter: { inputJson: '{"id":9007199254740993}' },
        gives: { result: 9007199254740993n },
        shows: { result: '9007199254740993' }
      },
      ...broken('{"ID":1}')
    ]
  },
  {
    policy: `${folder}/CT_GetSingleItemFromJson.xml`,
    about: 'GetSingleItemFromJson',
    cases: [
      // The name is misspelt in the policy.
      { name: 'the document as shown', gives: { resultKey: 'givenName', resultValue: 'Emilty' } },
      {
        name: 'another document',
        enter: { inputJson: '{"b":"1","a":"2"}' },
        gives: { resultKey: 'b', resultValue: '1' },
        shows: { resultKey: 'b', resultValue: '1' }
      },
      { name: 'malformed JSON', enter: { inputJson: '{"b"' }, fails: 'ClaimsTransformationFailed' }
    ]
  },
  {
    policy: `${folder}/CT_GetSingleValueFromJsonArray.xml`,
    about: 'GetSingleValueFromJsonArray',
    cases: [
      { name: 'the document as shown', gives: { result: 'someone@example.com' } },
      { name: 'a number first', enter: { inputJson: '[7, "seven"]' }, gives: { result: '7' }, shows: { result: '7' } },
      { name: 'malformed JSON', enter: { inputJson: '[' }, fails: 'ClaimsTransformationFailed' }
    ]
  },
  {
    policy: `${folder}/CT_XmlStringToJsonString.xml`,
    about: 'XmlStringToJsonString',
    cases: [
      {
        name: 'the document that the first profile sets',
        gives: {
          inputXML: as(initial('inputXML')),
          result: jsonOf({ user: { name: 'Someone', email: 'someone@example.com' } })
        }
      }
    ]
  }
]
