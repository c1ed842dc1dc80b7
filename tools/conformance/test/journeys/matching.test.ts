/** What a generic person types for a pattern, or for predicates. */
import { compileRegex, RegexProblem } from '@trustframe/claims'
import type { FieldModel } from '@trustframe/core'
import { describe, expect, it } from 'vitest'
import { matching } from '../../src/journeys/matching.ts'
import { satisfying, satisfyingDays } from '../../src/journeys/satisfying.ts'

describe('a text that matches', () => {
  // Each of them has at least one, and all of them match.
  it.each([
    String.raw`^[a-zA-Z0-9]+[a-zA-Z0-9_-]*$`,
    String.raw`^\d{5}(-\d{4})?$`,
    String.raw`^[A-Z]{2}\d{6}[A-D]?$`,
    String.raw`^(?:GB|FR|DE)-[0-9]{3,4}$`,
    String.raw`^\+?[0-9 ().-]{7,20}$`,
    String.raw`^[^<>]{3,}$`,
    String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$`,
    String.raw`^[a-z]+(\.[a-z]+)*@[a-z]+\.(com|org)$`,
    String.raw`^\p{Lu}\p{Ll}+$`,
    String.raw`^\x41\u0042C$`,
    String.raw`^a{0}b*?c+?d??$`,
    String.raw`^(?=.{8,})[A-Za-z0-9]{4,}[!#]$`,
    String.raw`\d`,
    String.raw`^(Yes|No)$`,
    String.raw`^[]a-c-]+$`,
    String.raw`^(((a|b)c){2}|d)$`
  ])('%s', (pattern) => {
    const regex = compileRegex(pattern)
    if (regex instanceof RegexProblem) throw new Error(pattern)
    const texts = matching(pattern)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.filter((text) => regex.test(text) !== true)).toEqual([])
  })

  it.each(['(', '[', 'a{2,1}', `(${'a?'.repeat(2000)})`, '(?=a)b', ''])('is not known for %j', (pattern) => {
    expect(matching(pattern)).toEqual([])
  })

  it('stays short, whatever a pattern wants', () => {
    const texts = matching('^(((a{9}){9}){9}){9,}$')
    expect(texts.every(({ length }) => length <= 100_000)).toBe(true)
  })
})

const group = (
  ...predicates: ReadonlyArray<readonly [method: string, parameters: Readonly<Record<string, string>>]>
): FieldModel['predicates'] => [
  {
    validation: 'V',
    id: 'G',
    helpText: undefined,
    lists: [
      {
        needed: predicates.length,
        predicates: predicates.map(([method, parameters]) => ({ id: method, method, parameters, helpText: undefined }))
      }
    ]
  }
]

describe('a text that satisfies predicates', () => {
  it('has a character of each set, and a length between the bounds', () => {
    const texts = satisfying(
      group(
        ['IncludesCharacters', { CharacterSet: 'a-z' }],
        ['IncludesCharacters', { CharacterSet: 'A-Z' }],
        ['IncludesCharacters', { CharacterSet: '0-9' }],
        ['IsLengthRange', { Minimum: '10', Maximum: '12' }]
      )
    )
    expect(texts[0]).toBe('aA0aaaaaaa')
  })

  it('matches an expression', () => {
    expect(satisfying(group(['MatchesRegex', { RegularExpression: '^X[0-9]{3}$' }])).at(-1)).toMatch(/^X[0-9]{3}$/)
  })

  it('is not made up where there are none', () => {
    expect(satisfying([])).toEqual([])
  })

  it('is a day within bounds, of which one may be today', () => {
    expect(satisfyingDays(group(['IsDateRange', { Minimum: '2010-01-01', Maximum: 'Today' }]), '2026-01-31')).toEqual([
      '2026-01-31',
      '2010-01-01'
    ])
  })
})
