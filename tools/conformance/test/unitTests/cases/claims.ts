/** claims: masks, restrictions, input controls. */
import type { PolicyCases } from '../PolicyCase.ts'
import { initial, localizedItems, noItems, ownItems, patternHelp } from '../policyTexts.ts'
import { as } from '../Statement.ts'

const address = 'emily.smith@contoso.com'
const number = '+11234567890'

const dropdown1 = { texts: ownItems('Dropdown1'), selected: 'NewYork' }

/** A language of the policy: both localized lists, and what they select. */
const localizedLists = (language: string, selected: string) => ({
  gives: { Dropdown1: 'NewYork', Dropdown2: selected, Dropdown3: selected },
  offers: {
    Dropdown1: dropdown1,
    Dropdown2: { texts: localizedItems(language, 'Dropdown2'), selected },
    Dropdown3: { texts: localizedItems(language, 'Dropdown3'), selected }
  }
})

/** Any other language: the list without an enumeration of its own is empty. */
const ownLists = {
  gives: { Dropdown1: 'NewYork', Dropdown2: 'NewYork', Dropdown3: null },
  offers: {
    Dropdown1: dropdown1,
    Dropdown2: { texts: ownItems('Dropdown2'), selected: 'NewYork' },
    Dropdown3: { texts: noItems, selected: null }
  }
}

const incorrect = 'UserMessageIfIncorrectPattern'

export const claims: ReadonlyArray<PolicyCases> = [
  {
    policy: 'claims/Claim_Mask_Simple.xml',
    about: 'Mask',
    cases: [
      {
        name: 'the number as shown',
        gives: {
          outputPhoneNumber0: number,
          outputPhoneNumber1: number,
          outputPhoneNumber2: number,
          outputPhoneNumber3: number,
          outputPhoneNumber4: number
        },
        shows: {
          outputPhoneNumber0: number,
          outputPhoneNumber1: 'XXX-XXX-7890',
          outputPhoneNumber2: '**** *** **0',
          outputPhoneNumber3: '###-###-##90',
          outputPhoneNumber4: 'abc-def-##90'
        }
      },
      {
        name: 'a number shorter than its masks',
        enter: { inputPhoneNumber: '1234' },
        gives: {
          outputPhoneNumber0: '1234',
          outputPhoneNumber1: '1234',
          outputPhoneNumber2: '1234',
          outputPhoneNumber3: '1234',
          outputPhoneNumber4: '1234'
        },
        shows: {
          outputPhoneNumber0: '1234',
          outputPhoneNumber1: 'XXX-',
          outputPhoneNumber2: '****',
          outputPhoneNumber3: '###-',
          outputPhoneNumber4: 'abc-'
        }
      }
    ]
  },
  {
    policy: 'claims/Claim_Mask_Regex.xml',
    about: 'Mask',
    cases: [
      {
        name: 'the address as shown',
        gives: { outputEmail0: address, outputEmail1: address, outputEmail2: address },
        shows: {
          outputEmail0: address,
          outputEmail1: 'e**********@contoso.com',
          outputEmail2: 'em*********@contoso.com'
        },
        token: { outputEmail1: address }
      },
      {
        name: 'no address: nothing matches',
        enter: { inputEmail: 'emily' },
        gives: { outputEmail0: 'emily', outputEmail1: 'emily', outputEmail2: 'emily' },
        shows: { outputEmail0: 'emily', outputEmail1: 'emily', outputEmail2: 'emily' }
      }
    ]
  },
  {
    policy: 'claims/Claim_Restriction_Enumeration.xml',
    about: 'Restriction',
    cases: [
      { name: 'English', ...ownLists },
      { name: 'Spanish', uiLocales: 'es-es', ...localizedLists('es', 'NewMexico') },
      { name: 'Hindi', uiLocales: 'hi', ...localizedLists('hi', 'NewDelhi') },
      { name: 'German', uiLocales: 'de-De', ...ownLists },
      {
        name: 'a choice of each',
        uiLocales: 'es',
        enter: { Dropdown1: 'Berlin', Dropdown2: 'London', Dropdown3: 'NewDelhi' },
        gives: { Dropdown1: 'Berlin', Dropdown2: 'London', Dropdown3: 'NewDelhi' },
        token: { Dropdown1: 'Berlin', Dropdown2: 'London', Dropdown3: 'NewDelhi' }
      },
      { name: 'no option', enter: { Dropdown1: 'Paris' }, refused: 'UserMessageIfInvalidInput' },
      { name: 'an option of another language', enter: { Dropdown3: 'Berlin' }, refused: 'UserMessageIfInvalidInput' }
    ]
  },
  {
    policy: 'claims/Claim_Restriction_RegularExpression.xml',
    about: 'Restriction',
    cases: [
      {
        name: 'what is shown',
        gives: { email: as(initial('email')), phone: as(initial('phone')), password: as(initial('password')) },
        token: { email: as(initial('email')), phone: as(initial('phone')) }
      },
      {
        name: 'other values that match',
        enter: { email: 'a.b+tag@mail.contoso.co.uk', phone: '+1 425 555 0100', password: 'Passw0rd' },
        gives: { email: 'a.b+tag@mail.contoso.co.uk', phone: '+1 425 555 0100', password: 'Passw0rd' }
      },
      ...[
        { field: 'email', entered: 'someone@contoso' },
        { field: 'email', entered: 'someone contoso.com' },
        { field: 'phone', entered: '425-CALL' },
        { field: 'password', entered: 'password1' },
        { field: 'password', entered: 'Pass1' },
        { field: 'password', entered: 'Passw0rd.@' }
      ].map(({ entered, field }) => ({
        name: `${field} ${entered}`,
        enter: { [field]: entered },
        refused: incorrect,
        field,
        says: [patternHelp(field)]
      }))
    ]
  },
  {
    policy: 'claims/Claim_UserInputTypes_All.xml',
    about: 'UserInputType',
    cases: [
      {
        name: 'the page as it is shown',
        gives: {
          CheckboxMultiSelectType: 'English',
          DateTimeDropdownType: null,
          DropdownSingleSelectType: 'new-york',
          EmailBoxType: null,
          ParagraphType: as(initial('ParagraphType')),
          PasswordType: null,
          RadioSingleSelectType: 'Orange',
          ReadonlyType: '46726293',
          TextBoxType: null
        }
      },
      {
        // A password serves the validations of its page only. Ticked boxes are in the order of the options.
        name: 'everything is entered',
        enter: {
          CheckboxMultiSelectType: ['Spanish', 'English'],
          DateTimeDropdownType: '2020-02-29',
          DropdownSingleSelectType: 'redmond',
          EmailBoxType: 'emily@contoso.com',
          PasswordType: 'secret',
          RadioSingleSelectType: 'Blue',
          TextBoxType: ' text '
        },
        gives: {
          CheckboxMultiSelectType: 'English,Spanish',
          DateTimeDropdownType: '2020-02-29',
          DropdownSingleSelectType: 'redmond',
          EmailBoxType: 'emily@contoso.com',
          ParagraphType: as(initial('ParagraphType')),
          PasswordType: null,
          RadioSingleSelectType: 'Blue',
          ReadonlyType: '46726293',
          TextBoxType: ' text '
        },
        token: { CheckboxMultiSelectType: 'English,Spanish', DateTimeDropdownType: '2020-02-29' }
      },
      {
        name: 'no box is ticked',
        enter: { CheckboxMultiSelectType: [] },
        gives: { CheckboxMultiSelectType: null, ParagraphType: as(initial('ParagraphType')), ReadonlyType: '46726293' }
      },
      { name: 'no address', enter: { EmailBoxType: 'emily' }, refused: incorrect },
      { name: 'no day', enter: { DateTimeDropdownType: '2021-02-29' }, refused: 'UserMessageIfInvalidInput' },
      { name: 'no box', enter: { CheckboxMultiSelectType: ['Latin'] }, refused: 'UserMessageIfInvalidInput' },
      { name: 'no radio button', enter: { RadioSingleSelectType: 'Red' }, refused: 'UserMessageIfInvalidInput' }
    ]
  }
]
