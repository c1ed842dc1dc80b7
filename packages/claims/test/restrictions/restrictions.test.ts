/** Restrictions and masks: claims-schema sections 5 and 7. */
import { describe, expect, it } from 'vitest'
import {
  compileMask,
  defaultSelection,
  type MaskDeclaration,
  MaskProblem,
  mergeBehaviors,
  mergeEnumerations,
  optionsIn,
  type RestrictionItem
} from '@trustframe/claims'

const item = (value: string, selectByDefault?: boolean): RestrictionItem => ({
  text: value.toUpperCase(),
  value,
  selectByDefault
})
const values = (items: ReadonlyArray<RestrictionItem>) => items.map(({ value }) => value).join()

describe('mergeEnumerations', () => {
  it('appends, prepends or replaces', () => {
    const base = [item('a'), item('b')]
    const derived = [item('c')]
    expect(mergeBehaviors.map((behavior) => values(mergeEnumerations(base, derived, behavior)))).toStrictEqual([
      'a,b,c',
      'c,a,b',
      'c'
    ])
    expect(values(mergeEnumerations(base, derived))).toBe('c')
  })
})

describe('optionsIn', () => {
  const localizedCollections = new Map([
    ['es', [item('uno')]],
    ['pt-BR', []]
  ])
  const enumeration = [item('one')]

  it.each([
    ['es', 'uno'],
    ['ES', 'uno'],
    ['pt-br', ''],
    ['en', 'one'],
    [undefined, 'one']
  ] as const)('%s: %s', (language, expected) => {
    expect(values(optionsIn({ enumeration, localizedCollections }, language))).toBe(expected)
  })

  it('is empty without an enumeration', () => {
    expect(optionsIn({ localizedCollections }, 'en')).toStrictEqual([])
    expect(optionsIn({}, 'en')).toStrictEqual([])
  })
})

describe('defaultSelection', () => {
  const options = [item('a'), item('b', true), item('c', false), item('d', true)]

  it('is the first of a single selection and all of a multiple one', () => {
    expect(defaultSelection(options, false)).toStrictEqual(['b'])
    expect(defaultSelection(options, true)).toStrictEqual(['b', 'd'])
    expect(defaultSelection([item('a')], false)).toStrictEqual([])
  })
})

describe('a mask', () => {
  const table: ReadonlyArray<readonly [MaskDeclaration, value: string, shown: string]> = [
    [{ type: 'Simple', text: 'XXX-XXX-' }, '324-232-4343', 'XXX-XXX-4343'],
    [{ type: 'Simple', text: '****' }, 'ab', '**'],
    [{ type: 'Simple', text: '****' }, '', ''],
    [{ type: 'Simple', text: '' }, 'ab', 'ab'],
    [{ type: 'Regex', text: '*', regex: '(?<=.).(?=.*@)' }, 'emily.smith@contoso.com', 'e**********@contoso.com'],
    [{ type: 'Regex', text: '**', regex: '\\d' }, 'a1b2', 'a**b**'],
    [{ type: 'Regex', text: '$0', regex: '\\d' }, 'a1', 'a$0'],
    [{ type: 'Regex', text: '*', regex: 'x' }, 'abc', 'abc'],
    [{ type: 'Regex', text: '#', regex: '^(a+)+\\1$' }, `${'a'.repeat(60)}!`, '*'.repeat(61)]
  ]

  it.each(table)('%j shows %s as %s', (declaration, value, shown) => {
    const mask = compileMask(declaration)
    expect(mask instanceof MaskProblem ? mask.message : mask(value)).toBe(shown)
  })

  it.each([
    [{ type: 'Regex', text: '*' }, 'MissingRegex'],
    [{ type: 'Regex', text: '*', regex: '[' }, 'InvalidRegex'],
    [{ type: 'Regex', text: '*', regex: '(?<a-b>x)' }, 'UnsupportedRegex']
  ] as const)('%j is refused', (declaration, kind) => {
    expect(compileMask(declaration)).toMatchObject({ _tag: 'MaskProblem', kind })
  })
})
