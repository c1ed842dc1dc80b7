/** ConvertStringToPhoneNumberClaim: a text as a phone number. */
import { claimOrNone, defineTransformation, optionalClaim, output, raise } from '../../contract/index.ts'
import { readPhoneNumber } from './phoneNumbers.ts'

/** Source: claims-transformations 7. */
export const ConvertStringToPhoneNumberClaim = defineTransformation({
  method: 'ConvertStringToPhoneNumberClaim',
  family: 'phone',
  summary: 'A text as a phone number in E.164.',
  remarks: [
    'With a country, the text is a number of that country; without one it must begin with a plus sign and a calling code.',
    'Separators are dropped. Whether the number exists in its country is not checked.'
  ],
  inputs: [claimOrNone('phoneNumberString', 'string'), optionalClaim('country', 'string')],
  parameters: {},
  outputs: [output('outputClaim', 'phoneNumber')],
  errors: {
    UserMessageIfClaimsTransformationInvalidPhoneNumber: {
      when: 'The text is not a phone number, or the claim has no value.'
    }
  },
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/phone-number-claims-transformations#convertstringtophonenumberclaim',
  example: {
    inputs: { phoneNumberString: '033 456-7890', country: 'DK' },
    parameters: {},
    outputs: { outputClaim: '+450334567890' }
  },
  transform: () => (phoneNumberString, country) => {
    const number = readPhoneNumber(phoneNumberString ?? '', country)
    return number === undefined
      ? raise('UserMessageIfClaimsTransformationInvalidPhoneNumber', 'the text is not a phone number')
      : [{ _tag: 'PhoneNumber', e164: number.number }]
  }
})
