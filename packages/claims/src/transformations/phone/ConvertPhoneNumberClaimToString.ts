/** ConvertPhoneNumberClaimToString: a phone number as text. */
import { claim, defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations 7. */
export const ConvertPhoneNumberClaimToString = defineTransformation({
  method: 'ConvertPhoneNumberClaimToString',
  family: 'phone',
  summary: 'A phone number as E.164 text.',
  inputs: [claim('phoneNumber', 'phoneNumber')],
  parameters: {},
  outputs: [output('phoneNumberString', 'string')],
  errors: {},
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/phone-number-claims-transformations#convertphonenumberclaimtostring',
  example: {
    inputs: { phoneNumber: '+11234567890' },
    parameters: {},
    outputs: { phoneNumberString: '+11234567890' }
  },
  transform: () => (number) => [number.e164]
})
