/** Phone number transformations: claims-transformations section 7. */
import { describe, expect, it } from 'vitest'
import { type Case, namedCase, run } from '../support/run.ts'

const failed = { error: 'TransformationFailed' }
const invalid = { error: 'UserMessageIfClaimsTransformationInvalidPhoneNumber' }
const unparsed = { error: 'UserMessageIfPhoneNumberParseFailure' }

const iso = { countryCodeType: 'iso3166' }

const tables: Readonly<Record<string, ReadonlyArray<Case>>> = {
  ConvertPhoneNumberClaimToString: [
    ['E.164', { phoneNumber: '+442079460958' }, {}, { phoneNumberString: '+442079460958' }],
    ['a missing claim fails', { phoneNumber: null }, {}, failed]
  ],
  ConvertStringToPhoneNumberClaim: [
    [
      'the trunk prefix of a country is dropped',
      { phoneNumberString: '020 7946 0958', country: 'GB' },
      {},
      { outputClaim: '+442079460958' }
    ],
    [
      'a leading zero that is part of the number stays',
      { phoneNumberString: '06 12 34 56 78', country: 'IT' },
      {},
      { outputClaim: '+390612345678' }
    ],
    [
      'a country in lower case',
      { phoneNumberString: '425 555 0100', country: 'us' },
      {},
      { outputClaim: '+14255550100' }
    ],
    [
      'the international form wins over the country',
      { phoneNumberString: '+49 30 123456', country: 'US' },
      {},
      { outputClaim: '+4930123456' }
    ],
    ['full-width digits', { phoneNumberString: '＋４４２０７９４６０９５８' }, {}, { outputClaim: '+442079460958' }],
    ['an extension is dropped', { phoneNumberString: '+1 425 555 0100 ext. 5' }, {}, { outputClaim: '+14255550100' }],
    [
      'a country without a value counts as none',
      { phoneNumberString: '+14255550100', country: null },
      {},
      { outputClaim: '+14255550100' }
    ],
    ['a national number needs a country', { phoneNumberString: '425 555 0100', country: null }, {}, invalid],
    ['a country that does not exist', { phoneNumberString: '425 555 0100', country: 'XX' }, {}, invalid],
    ['no digits', { phoneNumberString: 'call me', country: 'US' }, {}, invalid],
    ['too long', { phoneNumberString: '+49123456789012345678' }, {}, invalid],
    ['no value', { phoneNumberString: null, country: 'US' }, {}, invalid]
  ],
  GetNationalNumberAndCountryCodeFromPhoneNumberString: [
    [
      'the calling code by default',
      { phoneNumber: '+44 20 7946 0958' },
      {},
      { nationalNumber: '2079460958', countryCode: '+44' }
    ],
    ['the country', { phoneNumber: '+44 20 7946 0958' }, iso, { nationalNumber: '2079460958', countryCode: 'GB' }],
    [
      'the country of a shared calling code',
      { phoneNumber: '+7 701 123 4567' },
      iso,
      { nationalNumber: '7011234567', countryCode: 'KZ' }
    ],
    [
      'Guernsey has the calling code of Great Britain',
      { phoneNumber: '+44 7781 123456' },
      iso,
      { nationalNumber: '7781123456', countryCode: 'GG' }
    ],
    [
      'a number of no country has the main one of its code',
      { phoneNumber: '+1 123 456 7890' },
      iso,
      { nationalNumber: '1234567890', countryCode: 'US' }
    ],
    [
      'what is no number leaves the outputs',
      { phoneNumber: '12345' },
      iso,
      { nationalNumber: 'old', countryCode: null },
      { before: { nationalNumber: 'old' } }
    ],
    ['or raises on request', { phoneNumber: '12345' }, { throwExceptionOnFailure: 'true' }, unparsed],
    ['a missing claim fails', { phoneNumber: null }, {}, failed]
  ]
}

describe.each(Object.entries(tables))('%s', (method, cases) => {
  it.each(cases.map(namedCase))('$shows', ({ expected, inputs, options, parameters }) => {
    expect(run(method, inputs, parameters, options)).toStrictEqual(expected)
  })
})
