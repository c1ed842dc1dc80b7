/** claims-transformation/string: texts that are made, changed and taken apart. */
import type { PolicyCase, PolicyCases } from '../PolicyCase.ts'
import { initial, parameter } from '../policyTexts.ts'
import { as, base64Of, matches, sameAs, type Statement } from '../Statement.ts'

const folder = 'claims-transformation/string'

const guid = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'

const random = (typeOfTransformation: string, result: Statement): PolicyCase => ({
  name: typeOfTransformation,
  enter: { typeOfTransformation },
  gives: { result },
  shows: { result: sameAs('result') }
})

export const string: ReadonlyArray<PolicyCases> = [
  {
    // The tenant takes the place of {AuthenticatorIssuer}.
    policy: `${folder}/CT_BuildUri.xml`,
    about: 'BuildUri',
    cases: [
      {
        name: 'what is shown',
        gives: { result: 'otpauth://totp/emily@fabrikam.com?secret=fay2lj7ynpntjgqa&issuer=yourtenant.onmicrosoft.com' }
      },
      {
        name: 'a label with a space',
        enter: { uriLabel: 'Demo app:emily@fabrikam.com', secretKey: 'a&b' },
        gives: { result: 'otpauth://totp/Demo%20app:emily@fabrikam.com?secret=a%26b&issuer=yourtenant.onmicrosoft.com' }
      }
    ]
  },
  {
    policy: `${folder}/CT_ChangeCase.xml`,
    about: 'ChangeCase',
    cases: [
      { name: 'to lower case, as selected', gives: { result: 'someone@contoso.com' } },
      { name: 'to upper case', enter: { inputToCase: 'upper' }, gives: { result: 'SOMEONE@CONTOSO.COM' } },
      {
        name: 'not by the rules of a language',
        enter: { inputValue: 'ıI', inputToCase: 'lower' },
        gives: { result: 'ıi' },
        shows: { result: 'ıi' }
      }
    ]
  },
  {
    policy: `${folder}/CT_CopyClaimIfPredicateMatch.xml`,
    about: 'CopyClaimIfPredicateMatch',
    cases: [
      { name: 'the number as shown', gives: { result: '+11234567890' } },
      { name: 'with separators', enter: { string1: '(030) 12-34' }, gives: { result: '(030) 12-34' } },
      { name: 'an address', enter: { string1: 'emily@contoso.com' }, gives: { result: null }, shows: { result: null } }
    ]
  },
  {
    policy: `${folder}/CT_CreateOtpSecret.xml`,
    about: 'CreateOtpSecret',
    cases: [
      {
        name: '80 bits in base32',
        gives: { result: matches(/^[a-z2-7]{16}$/) },
        shows: { result: sameAs('result') },
        token: { result: sameAs('result') }
      }
    ]
  },
  {
    policy: `${folder}/CT_CreateRandomString.xml`,
    about: 'CreateRandomString',
    cases: [
      { name: 'as selected', gives: { result: matches(/^\d+$/) } },
      random('Integer', matches(/^\d+$/)),
      random('IntegerWithFormat', matches(/^ID_\d+$/)),
      random('IntegerWithFormatWithBase64', base64Of(/^ID_\d+$/)),
      random('GUID', matches(new RegExp(`^${guid}$`))),
      random('GUIDWithFormat', matches(new RegExp(`^ID_${guid}$`))),
      random('GUIDWithFormatWithBase64', base64Of(new RegExp(`^ID_${guid}$`)))
    ]
  },
  {
    policy: `${folder}/CT_CreateStringClaim.xml`,
    about: 'CreateStringClaim',
    cases: [
      {
        name: 'the text of the parameter',
        gives: { result: as(parameter('SetStringClaimValue', 'value')) },
        shows: { result: as(parameter('SetStringClaimValue', 'value')) }
      }
    ]
  },
  {
    policy: `${folder}/CT_FormatStringClaim.xml`,
    about: 'FormatStringClaim',
    cases: [
      { name: 'the text as shown', gives: { result: 'ID_Emily' }, shows: { result: 'ID_Emily' } },
      { name: 'braces stay', enter: { string1: '{0}' }, gives: { result: 'ID_{0}' } }
    ]
  },
  {
    policy: `${folder}/CT_FormatStringMultipleClaims.xml`,
    about: 'FormatStringMultipleClaims',
    cases: [
      { name: 'the texts as shown', gives: { result: 'Emily:Smith' }, shows: { result: 'Emily:Smith' } },
      { name: 'other texts', enter: { string1: '{1}', string2: 'b' }, gives: { result: '{1}:b' } }
    ]
  },
  {
    policy: `${folder}/CT_LookupValue.xml`,
    about: 'LookupValue',
    cases: [
      { name: 'nothing is selected', refused: 'UserMessageIfMissingRequiredElement' },
      ...['contoso.com', 'microsoft.com', 'test.com'].map((idToLookup) => ({
        name: idToLookup,
        enter: { idToLookup },
        gives: { result: as(parameter('GetValueById', idToLookup)) },
        shows: { result: as(parameter('GetValueById', idToLookup)) }
      })),
      // The readme speaks of an empty string: what the page shows of a claim without a value.
      {
        name: 'an id without a parameter',
        enter: { idToLookup: 'fabrikam.com' },
        gives: { result: null },
        shows: { result: null }
      }
    ]
  },
  {
    policy: `${folder}/CT_NullClaim.xml`,
    about: 'NullClaim',
    cases: [{ name: 'no value is left', gives: { string1: null }, token: { string1: null } }]
  },
  {
    policy: `${folder}/CT_ParseDomain.xml`,
    about: 'ParseDomain',
    cases: [
      { name: 'the address as shown', gives: { result: 'contoso.com' }, shows: { result: 'contoso.com' } },
      { name: 'no address', enter: { string1: 'contoso.com' }, gives: { result: '' } }
    ]
  },
  {
    policy: `${folder}/CT_StringJoin.xml`,
    about: 'StringJoin',
    cases: [
      {
        name: 'the texts as shown',
        gives: { groups: ['abc', '123'], result: 'abc,123' },
        shows: { result: 'abc,123' }
      },
      { name: 'one text', enter: { string1: 'a', string2: 'a' }, gives: { groups: ['a'], result: 'a' } }
    ]
  },
  {
    policy: `${folder}/CT_StringReplace.xml`,
    about: 'StringReplace',
    cases: [
      { name: 'the number as shown', gives: { result: '+164411452054' }, shows: { result: '+164411452054' } },
      { name: 'nothing to replace', enter: { string1: '+1 23' }, gives: { result: '+1 23' } }
    ]
  },
  {
    policy: `${folder}/CT_StringSplit.xml`,
    about: 'StringSplit',
    cases: [
      {
        name: 'the text as shown',
        gives: { result: ['Admin', 'Author', 'Reader'] },
        token: { string1: as(initial('string1')), result: ['Admin', 'Author', 'Reader'] }
      },
      { name: 'empty parts and spaces stay', enter: { string1: 'a,, b' }, gives: { result: ['a', '', ' b'] } }
    ]
  },
  {
    policy: `${folder}/CT_StringSubstring.xml`,
    about: 'StringSubstring',
    cases: [
      { name: 'the first three characters', gives: { result: 'ADC' }, shows: { result: 'ADC' } },
      { name: 'of three', enter: { string1: 'xyz' }, gives: { result: 'xyz' } },
      { name: 'of two', enter: { string1: 'xy' }, fails: 'ClaimsTransformationFailed' }
    ]
  }
]
