/** predicates: what they accept, and the localized texts of what they refuse. Today is 2022-03-16. */
import type { PolicyCase, PolicyCases } from '../PolicyCase.ts'
import { localized, type TextOf } from '../policyTexts.ts'

const help = (predicate: string): TextOf => localized('en', 'HelpText', predicate)

const groupHelp = (group: string): TextOf => localized('en', group, 'StringPredicateValidation')

const accepts = (field: string, ...values: ReadonlyArray<string>): ReadonlyArray<PolicyCase> =>
  values.map((value) => ({ name: `accepts "${value}"`, enter: { [field]: value }, gives: { [field]: value } }))

const refuses = (field: string, value: string, ...says: ReadonlyArray<TextOf>): PolicyCase => ({
  name: `refuses "${value}"`,
  enter: { [field]: value },
  refused: 'UserMessageIfValidationError',
  field,
  says
})

const classes = groupHelp('CharacterClassesPredicateGroup')
const length = [groupHelp('StringLengthPredicateGroup'), help('StringLengthPredicate')]
const required: PolicyCase = { name: 'nothing is entered', refused: 'UserMessageIfMissingRequiredElement' }

export const predicates: ReadonlyArray<PolicyCases> = [
  {
    policy: 'predicates/Predicate_IncludesCharacters.xml',
    about: 'IncludesCharacters',
    cases: [
      required,
      ...accepts('string1', 'Passw0rd!', 'abC1', 'abC-', 'ab1[', 'AB1\\', 'aB."'),
      refuses('string1', '123', classes, help('Lowercase'), help('Uppercase'), help('Symbol')),
      refuses('string1', 'abc', classes, help('Uppercase'), help('Number'), help('Symbol')),
      refuses('string1', 'abC', classes, help('Number'), help('Symbol')),
      refuses('string1', 'A!', classes, help('Lowercase'), help('Number'))
    ]
  },
  {
    policy: 'predicates/Predicate_IsDateRange.xml',
    about: 'IsDateRange',
    cases: [
      required,
      ...accepts('date1', '2010-01-01', '2016-02-29', '2022-03-16'),
      refuses('date1', '2009-12-31', help('DateRange')),
      refuses('date1', '2022-03-17', help('DateRange'))
    ]
  },
  {
    policy: 'predicates/Predicate_IsLengthRange.xml',
    about: 'IsLengthRange',
    cases: [
      required,
      ...accepts('string1', 'abcde', 'abcdefghijklmno'),
      refuses('string1', 'abc', ...length),
      refuses('string1', 'abcd', ...length),
      refuses('string1', 'abcdefghijklmnop', ...length)
    ]
  },
  {
    policy: 'predicates/Predicate_MatchesRegex.xml',
    about: 'MatchesRegex',
    cases: [
      required,
      ...accepts('string1', 'abc', 'a b', 'emily.smith'),
      refuses('string1', ' ', help('DisallowedWhitespace')),
      refuses('string1', '  ', help('DisallowedWhitespace')),
      refuses('string1', 'abc ', help('DisallowedWhitespace')),
      refuses('string1', 'a<b', help('AllowedAADCharacters')),
      refuses('string1', 'a.@b', help('AllowedAADCharacters')),
      refuses('string1', '\tß', help('DisallowedWhitespace'), help('AllowedAADCharacters'))
    ]
  }
]
