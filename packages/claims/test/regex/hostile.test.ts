/** Patterns and texts that stall a backtracking engine: each is answered or given up within a bound. */
import { describe, expect, it } from 'vitest'
import { compileRegex, RegexProblem, RegexTooCostly } from '@trustframe/claims'

const test = (pattern: string, text: string) => {
  const regex = compileRegex(pattern)
  if (regex instanceof RegexProblem) throw new Error(regex.message)
  return regex.test(text)
}

const many = 5000

/** Each takes exponential or high polynomial time where every way is tried. */
const answered: ReadonlyArray<readonly [pattern: string, text: string]> = [
  ['^(a+)+$', `${'a'.repeat(many)}!`],
  ['^(a*)*$', `${'a'.repeat(many)}!`],
  ['^(a|a)*$', `${'a'.repeat(many)}!`],
  ['^(a|aa)+$', `${'a'.repeat(many)}!`],
  ['(a*)*b', 'a'.repeat(many)],
  ['(x+x+)+y', 'x'.repeat(many)],
  ['(.*a){25}$', `${'a'.repeat(1000)}!`],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(many)],
  ['^(?=(a+)+$)x', `${'a'.repeat(many)}!`],
  ['(?<=(a+)+b)c', `${'a'.repeat(many)}c`],
  ['\\s+$', `${' '.repeat(100_000)}x`],
  ['.*.*.*.*=.*', 'x'.repeat(3000)],
  ['^(\\w+\\s?)*$', `${'aaaa '.repeat(1000)}!`],
  [
    '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
    `${'a'.repeat(many)}!`
  ],
  ['^(.*?,){11}P', '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15'.repeat(20)],
  ['(?i)^(é|É)*$', `${'é'.repeat(many)}!`]
]

/** What remembers nothing is given up: a typed answer instead of a stall. */
const givenUp: ReadonlyArray<readonly [pattern: string, text: string]> = [
  ['^(?:(a+)+)\\1$', `${'a'.repeat(40)}!`],
  ['(.*)*\\1x', 'a'.repeat(60)],
  ['^(?=((a|aa)+)$)\\1b', `${'a'.repeat(200)}!`]
]

const timed = <A>(body: () => A): readonly [A, milliseconds: number] => {
  const start = performance.now()
  const result = body()
  return [result, performance.now() - start]
}

// Generous: one search takes some milliseconds, a stalled one takes longer than the age of the universe.
const bound = 2000

describe('a hostile pattern', () => {
  it.each(answered)('%s is answered', (pattern, text) => {
    const [result, milliseconds] = timed(() => test(pattern, text))
    expect(result).toBe(false)
    expect(milliseconds).toBeLessThan(bound)
  })

  it.each(givenUp)('%s is given up', (pattern, text) => {
    const [result, milliseconds] = timed(() => test(pattern, text))
    expect(result).toBeInstanceOf(RegexTooCostly)
    expect(milliseconds).toBeLessThan(bound)
  })

  it('is bounded over all matches of a replacement', () => {
    const regex = compileRegex('(?<=.)(?=(a|aa)*b).')
    if (regex instanceof RegexProblem) throw new Error(regex.message)
    const [result, milliseconds] = timed(() => regex.replace('a'.repeat(20_000), '*'))
    expect(result).toBeInstanceOf(RegexTooCostly)
    expect(milliseconds).toBeLessThan(bound)
  })

  it.each([
    ['(?:(?:(?:){1000}){1000}){1000}a', 'matches'],
    [`${'(?='.repeat(199)}a${')'.repeat(199)}a`, 'matches'],
    ['(?:(?:(?:|){1000}){1000}){1000}a', 'is refused'],
    [`${'('.repeat(10_000)}a${')'.repeat(10_000)}`, 'is refused'],
    [`${'[a-'.repeat(10_000)}a${']'.repeat(10_000)}`, 'is refused'],
    [`a${'?'.repeat(10_000)}`, 'is refused'],
    ['a'.repeat(100_000), 'is refused']
  ])('does not stall or overflow when it is compiled: %s', (pattern, expected) => {
    const [regex, milliseconds] = timed(() => compileRegex(pattern))
    expect(milliseconds).toBeLessThan(bound)
    expect(regex instanceof RegexProblem ? 'is refused' : regex.test('a') === true ? 'matches' : 'does not match').toBe(
      expected
    )
  })

  it('does not overflow the stack with a long text', () => {
    expect(test('^(?:a|b)*$', 'ab'.repeat(100_000))).toBe(true)
  })
})
