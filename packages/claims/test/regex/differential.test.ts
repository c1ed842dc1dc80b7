/** The matcher and its fast path against JavaScript's own engine, on the language that the three have in common. */
import { describe, expect, it } from 'vitest'
import { compileRegex, type Regex, RegexProblem } from '@trustframe/claims'
import { canBeEmpty } from '../../src/regex/ast.ts'
import { parseRegex } from '../../src/regex/parse.ts'
import { type Chance, forAll } from '../support/random.ts'

const atoms = ['a', 'b', 'c', '1', '[ab]', '[^a]', '\\d', '\\w', '\\S', '[a-c1]', ' ']
const quantifiers = ['*', '+', '?', '{2}', '{1,2}', '{0,1}', '{2,}']

const atom = (chance: Chance, depth: number): string => {
  const kind = depth <= 0 ? 0 : chance.next()
  if (kind < 0.5) return chance.pick(atoms)
  if (kind < 0.7) return `(${alternatives(chance, depth - 1)})`
  if (kind < 0.85) return `(?:${alternatives(chance, depth - 1)})`
  const look = chance.pick(['^', '\\b', '\\B', '(?=', '(?!', '(?<=', '(?<!'])
  return look.startsWith('(') ? `${look}${alternatives(chance, depth - 1)})` : look
}

/** The engines differ in how they leave a loop over something that may be empty; such loops have tests of their own. */
const mayRepeat = (pattern: string): boolean => {
  const parsed = parseRegex(pattern)
  return !(parsed instanceof RegexProblem) && !canBeEmpty(parsed.root)
}

const quantified = (chance: Chance, depth: number): string => {
  const inner = atom(chance, depth)
  if (chance.next() < 0.6 || !mayRepeat(inner)) return inner
  return inner + chance.pick(quantifiers) + (chance.next() < 0.3 ? '?' : '')
}

const sequence = (chance: Chance, depth: number): string =>
  quantified(chance, depth) + chance.list(2, () => quantified(chance, depth)).join('')

const alternatives = (chance: Chance, depth: number): string =>
  [sequence(chance, depth), ...chance.list(1, () => sequence(chance, depth))].join('|')

const compile = (pattern: string): Regex => {
  const regex = compileRegex(pattern)
  if (regex instanceof RegexProblem) throw new Error(regex.message)
  return regex
}

describe('random patterns', () => {
  it('match the same texts', () => {
    forAll((chance) => {
      const pattern = alternatives(chance, 3)
      const native = new RegExp(pattern)
      const regex = compile(pattern)
      for (const text of [...chance.list(6, () => chance.text('aabbc1 ', 9)), 'é a']) {
        const expected = text.includes('é') ? undefined : native.test(text)
        const found = regex.match(text)
        expect({ pattern, text, test: regex.test(text) }).toStrictEqual({
          pattern,
          text,
          test: expected ?? found !== undefined
        })
        expect(found !== undefined).toBe(regex.test(text))
      }
    }, 1500)
  })

  it('match the same part of a text', () => {
    forAll((chance) => {
      const pattern = alternatives(chance, 3)
      const native = new RegExp(pattern)
      const regex = compile(pattern)
      for (const text of chance.list(6, () => chance.text('aabbc1 ', 9))) {
        const expected = native.exec(text)
        const found = regex.match(text)
        const part =
          found === undefined || !('start' in found) ? undefined : [found.start, text.slice(found.start, found.end)]
        expect({ pattern, text, part }).toStrictEqual({
          pattern,
          text,
          part: expected === null ? undefined : [expected.index, expected[0]]
        })
      }
    }, 1500)
  })

  it('replace the same parts of a text', () => {
    forAll((chance) => {
      const pattern = alternatives(chance, 2)
      const text = chance.text('aabbc1 ', 12)
      expect({ pattern, text, replaced: compile(pattern).replace(text, '-') }).toStrictEqual({
        pattern,
        text,
        replaced: text.replace(new RegExp(pattern, 'g'), '-')
      })
    }, 1500)
  })
})

describe('patterns that policies use', () => {
  const texts = [
    '',
    'a',
    ' ',
    'abc ',
    'Passw0rd!',
    'Passw0rd.@',
    'someone@contoso.com',
    'a.b+tag@mail.contoso.co.uk',
    '+1 425 555 0100',
    '123456',
    'x'.repeat(20)
  ]
  const patterns = [
    '(^\\S.*\\S$)|(^\\S+$)|(^$)',
    '^[0-9]{6}$',
    '^\\+?(?:[-()\\s]*\\d[-()\\s]*){4,16}$',
    "^[a-zA-Z0-9!#$%&'+^_`{}~-]+(?:\\.[a-zA-Z0-9!#$%&'+^_`{}~-]+)*@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\\.)+[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$",
    '^((?=.*[a-z])(?=.*[A-Z])(?=.*\\d)|(?=.*[a-z])(?=.*[A-Z])(?=.*[^A-Za-z0-9]))([A-Za-z\\d@#$%^&*!]|\\.(?!@)){8,16}$'
  ]

  it.each(patterns)('%s', (pattern) => {
    expect(texts.map((text) => compile(pattern).test(text))).toStrictEqual(
      texts.map((text) => new RegExp(pattern).test(text))
    )
  })
})
