/** GetNationalNumberAndCountryCodeFromPhoneNumberString: the parts of an international phone number. */
import { choiceOr, claim, defineTransformation, flagOr, optionalOutput, raise } from '../../contract/index.ts'
import { countryOf, readPhoneNumber } from './phoneNumbers.ts'

/** Source: claims-transformations 7; CallingCode is taken where the kind of country code is left out. */
export const GetNationalNumberAndCountryCodeFromPhoneNumberString = defineTransformation({
  method: 'GetNationalNumberAndCountryCodeFromPhoneNumberString',
  family: 'phone',
  summary: 'The national number and the country of an international phone number.',
  remarks: [
    'Of a calling code that several countries share, the country is the one of the number, or else the main one.'
  ],
  inputs: [claim('phoneNumber', 'string')],
  parameters: {
    throwExceptionOnFailure: flagOr(false, 'Whether a text that is not a phone number fails.'),
    countryCodeType: choiceOr(['CallingCode', 'ISO3166'], 'CallingCode', 'How the country is written: +49 or DE.')
  },
  outputs: [optionalOutput('nationalNumber', 'string'), optionalOutput('countryCode', 'string')],
  errors: {
    UserMessageIfPhoneNumberParseFailure: {
      when: 'The text is not an international phone number and throwExceptionOnFailure is true.'
    }
  },
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/phone-number-claims-transformations#getnationalnumberandcountrycodefromphonenumberstring',
  example: {
    inputs: { phoneNumber: '+49 (123) 456-7890' },
    parameters: { throwExceptionOnFailure: 'false', countryCodeType: 'ISO3166' },
    outputs: { nationalNumber: '1234567890', countryCode: 'DE' }
  },
  transform:
    ({ parameters: { countryCodeType, throwExceptionOnFailure } }) =>
    (phoneNumber) => {
      const number = readPhoneNumber(phoneNumber)
      if (number === undefined) {
        return throwExceptionOnFailure
          ? raise('UserMessageIfPhoneNumberParseFailure', 'the text is not an international phone number')
          : [undefined, undefined]
      }
      return [
        number.nationalNumber,
        countryCodeType === 'ISO3166' ? countryOf(number) : `+${number.countryCallingCode}`
      ]
    }
})
