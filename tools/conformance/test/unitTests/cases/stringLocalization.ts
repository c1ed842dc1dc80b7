/**
 * claims-transformation/string: texts that follow the language of the page. The readme asks for languages with `ui_locales`,
 * whether or not the policy lists them as supported, and says that one without resources gives nothing.
 */
import type { PolicyCases } from '../PolicyCase.ts'
import { filled, initial, localized, localizedItem, ownItem } from '../policyTexts.ts'
import { as } from '../Statement.ts'

const folder = 'claims-transformation/string'

const strings = (language: string) => ({
  string1: as(localized(language, 'email_subject')),
  string2: as(localized(language, 'email_message')),
  string3: as(localized(language, 'email_code')),
  string4: as(localized(language, 'email_signature'))
})

const none = { string1: null, string2: null, string3: null, string4: null }

export const stringLocalization: ReadonlyArray<PolicyCases> = [
  {
    // Both references of the content definition are for English, by mistake: the first one counts, and nothing is Spanish.
    policy: `${folder}/CT_FormatLocalizedString.xml`,
    about: 'FormatLocalizedString',
    cases: [
      {
        name: 'the texts as shown',
        gives: { result: as(filled(localized('en', 'ResponseMessge_EmailExists'), 'abc', 'ABC', '123')) },
        shows: { result: as(filled(localized('en', 'ResponseMessge_EmailExists'), 'abc', 'ABC', '123')) }
      },
      {
        name: 'other texts',
        enter: { string1: '{1}', string2: 'b', string3: 'c' },
        gives: { result: as(filled(localized('en', 'ResponseMessge_EmailExists'), '{1}', 'b', 'c')) }
      }
    ]
  },
  {
    policy: `${folder}/CT_GetLocalizedStringsTransformation.xml`,
    about: 'GetLocalizedStringsTransformation',
    cases: [
      { name: 'English', gives: strings('en'), shows: strings('en'), token: strings('en') },
      { name: 'English of a region', uiLocales: 'en-GB', gives: strings('en') },
      { name: 'Spanish', uiLocales: 'es', gives: strings('es'), shows: strings('es'), token: strings('es') },
      { name: 'German, which the policy does not have', uiLocales: 'de', gives: none, shows: none }
    ]
  },
  {
    // Again both references are for English.
    policy: `${folder}/CT_GetMappedValueFromLocalizedCollection.xml`,
    about: 'GetMappedValueFromLocalizedCollection',
    cases: [
      { name: 'the code as shown', gives: { result: as(localizedItem('en', 'result', 'Message2')) } },
      {
        name: 'another code',
        enter: { code: 'Message1' },
        gives: { result: as(localizedItem('en', 'result', 'Message1')) },
        shows: { result: as(localizedItem('en', 'result', 'Message1')) }
      },
      {
        name: 'in a language without a collection: the enumeration of the claim',
        uiLocales: 'de',
        gives: { result: as(ownItem('result', 'Message2')), code: as(initial('code')) }
      },
      { name: 'an unknown code', enter: { code: 'Message3' }, gives: { result: null } }
    ]
  }
]
