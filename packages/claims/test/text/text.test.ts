/** .NET's format strings and its ordinal text operations. */
import { describe, expect, it } from 'vitest'
import { compileFormat, FormatProblem } from '../../src/text/compositeFormat.ts'
import { containsOrdinal, equalOrdinal, toLowerInvariant, toUpperInvariant } from '../../src/text/ordinal.ts'
import { closest } from '../../src/suggest.ts'

describe('compileFormat', () => {
  const table: ReadonlyArray<readonly [string, string]> = [
    ['', ''],
    ['plain', 'plain'],
    ['{0}', 'a'],
    ['{0}{1}{0}', 'abca'],
    ['{{{0}}}', '{a}'],
    ['{{0}}', '{0}'],
    ['}}{{', '}{'],
    ['{0,3}|', '  a|'],
    ['{0,-3}|', 'a  |'],
    ['{1,1}', 'bc'],
    ['{0 , 3 }|', '  a|'],
    ['{0:D4}', 'a'],
    ['{0,3:yyyy-MM-dd}|', '  a|'],
    ['{2}', '']
  ]

  it.each(table)('%j', (format, text) => {
    const compiled = compileFormat(format)
    expect(compiled instanceof FormatProblem ? compiled.message : compiled.apply(['a', 'bc', undefined])).toBe(text)
  })

  it.each(['{', '}', '{0', '0}', '{}', '{a}', '{ 0}', '{-1}', '{0,}', '{0,x}', '{0}}', '{{0}', '{0{1}}'])(
    'not %j',
    (format) => {
      expect(compileFormat(format)).toBeInstanceOf(FormatProblem)
    }
  )

  it('counts its arguments', () => {
    const arities = ['', '{{0}}', '{0}', '{3}{1}'].map((format) => {
      const compiled = compileFormat(format)
      return compiled instanceof FormatProblem ? -1 : compiled.arity
    })
    expect(arities).toStrictEqual([0, 0, 1, 4])
  })

  it('says what is wrong', () => {
    const problem = compileFormat('cpim_{x}')
    expect(problem instanceof FormatProblem ? problem.message : '').toBe(
      'The format string "cpim_{x}" is not valid: the { at character 6 begins no placeholder such as {0}; a literal one is written {{'
    )
  })
})

describe('ordinal text', () => {
  it.each([
    ['a', 'A', true],
    ['é', 'É', true],
    ['straße', 'STRASSE', false],
    ['sßs', 'ßss', false],
    ['[', '{', false],
    ['@', '`', false],
    ['ı', 'I', true],
    ['k', '\u212a', false],
    ['', '', true],
    ['a', 'ab', false]
  ] as const)('%j equals %j ignoring case: %s', (left, right, equal) => {
    expect(equalOrdinal(left, right, true)).toBe(equal)
    expect(equalOrdinal(right, left, true)).toBe(equal)
    expect(equalOrdinal(left, right, false)).toBe(left === right)
  })

  it('contains a part, ignoring case on request', () => {
    expect(containsOrdinal('ÄBC', 'äb', true)).toBe(true)
    expect(containsOrdinal('ÄBC', 'äb', false)).toBe(false)
  })

  it('changes case without changing length', () => {
    expect(['ß', 'ŉ', 'ﬁ', '𐐨'].map(toUpperInvariant)).toStrictEqual(['ß', 'ŉ', 'ﬁ', '𐐀'])
    expect(['İ', 'ΑΣ'].map(toLowerInvariant)).toStrictEqual(['İ', 'ασ'])
  })
})

describe('closest', () => {
  it.each([
    ['FormatStringClam', 'FormatStringClaim'],
    ['formatstringclaim', 'FormatStringClaim'],
    ['xyz', undefined],
    ['', undefined]
  ] as const)('%s: %s', (name, found) => {
    expect(closest(name, ['ChangeCase', 'FormatStringClaim', 'AndClaims'])).toBe(found)
  })
})
