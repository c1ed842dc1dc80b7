/** claims-transformation/general. */
import type { PolicyCases } from '../PolicyCase.ts'
import { initial } from '../policyTexts.ts'
import { as, matches, sameAs } from '../Statement.ts'

const folder = 'claims-transformation/general'

export const general: ReadonlyArray<PolicyCases> = [
  {
    policy: `${folder}/CT_CopyClaim.xml`,
    about: 'CopyClaim',
    cases: [
      {
        name: 'what is shown',
        gives: { int1Result: sameAs('int1'), string1: as(initial('string1')), string1Result: as(initial('string1')) }
      },
      {
        name: 'what is entered',
        enter: { int1: '-7', string1: ' Grüße ' },
        gives: { int1Result: -7, string1Result: ' Grüße ' },
        shows: { int1Result: '-7', string1Result: ' Grüße ' }
      },
      { name: 'no number', enter: { int1: '12a' }, refused: 'UserMessageIfInvalidInput' }
    ]
  },
  {
    // The page asks for neither the long nor the string collection.
    policy: `${folder}/CT_DoesClaimExist.xml`,
    about: 'DoesClaimExist',
    cases: [
      {
        name: 'nothing is entered',
        gives: {
          boolean1Result: false,
          date1Result: false,
          int1Result: false,
          long1Result: false,
          string1Result: false,
          stringCollection1Result: false
        }
      },
      {
        name: 'everything is entered; false and zero are values',
        enter: { boolean1: 'false', date1: '2022-01-31', int1: '0', string1: 'text' },
        gives: {
          boolean1Result: true,
          date1Result: true,
          int1Result: true,
          long1Result: false,
          string1Result: true,
          stringCollection1Result: false
        }
      }
    ]
  },
  {
    // How the parts are joined is not known, so only the shape of the result is.
    policy: `${folder}/CT_Hash.xml`,
    about: 'Hash',
    cases: [
      {
        name: 'a SHA-256 hash in base64',
        keys: { B2C_1A_12345Secret: '12345' },
        gives: { result: matches(/^[A-Za-z0-9+/]{43}=$/) },
        shows: { result: sameAs('result') }
      },
      { name: 'without its policy key', fails: 'ClaimsTransformationFailed' }
    ]
  }
]
