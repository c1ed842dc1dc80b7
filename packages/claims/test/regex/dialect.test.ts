/** The language of .NET regular expressions, where it is not that of JavaScript. */
import { describe, expect, it } from 'vitest'
import { compileRegex, type Regex, type RegexOptions, RegexProblem, RegexTooCostly } from '@trustframe/claims'

const compile = (pattern: string, options?: RegexOptions): Regex => {
  const regex = compileRegex(pattern, options)
  if (regex instanceof RegexProblem) throw new Error(regex.message)
  return regex
}

/** The text of the first match, and of its groups. */
const match = (pattern: string, text: string, options?: RegexOptions) => {
  const found = compile(pattern, options).match(text)
  if (found instanceof RegexTooCostly) throw new Error('it was given up')
  return found === undefined
    ? undefined
    : { text: text.slice(found.start, found.end), ...Object.fromEntries(found.groups) }
}

const matches: ReadonlyArray<readonly [shows: string, pattern: string, text: string, found: string | undefined]> = [
  ['$ before a final line feed', '^a$', 'a\n', 'a'],
  ['$ not before two', '^a$', 'a\n\n', undefined],
  ['\\Z as $', 'a\\Z', 'a\n', 'a'],
  ['\\z at the very end only', 'a\\z', 'a\n', undefined],
  ['\\A at the start only', '(?m)\\Ab', 'a\nb', undefined],
  ['. does not match a line feed', 'a.b', 'a\nb', undefined],
  ['. matches other line ends', 'a.b', 'a\rb', 'a\rb'],
  ['. matches one half of a character', '^.$', '😀', undefined],
  ['\\d is any decimal digit', '^\\d$', '٣', '٣'],
  ['\\w is any letter', '^\\w+$', 'Größe_1', 'Größe_1'],
  ['\\w has combining marks', '^\\w+$', 'e\u0301', 'e\u0301'],
  ['\\s has the next line', '^\\s$', '\u0085', '\u0085'],
  ['\\s has no byte order mark', '\\s', '\ufeff', undefined],
  ['\\b between letters of any script', '\\bж', 'яж', undefined],
  ['(?i) for the rest', 'a(?i)b', 'aB', 'aB'],
  ['(?i) not before it', 'a(?i)b', 'AB', undefined],
  ['(?i) ends with its group', '(?:(?i)a)b', 'AB', undefined],
  ['(?i:…) for a group', '(?i:a)b', 'Ab', 'Ab'],
  ['(?-i) ends it', '(?i)a(?-i)b', 'AB', undefined],
  ['(?s)', '(?s)a.b', 'a\nb', 'a\nb'],
  ['(?m)', '(?m)^b$', 'a\nb\nc', 'b'],
  ['(?x) skips white space and comments', '(?x) a b # c\n c', 'abc', 'abc'],
  ['(?x) not within a class', '(?x)[ ]', ' ', ' '],
  ['a comment', 'a(?# no )b', 'ab', 'ab'],
  ['ignoring case within a class', '(?i)[a-f]+', 'AbX', 'Ab'],
  ['ignoring case within a negated class', '(?i)^[^a]$', 'A', undefined],
  ['ignoring case beyond ASCII', '(?i)é', 'É', 'É'],
  ['a subtraction', '^[a-z-[aeiou]]+$', 'xyz', 'xyz'],
  ['a subtraction takes away', '^[a-z-[aeiou]]+$', 'xaz', undefined],
  ['a subtraction from a subtraction', '^[a-z-[a-m-[c]]]+$', 'cz', 'cz'],
  ['a leading ] is literal', '[]a]+', ']a', ']a'],
  ['a [ in a class is literal', '[[a]+', '[a', '[a'],
  ['a dash after a shorthand is literal', '[\\w-.]+', 'a-.', 'a-.'],
  ['a category', '^\\p{Lu}\\P{Lu}$', 'Éé', 'Éé'],
  ['a block', '^\\p{IsCyrillic}+$', 'жя', 'жя'],
  ['not a block', '^\\P{IsCyrillic}$', 'ж', undefined],
  ['an atomic group does not give back', '(?>a*)ab', 'aaab', undefined],
  ['an atomic group matches', '(?>a*)b', 'aab', 'aab'],
  ['a lookbehind of any length', '(?<=a+b*)c', 'aabbc', 'c'],
  ['a lookbehind within a lookahead', '(?=.*(?<=b)c)a', 'abc', 'a'],
  ['an escape of a character', '\\x41\\u0042\\103\\e\\a\\cA', 'ABC\u001b\u0007\u0001', 'ABC\u001b\u0007\u0001'],
  ['\\b in a class is a backspace', '[\\b]', '\b', '\b'],
  ['{ that is no quantifier is literal', 'a{,2}', 'a{,2}', 'a{,2}'],
  ['} and ] are literal', ']}', ']}', ']}'],
  ['a lazy quantifier', '<.+?>', '<a><b>', '<a>'],
  ['a counted group', '(?:ab){2,3}', 'ababab', 'ababab'],
  ['a lazy count', '(?:ab){2,3}?', 'ababab', 'abab'],
  ['an iteration that is empty ends a loop', '(?:|a)*', 'a', ''],
  ['\\G where the search starts', '\\Gb', 'ab', undefined]
]

describe('a match', () => {
  it.each(matches)('%s: %j in %j', (_shows, pattern, text, found) => {
    expect(match(pattern, text)?.text).toBe(found)
    expect(compile(pattern).test(text)).toBe(found !== undefined)
  })

  it('of options that are given', () => {
    const options = { ignoreCase: true, multiline: true, singleline: true, ignorePatternWhitespace: true }
    expect(match('^ b . c', 'a\nB\nC', options)?.text).toBe('B\nC')
  })
})

describe('groups', () => {
  const table: ReadonlyArray<
    readonly [shows: string, pattern: string, text: string, groups: Readonly<Record<string, string>>]
  > = [
    ['both spellings of a name', "(?<a>x)(?'b'y)", 'xy', { a: 'x', b: 'y' }],
    ['numbers', '(x)(?<n>y)(z)', 'xyz', { 1: 'x', n: 'y', 2: 'z' }],
    ['a number of its own', '(?<5>x)', 'x', { 5: 'x' }],
    ['one that took no part is left out', '(?<a>x)|(?<b>y)', 'y', { b: 'y' }],
    ['a name that is used twice keeps the last', '(?<a>x)(?<a>y)', 'xy', { a: 'y' }],
    ['a loop keeps what an earlier round found', '(?:(?<a>x)|(?<b>y))+', 'xy', { a: 'x', b: 'y' }],
    ['within a lookahead', '(?=(?<a>x+))x', 'xx', { a: 'xx' }],
    ['within a lookbehind, read backwards', '(?<=(?<a>\\d+)(?<b>\\d+))x', '123x', { a: '1', b: '23' }],
    ['not within a negative lookahead', '(?!(?<a>y))x', 'x', {}],
    ['none with explicit capture', '(?n)(x)(?<a>y)', 'xy', { a: 'y' }],
    ['a failed way leaves no trace', '(?:(?<a>x)y|x(?<b>z))', 'xz', { b: 'z' }]
  ]

  it.each(table)('%s', (_shows, pattern, text, groups) => {
    const found = match(pattern, text)
    expect(found).toStrictEqual({ text: found?.text, ...groups })
  })

  it('names those that have names', () => {
    expect(compile("(x)(?<b>y)(?'a'z)").groupNames).toStrictEqual(['b', 'a'])
  })
})

describe('backreferences', () => {
  it.each([
    ['by number', '(a|b)\\1', 'abb', 'bb'],
    ['by name', '(?<q>["\']).*?\\k<q>', `x"a'b"`, `"a'b"`],
    ['ignoring case', '(?i)(a)\\1', 'aA', 'aA'],
    ['backwards', '(?<=\\1(a))b', 'aab', 'b'],
    ['to a group that took no part never match', '(?:(a)|b)\\1', 'b', undefined],
    ['of two digits, when there is such a group', '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10', 'abcdefghijj', 'abcdefghijj'],
    ['of two digits, else an octal number', '(a)\\101', 'aA', 'aA'],
    ['to the group they stand in', '(a\\1?){2}', 'aaa', 'aaa']
  ] as const)('%s', (_shows, pattern, text, found) => {
    expect(match(pattern, text)?.text).toBe(found)
  })
})

describe('replace', () => {
  it.each([
    ['every match', 'b', 'abcb', '-', 'a-c-'],
    ['empty matches', 'b*', 'abc', '-', '-a--c-'],
    ['literally', 'b', 'abc', '$&$1', 'a$&$1c'],
    ['nothing', 'x', 'abc', '-', 'abc'],
    ['anchored', '^a', 'aaa', '-', '-aa'],
    ['\\G from match to match', '\\Ga', 'aaba', '-', '--ba']
  ] as const)('%s', (_shows, pattern, text, replacement, replaced) => {
    expect(compile(pattern).replace(text, replacement)).toBe(replaced)
  })
})

describe('problems', () => {
  const table: ReadonlyArray<readonly [pattern: string, reason: string, position: number, unsupported?: true]> = [
    ['(', 'a ( has no )', 1],
    ['a)', 'there is a ) without a (', 1],
    ['[a', 'a [ has no ]', 2],
    ['*a', 'the quantifier * follows nothing', 0],
    ['a**', 'the quantifier * follows another quantifier', 2],
    ['a++', 'the quantifier + follows another quantifier', 2],
    ['a{2,1}', 'the quantifier {2,1} has a minimum above its maximum', 6],
    ['\\', 'it ends in \\', 0],
    ['\\y', '\\y is not a known escape', 2],
    ['\\_', '\\_ is not a known escape', 2],
    ['[z-a]', 'a range has its ends in the wrong order', 4],
    ['[a-\\d]', 'a class such as \\d cannot end a range', 3],
    ['[a-z-[b]c]', 'a subtraction -[…] must come last in its class', 8],
    ['\\p{Nope}', '"\\p{Nope}" names no Unicode category or block', 0],
    ['\\x4', '\\x needs two hexadecimal digits', 2],
    ['\\k<a>', 'there is no group "a" to refer to', 5],
    ['(a)\\2', 'there is no group "2" to refer to', 5],
    ['(?<1a-b>x)', 'balancing groups (?<a-b>…) are not supported', 5, true],
    ['(?(1)a|b)', 'conditional groups (?(…)yes|no) are not supported', 2, true],
    ['(?y)', 'the construct (? is not known', 2],
    ['(?<>a)', 'the group has no valid name', 3],
    ['(?#a', 'the comment (?# has no end', 0],
    ['(?:(?:ab){1000}){1000}', 'its repetitions make it too large', 0, true]
  ]

  it.each(
    table.map(([pattern, reason, position, unsupported = false]) => ({ pattern, reason, position, unsupported }))
  )('$pattern', (expected) => {
    const problem = compileRegex(expected.pattern)
    expect(problem).toBeInstanceOf(RegexProblem)
    expect(problem).toMatchObject(expected)
  })

  it('are said in words', () => {
    const problem = compileRegex('a)')
    expect(problem instanceof RegexProblem ? problem.message : '').toBe(
      'The regular expression "a)" is not valid: there is a ) without a (, at character 2'
    )
  })
})
