/** What users submit: claims-schema section 6. */
import { describe, expect, it } from 'vitest'
import {
  type CheckUserInput,
  type ClaimValue,
  compilePredicate,
  compilePredicateValidation,
  compileUserInput,
  fitsControl,
  isUserInputType,
  type RestrictionItem,
  type UserInputDeclaration,
  userInputTypes
} from '@trustframe/claims'

const options: ReadonlyArray<RestrictionItem> = [
  { text: 'Red', value: 'red' },
  { text: 'Green', value: 'green' },
  { text: 'True', value: 'true' }
]
const context = { nowMillis: 0, options }

const textBox: UserInputDeclaration = {
  claimTypeId: 'field',
  dataType: 'string',
  userInputType: 'TextBox',
  required: false
}

/** The value that is accepted, or the id of the message. */
const check = (
  declaration: Partial<UserInputDeclaration>,
  submitted: Parameters<CheckUserInput>[0]
): ClaimValue | undefined => {
  const compiled = compileUserInput({ ...textBox, ...declaration })
  const result = compiled.check?.(submitted, context)
  return result?._tag === 'AcceptedInput' ? result.value : result?.messageId
}

const missing = 'UserMessageIfMissingRequiredElement'
const incorrect = 'UserMessageIfIncorrectPattern'
const invalid = 'UserMessageIfInvalidInput'
const digits = { regularExpression: '^[0-9]+$', helpText: 'Digits only.' }

const table: ReadonlyArray<
  readonly [shows: string, Partial<UserInputDeclaration>, Parameters<CheckUserInput>[0], ClaimValue | undefined]
> = [
  ['text as it is', {}, ' a ', ' a '],
  ['empty text of a string claim', {}, '', ''],
  ['nothing submitted', {}, undefined, undefined],
  ['a required field that is empty', { required: true }, '', missing],
  ['a required field that is not submitted', { required: true }, undefined, missing],
  ['an int', { dataType: 'int' }, '42', 42],
  ['no int', { dataType: 'int' }, '4.2', invalid],
  ['empty text of an int claim', { dataType: 'int' }, '', undefined],
  ['a long', { dataType: 'long' }, '42', 42n],
  ['a boolean', { dataType: 'boolean' }, 'True', true],
  [
    'a phone number with separators',
    { dataType: 'phoneNumber' },
    '+1 (425) 555-0100',
    { _tag: 'PhoneNumber', e164: '+14255550100' }
  ],
  ['no phone number', { dataType: 'phoneNumber' }, '425', invalid],
  ['a pattern that holds', { pattern: digits }, '12', '12'],
  ['a pattern that does not', { pattern: digits }, '1a', incorrect],
  ['a pattern of empty text', { pattern: digits }, '', ''],
  ['a pattern that takes too long', { pattern: { regularExpression: '^(a+)+\\1$' } }, `${'a'.repeat(60)}!`, incorrect],
  ['an address', { userInputType: 'EmailBox' }, 'a@b', 'a@b'],
  ['no address', { userInputType: 'EmailBox' }, 'a b@c', incorrect],
  ['a password', { userInputType: 'Password' }, ' x ', ' x '],
  [
    'a day',
    { userInputType: 'DateTimeDropdown', dataType: 'date' },
    '2022-01-03',
    { _tag: 'CalendarDate', year: 2022, month: 1, day: 3 }
  ],
  ['a day that does not exist', { userInputType: 'DateTimeDropdown', dataType: 'date' }, '2022-02-30', invalid],
  [
    'a day as an instant is midnight in UTC',
    { userInputType: 'DateTimeDropdown', dataType: 'dateTime' },
    '1970-01-01',
    { _tag: 'Instant', epochMilliseconds: 0, ticks: 0 }
  ],
  ['an option', { userInputType: 'DropdownSingleSelect', hasOptions: true }, 'green', 'green'],
  ['not an option', { userInputType: 'RadioSingleSelect', hasOptions: true }, 'blue', invalid],
  [
    'two options of a single selection',
    { userInputType: 'RadioSingleSelect', hasOptions: true },
    ['red', 'green'],
    invalid
  ],
  [
    'a comma is no separator of a single selection',
    { userInputType: 'RadioSingleSelect', hasOptions: true },
    'red,green',
    invalid
  ],
  ['a boolean option', { userInputType: 'RadioSingleSelect', hasOptions: true, dataType: 'boolean' }, 'true', true],
  [
    'an option that is no boolean',
    { userInputType: 'RadioSingleSelect', hasOptions: true, dataType: 'boolean' },
    'red',
    invalid
  ],
  ['no option', { userInputType: 'DropdownSingleSelect', hasOptions: true }, '', undefined],
  [
    'no option of a required selection',
    { userInputType: 'DropdownSingleSelect', hasOptions: true, required: true },
    undefined,
    missing
  ],
  [
    'ticked options in their order',
    { userInputType: 'CheckboxMultiSelect', hasOptions: true },
    ['green', 'red'],
    'red,green'
  ],
  ['ticked options in one text', { userInputType: 'CheckboxMultiSelect', hasOptions: true }, 'green,red', 'red,green'],
  ['nothing ticked', { userInputType: 'CheckboxMultiSelect', hasOptions: true }, [], undefined],
  ['something else ticked', { userInputType: 'CheckboxMultiSelect', hasOptions: true }, ['red', 'blue'], invalid],
  ['what is only shown is not taken', { userInputType: 'Readonly' }, 'changed', undefined],
  ['nor a paragraph', { userInputType: 'Paragraph', required: true }, 'changed', undefined]
]

describe('a submission', () => {
  it.each(table)('%s', (_shows, declaration, submitted, expected) => {
    expect(check(declaration, submitted)).toStrictEqual(expected)
  })

  it('that is rejected says why', () => {
    const compiled = compileUserInput({ ...textBox, pattern: digits })
    expect(compiled.check?.('x', context)).toStrictEqual({
      _tag: 'RejectedInput',
      claimTypeId: 'field',
      messageId: 'UserMessageIfIncorrectPattern',
      defaultText: 'Incorrect pattern for: {0}',
      messageArguments: ['field'],
      patternHelpText: 'Digits only.',
      failedGroups: []
    })
  })

  it('is checked by predicates, also when it is empty', () => {
    const predicate = compilePredicate({
      id: 'Length',
      method: 'IsLengthRange',
      parameters: [
        { id: 'Minimum', value: '1' },
        { id: 'Maximum', value: '2' }
      ]
    })
    if (predicate._tag === 'RefusedPredicate') throw new Error('it is refused')
    const { validation } = compilePredicateValidation(
      { id: 'V', groups: [{ id: 'G', references: [{ predicateIds: ['Length'] }] }] },
      new Map([['Length', predicate]])
    )
    const compiled = compileUserInput({ ...textBox, predicateValidation: validation })
    const results = ['', 'ab', 'abc'].map((text) => {
      const result = compiled.check?.(text, context)
      return result?._tag === 'RejectedInput'
        ? { id: result.messageId, groups: result.failedGroups.map(({ groupId }) => groupId) }
        : result?.value
    })
    expect(results).toStrictEqual([
      { id: 'UserMessageIfValidationError', groups: ['G'] },
      'ab',
      { id: 'UserMessageIfValidationError', groups: ['G'] }
    ])
  })
})

const problems = (declaration: Partial<UserInputDeclaration>) =>
  compileUserInput({ ...textBox, ...declaration }).problems

describe('a claim type that collects input', () => {
  it('may have a data type beyond the documented ones, with advice', () => {
    expect(problems({ dataType: 'stringCollection' })).toStrictEqual([
      {
        kind: 'WrongDataType',
        effect: 'advice',
        message:
          'The ClaimType "field" has the UserInputType "TextBox", which is not documented for the data type "stringCollection".'
      }
    ])
  })

  it('needs options for a selection', () => {
    expect(problems({ userInputType: 'RadioSingleSelect' }).map(({ effect, kind }) => [kind, effect])).toStrictEqual([
      ['NoOptions', 'advice']
    ])
  })

  it('needs a pattern that can be read', () => {
    const compiled = compileUserInput({ ...textBox, pattern: { regularExpression: '(' } })
    expect(compiled.check).toBeUndefined()
    expect(compiled.problems).toStrictEqual([
      {
        kind: 'InvalidPattern',
        effect: 'refused',
        message:
          'The Pattern of the ClaimType "field" cannot be used. The regular expression "(" is not valid: a ( has no ), at character 2.'
      }
    ])
  })
})

describe('the controls', () => {
  it('are those of the schema', () => {
    expect(Object.keys(userInputTypes).toSorted()).toStrictEqual([
      'Button',
      'CheckboxMultiSelect',
      'DateTimeDropdown',
      'DropdownSingleSelect',
      'EmailBox',
      'Paragraph',
      'Password',
      'RadioSingleSelect',
      'Readonly',
      'TextBox'
    ])
    expect(isUserInputType('TextBox')).toBe(true)
    expect(isUserInputType('toString')).toBe(false)
  })

  it('go with data types as documented, as seen, or not', () => {
    expect([
      fitsControl('TextBox', 'int'),
      fitsControl('TextBox', 'long'),
      fitsControl('TextBox', 'date')
    ]).toStrictEqual(['documented', 'seen', 'unknown'])
  })
})
