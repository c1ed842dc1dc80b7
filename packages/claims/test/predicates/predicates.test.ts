/** Predicates and their validations: claims-schema section 8. */
import { describe, expect, it } from 'vitest'
import {
  type ClaimValue,
  type CompiledPredicate,
  compilePredicate,
  compilePredicateValidation,
  type PredicateDeclaration,
  predicateMethods
} from '@trustframe/claims'

const now = Date.UTC(2022, 2, 16, 12)

const declare = (
  method: string,
  parameters: Readonly<Record<string, string>>,
  id = 'Tested'
): PredicateDeclaration => ({
  id,
  method,
  parameters: Object.entries(parameters).map(([name, value]) => ({ id: name, value }))
})

const test = (method: string, parameters: Readonly<Record<string, string>>, value: ClaimValue) => {
  const predicate = compilePredicate(declare(method, parameters))
  return predicate._tag === 'RefusedPredicate' ? predicate.problems[0]?.message : predicate.test(value, now)
}

const date = (year: number, month: number, day: number): ClaimValue => ({ _tag: 'CalendarDate', year, month, day })
const symbols = '@#$%^&*\\-_+=[]{}|\\\\:\',.?/`~"();!'

const passes: ReadonlyArray<
  readonly [method: string, parameters: Readonly<Record<string, string>>, value: ClaimValue, boolean]
> = [
  ['IsLengthRange', { Minimum: '2', Maximum: '3' }, 'a', false],
  ['IsLengthRange', { Minimum: '2', Maximum: '3' }, 'ab', true],
  ['IsLengthRange', { Minimum: '2', Maximum: '3' }, 'abc', true],
  ['IsLengthRange', { Minimum: '2', Maximum: '3' }, 'abcd', false],
  ['islengthrange', { minimum: '2', maximum: '2' }, '😀', true],
  ['IsLengthRange', { Minimum: '-5', Maximum: '0' }, '', true],
  ['MatchesRegex', { RegularExpression: 'b' }, 'abc', true],
  ['MatchesRegex', { RegularExpression: '^$' }, '', true],
  ['MatchesRegex', { RegularExpression: '^\\d+$' }, 20, true],
  ['MatchesRegex', { RegularExpression: '(?i)^ABC$' }, 'abc', true],
  ['IncludesCharacters', { CharacterSet: 'a-z' }, 'ABCd', true],
  ['IncludesCharacters', { CharacterSet: 'a-z' }, 'ABC-', false],
  ['IncludesCharacters', { CharacterSet: 'a-z' }, '', false],
  ['IncludesCharacters', { CharacterSet: 'a\\-z' }, 'b', false],
  ['IncludesCharacters', { CharacterSet: 'a\\-z' }, '-', true],
  ['IncludesCharacters', { CharacterSet: '-a' }, '-', true],
  ['IncludesCharacters', { CharacterSet: 'a-' }, '-', true],
  ['IncludesCharacters', { CharacterSet: '+-.0-9' }, ',', true],
  ['IncludesCharacters', { CharacterSet: '^a' }, '^', true],
  ['IncludesCharacters', { CharacterSet: '^a' }, 'b', false],
  ['IncludesCharacters', { CharacterSet: symbols }, 'a\\b', true],
  ['IncludesCharacters', { CharacterSet: symbols }, 'Passw0rd', false],
  ['IncludesCharacters', { CharacterSet: '' }, 'a', false],
  ['IsDateRange', { Minimum: '2010-01-01', Maximum: 'Today' }, date(2010, 1, 1), true],
  ['IsDateRange', { Minimum: '2010-01-01', Maximum: 'Today' }, date(2009, 12, 31), false],
  ['IsDateRange', { Minimum: '2010-01-01', Maximum: 'Today' }, date(2022, 3, 16), true],
  ['IsDateRange', { Minimum: '2010-01-01', Maximum: 'today' }, date(2022, 3, 17), false],
  ['IsDateRange', { Minimum: 'Today', Maximum: '2030-01-01' }, date(2022, 3, 15), false],
  ['IsDateRange', { Minimum: 'Today', Maximum: 'Today' }, date(2022, 3, 16), true],
  [
    'IsDateRange',
    { Minimum: '2010-01-01', Maximum: '2010-12-31' },
    { _tag: 'Instant', epochMilliseconds: Date.UTC(2010, 11, 31, 23, 59), ticks: 0 },
    true
  ],
  ['IsDateRange', { Minimum: '2010-01-01', Maximum: '2010-12-31' }, '2010-06-01', true],
  ['IsDateRange', { Minimum: '2010-01-01', Maximum: '2010-12-31' }, 'June', false],
  ['IsDateRange', { Minimum: '2010-01-01', Maximum: '2010-12-31' }, true, false]
]

describe('a predicate', () => {
  it.each(passes)('%s %j of %j: %s', (method, parameters, value, passed) => {
    expect(test(method, parameters, value)).toBe(passed)
  })

  it('that takes too long does not pass', () => {
    expect(test('MatchesRegex', { RegularExpression: '^(a+)+\\1$' }, `${'a'.repeat(60)}!`)).not.toBe(true)
  })

  const refused: ReadonlyArray<
    readonly [method: string, parameters: Readonly<Record<string, string>>, message: string]
  > = [
    [
      'IsLenghtRange',
      {},
      'The Predicate "Tested" has the unknown Method "IsLenghtRange"; expected IsLengthRange, MatchesRegex, IncludesCharacters, IsDateRange. Did you mean "IsLengthRange"?'
    ],
    ['IsLengthRange', { Maximum: '3' }, 'The Predicate "Tested" (IsLengthRange) has no Parameter "Minimum".'],
    ['IsLengthRange', {}, 'The Predicate "Tested" (IsLengthRange) has no Parameter "Minimum" and "Maximum".'],
    [
      'IsLengthRange',
      { Minimum: 'two', Maximum: '3' },
      'The Parameter "Minimum" of the Predicate "Tested" is "two"; expected an integer.'
    ],
    [
      'IsLengthRange',
      { Minimum: '4', Maximum: '3' },
      'The Parameter "Minimum" of the Predicate "Tested" is 4, which is more than the Maximum 3.'
    ],
    [
      'MatchesRegex',
      { RegularExpression: '(' },
      'The Parameter "RegularExpression" of the Predicate "Tested" cannot be used. The regular expression "(" is not valid: a ( has no ), at character 2.'
    ],
    [
      'IncludesCharacters',
      { CharacterSet: '\\!' },
      'The Parameter "CharacterSet" of the Predicate "Tested" is "\\!"; of escapes it may have \\\\ and \\- only.'
    ],
    [
      'IncludesCharacters',
      { CharacterSet: 'a\\' },
      'The Parameter "CharacterSet" of the Predicate "Tested" is "a\\"; of escapes it may have \\\\ and \\- only.'
    ],
    [
      'IncludesCharacters',
      { CharacterSet: 'z-a' },
      'The Parameter "CharacterSet" of the Predicate "Tested" has the range z-a with its ends in the wrong order.'
    ],
    [
      'IsDateRange',
      { Minimum: 'Yesterday', Maximum: 'Today' },
      'The Parameter "Minimum" of the Predicate "Tested" is "Yesterday"; expected a date such as 2022-01-31, or Today.'
    ],
    [
      'IsDateRange',
      { Minimum: '2022-01-01', Maximum: '2021-01-01' },
      'The Parameter "Minimum" of the Predicate "Tested" is 2022-01-01, which is after the Maximum 2021-01-01.'
    ]
  ]

  it.each(refused)('%s %j is refused', (method, parameters, message) => {
    expect(test(method, parameters, '')).toBe(message)
  })

  it('names the parameter that is wrong by its index', () => {
    const predicate = compilePredicate(declare('IsLengthRange', { Maximum: '3', Minimum: 'x' }))
    expect(predicate._tag === 'RefusedPredicate' ? predicate.problems[0]?.parameter : undefined).toBe(1)
  })

  it('has one of four methods, each documented', () => {
    expect([...predicateMethods.values()].map(({ contract }) => contract.source)).toStrictEqual(
      ['islengthrange', 'matchesregex', 'includescharacters', 'isdaterange'].map(
        (anchor) => `https://learn.microsoft.com/azure/active-directory-b2c/predicates#${anchor}`
      )
    )
  })
})

const predicates = new Map<string, CompiledPredicate>()
for (const declaration of [
  { ...declare('IncludesCharacters', { CharacterSet: 'a-z' }, 'Lower'), helpText: 'a lowercase letter' },
  { ...declare('IncludesCharacters', { CharacterSet: 'A-Z' }, 'Upper'), helpText: 'an uppercase letter' },
  { ...declare('IncludesCharacters', { CharacterSet: '0-9' }, 'Digit'), helpText: 'a digit' },
  declare('IsLengthRange', { Minimum: '4', Maximum: '8' }, 'Length')
]) {
  const compiled = compilePredicate(declaration)
  if (compiled._tag === 'CompiledPredicate') predicates.set(compiled.id, compiled)
}

const password = compilePredicateValidation(
  {
    id: 'Password',
    groups: [
      {
        id: 'LengthGroup',
        userHelpText: 'The password must have 4 to 8 characters.',
        references: [{ predicateIds: ['Length'] }]
      },
      {
        id: 'Classes',
        userHelpText: 'It must have at least 2 of the following:',
        references: [{ predicateIds: ['lower', 'Upper', 'Digit'], matchAtLeast: 2 }]
      }
    ]
  },
  predicates
)

describe('a predicate validation', () => {
  it.each([
    ['abC1', []],
    ['abcd', ['Classes']],
    ['aB', ['LengthGroup']],
    ['a', ['LengthGroup', 'Classes']],
    ['ABC1', []]
  ] as const)('%s: %j', (text, failed) => {
    expect(password.validation?.check(text, now).map(({ groupId }) => groupId)).toStrictEqual(failed)
  })

  it('gives the texts that belong together, and where their translations are', () => {
    expect(password.validation?.check('abcd', now)).toStrictEqual([
      {
        groupId: 'Classes',
        helpText: {
          elementType: 'PredicateValidation',
          elementId: 'Password',
          stringId: 'Classes',
          text: 'It must have at least 2 of the following:'
        },
        predicates: [
          {
            predicateId: 'Upper',
            helpText: {
              elementType: 'Predicate',
              elementId: 'Upper',
              stringId: 'HelpText',
              text: 'an uppercase letter'
            }
          },
          {
            predicateId: 'Digit',
            helpText: { elementType: 'Predicate', elementId: 'Digit', stringId: 'HelpText', text: 'a digit' }
          }
        ]
      }
    ])
  })

  it('needs all lists of a group', () => {
    const { validation } = compilePredicateValidation(
      {
        id: 'V',
        groups: [
          { id: 'G', references: [{ predicateIds: ['Lower'] }, { predicateIds: ['Upper', 'Digit'], matchAtLeast: 1 }] }
        ]
      },
      predicates
    )
    expect(['a', 'A', 'aA', 'a1'].map((text) => validation?.check(text, now).length)).toStrictEqual([1, 1, 0, 0])
  })

  it('that can never hold is advised of, and never holds', () => {
    const { problems, validation } = compilePredicateValidation(
      { id: 'V', groups: [{ id: 'G', references: [{ predicateIds: ['Lower'], matchAtLeast: 2 }] }] },
      predicates
    )
    expect(problems.map(({ effect, message }) => [effect, message])).toStrictEqual([
      ['advice', 'The PredicateGroup "G" of "V" can never hold: MatchAtLeast is 2, but it has 1 predicates.']
    ])
    expect(validation?.check('a', now)).toHaveLength(1)
  })

  it('that refers to nothing is refused', () => {
    const { problems, validation } = compilePredicateValidation(
      { id: 'V', groups: [{ id: 'G', references: [{ predicateIds: ['Lower', 'Uper'] }] }] },
      predicates
    )
    expect(validation).toBeUndefined()
    expect(problems).toStrictEqual([
      {
        kind: 'UnknownPredicate',
        effect: 'refused',
        group: 0,
        references: 0,
        reference: 1,
        message:
          'The PredicateGroup "G" of "V" refers to the Predicate "Uper", which does not exist. Did you mean "Upper"?'
      }
    ])
  })

  it('counts a predicate that takes too long as not passed', () => {
    const slow = compilePredicate(declare('MatchesRegex', { RegularExpression: '^(a+)+\\1$' }, 'Slow'))
    if (slow._tag === 'RefusedPredicate') throw new Error('it is refused')
    const { validation } = compilePredicateValidation(
      { id: 'V', groups: [{ id: 'G', references: [{ predicateIds: ['Slow'] }] }] },
      new Map([['Slow', slow]])
    )
    expect(validation?.check(`${'a'.repeat(60)}!`, now)).toHaveLength(1)
  })
})
