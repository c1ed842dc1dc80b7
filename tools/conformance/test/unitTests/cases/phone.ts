/** claims-transformation/phoneNumber. */
import type { PolicyCases } from '../PolicyCase.ts'
import { metadata } from '../policyTexts.ts'

const folder = 'claims-transformation/phoneNumber'
const invalid = 'UserMessageIfClaimsTransformationInvalidPhoneNumber'
const unreadable = 'UserMessageIfPhoneNumberParseFailure'

export const phone: ReadonlyArray<PolicyCases> = [
  {
    policy: `${folder}/CT_ConvertPhoneNumberClaimToString.xml`,
    about: 'ConvertPhoneNumberClaimToString',
    cases: [
      { name: 'the number as shown', gives: { result: '+11234567890' } },
      {
        name: 'a number with separators',
        enter: { inputPhoneNumber: '+49 (30) 123-456' },
        gives: { result: '+4930123456' },
        shows: { result: '+4930123456' },
        token: { inputPhoneNumber: '+4930123456', result: '+4930123456' }
      },
      { name: 'no number', enter: { inputPhoneNumber: 'thirty' }, refused: 'UserMessageIfInvalidInput' }
    ]
  },
  {
    policy: `${folder}/CT_ConvertStringToPhoneNumberClaim.xml`,
    about: 'ConvertStringToPhoneNumberClaim',
    cases: [
      { name: 'no country is selected', refused: 'UserMessageIfMissingRequiredElement' },
      {
        name: 'the number as shown, in the United States',
        enter: { inputCountryCode: 'US' },
        gives: { result: '+11234567890' }
      },
      {
        name: 'a German number',
        enter: { inputCountryCode: 'DE', inputPhoneNumber: '030 / 123456' },
        gives: { result: '+4930123456' },
        shows: { result: '+4930123456' }
      },
      {
        name: 'a British number',
        enter: { inputCountryCode: 'GB', inputPhoneNumber: '020 7946 0958' },
        gives: { result: '+442079460958' }
      },
      {
        name: 'no number',
        enter: { inputCountryCode: 'BR', inputPhoneNumber: 'none' },
        refused: invalid,
        says: [metadata(invalid)]
      }
    ]
  },
  {
    policy: `${folder}/CT_ConvertStringToPhoneNumberClaimWithoutCountryCodeClaim.xml`,
    about: 'ConvertStringToPhoneNumberClaim',
    cases: [
      { name: 'the number as shown', gives: { result: '+11234567890' }, token: { result: '+11234567890' } },
      {
        name: 'without its calling code',
        enter: { inputPhoneNumber: '(123) 456-7890' },
        refused: invalid,
        says: [metadata(invalid)]
      }
    ]
  },
  {
    policy: `${folder}/CT_GetNationalNumberAndCountryCodeFromPhoneNumberString.xml`,
    about: 'GetNationalNumberAndCountryCodeFromPhoneNumberString',
    cases: [
      { name: 'the number as shown', gives: { resultCountryCode: 'DE', resultNationalNumber: '1234567890' } },
      {
        name: 'its calling code',
        enter: { typeOfTransformation: 'CallingCode' },
        gives: { resultCountryCode: '+49', resultNationalNumber: '1234567890' }
      },
      {
        name: 'another country',
        enter: { phoneNumber: '+55 11 91234-5678' },
        gives: { resultCountryCode: 'BR', resultNationalNumber: '11912345678' }
      },
      { name: 'no number', enter: { phoneNumber: 'none' }, refused: unreadable, says: [metadata(unreadable)] },
      {
        name: 'no number, for its calling code',
        enter: { phoneNumber: 'none', typeOfTransformation: 'CallingCode' },
        refused: unreadable,
        says: [metadata(unreadable)]
      }
    ]
  }
]
