/**
 * Reads the .NET regular expression language:
 * https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference.
 */
import type { RegexNode } from './ast.ts'
import { anyUnit, CharSet, type SetItem, shorthandItem, unicodeItem, unitItem } from './CharSet.ts'

/** .NET's RegexOptions, as far as inline options can set them too. */
export interface RegexOptions {
  readonly ignoreCase?: boolean
  readonly multiline?: boolean
  readonly explicitCapture?: boolean
  readonly singleline?: boolean
  readonly ignorePatternWhitespace?: boolean
}

/** A pattern that is not valid in .NET, or that cannot be honoured. */
export class RegexProblem {
  readonly _tag = 'RegexProblem'
  readonly pattern: string
  readonly reason: string
  /** In UTF-16 units from 0. */
  readonly position: number
  /** True when .NET accepts the pattern and only Trustframe does not. */
  readonly unsupported: boolean

  constructor(pattern: string, reason: string, position: number, unsupported = false) {
    this.pattern = pattern
    this.reason = reason
    this.position = position
    this.unsupported = unsupported
  }

  /** In words, for people. */
  get message(): string {
    return `The regular expression "${this.pattern}" ${this.unsupported ? 'cannot be honoured' : 'is not valid'}: ${this.reason}, at character ${this.position + 1}`
  }
}

export interface ParsedRegex {
  readonly root: RegexNode
  /** Names of the capturing groups; those without a name are numbered from 1. */
  readonly groups: ReadonlySet<string>
}

type Flags = Required<RegexOptions>

const flagOf: Readonly<Record<string, keyof Flags>> = {
  i: 'ignoreCase',
  m: 'multiline',
  n: 'explicitCapture',
  s: 'singleline',
  x: 'ignorePatternWhitespace'
}

const empty: RegexNode = { _tag: 'Empty' }

const simpleEscapes: Readonly<Record<string, number>> = {
  a: 0x07,
  b: 0x08,
  e: 0x1b,
  f: 0x0c,
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
  v: 0x0b
}

const isShorthand = (letter: string): letter is keyof typeof shorthandItem => letter in shorthandItem

const quantifierForm = /(?:([*+?])|\{(\d{1,10})(,(\d{1,10})?)?\})/y
const nameForm = /[\p{L}\p{Mn}\p{Nd}\p{Pc}]+/uy
const inlineOptionsForm = /([imnsx]*)(?:-([imnsx]+))?([:)])/y
const groupNumberForm = /[1-9]\d{0,8}/y

/** A parser of one pattern; the first problem ends it. */
class Parser {
  readonly #pattern: string
  /** The groups of the whole pattern, when known. */
  readonly #known: ReadonlySet<string> | undefined
  readonly groups = new Set<string>()
  #flags: Flags
  #index = 0
  #unnamed = 0
  problem: RegexProblem | undefined

  constructor(pattern: string, flags: Flags, known?: ReadonlySet<string>) {
    this.#pattern = pattern
    this.#flags = flags
    this.#known = known
  }

  parse(): RegexNode {
    const root = this.#alternatives()
    if (this.#index < this.#pattern.length) this.#fail('there is a ) without a (')
    return root
  }

  #fail(reason: string, unsupported = false): RegexNode {
    this.problem ??= new RegexProblem(this.#pattern, reason, this.#index, unsupported)
    this.#index = this.#pattern.length
    return empty
  }

  #peek(offset = 0): string {
    return this.#pattern.charAt(this.#index + offset)
  }

  /** Takes a text if it comes next. */
  #take(text: string): boolean {
    if (!this.#pattern.startsWith(text, this.#index)) return false
    this.#index += text.length
    return true
  }

  /** Takes what a sticky expression finds. */
  #takeForm(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.#index
    const found = form.exec(this.#pattern)
    if (found === null) return undefined
    this.#index += found[0].length
    return found
  }

  /** Comments, and with IgnorePatternWhitespace white space and `#` to the end of the line. */
  #skipBlank(): void {
    for (;;) {
      if (this.#pattern.startsWith('(?#', this.#index)) {
        const close = this.#pattern.indexOf(')', this.#index)
        if (close < 0) this.#fail('the comment (?# has no end')
        else this.#index = close + 1
      } else if (this.#flags.ignorePatternWhitespace && /[\t-\r ]/.test(this.#peek())) {
        this.#index++
      } else if (this.#flags.ignorePatternWhitespace && this.#peek() === '#') {
        const end = this.#pattern.indexOf('\n', this.#index)
        this.#index = end < 0 ? this.#pattern.length : end + 1
      } else {
        return
      }
    }
  }

  #alternatives(): RegexNode {
    const nodes = [this.#sequence()]
    while (this.#take('|')) nodes.push(this.#sequence())
    const [only] = nodes
    return nodes.length === 1 && only !== undefined ? only : { _tag: 'Alternatives', nodes }
  }

  #sequence(): RegexNode {
    const nodes: Array<RegexNode> = []
    for (;;) {
      this.#skipBlank()
      const next = this.#peek()
      if (next === '' || next === '|' || next === ')') break
      const node = this.#quantified(this.#atom())
      if (node._tag !== 'Empty') nodes.push(node)
    }
    const [only] = nodes
    return nodes.length === 1 && only !== undefined ? only : nodes.length === 0 ? empty : { _tag: 'Sequence', nodes }
  }

  #quantified(node: RegexNode): RegexNode {
    this.#skipBlank()
    const found = this.#takeForm(quantifierForm)
    if (found === undefined) return node
    const [, sign, least, range, most] = found
    const min = sign === undefined ? Number(least) : sign === '+' ? 1 : 0
    const max =
      sign === undefined
        ? range === undefined
          ? min
          : most === undefined
            ? Infinity
            : Number(most)
        : sign === '?'
          ? 1
          : Infinity
    if (min > max) return this.#fail(`the quantifier ${found[0]} has a minimum above its maximum`)
    const lazy = this.#take('?')
    this.#skipBlank()
    quantifierForm.lastIndex = this.#index
    if (quantifierForm.test(this.#pattern))
      return this.#fail(`the quantifier ${this.#peek()} follows another quantifier`)
    return { _tag: 'Repeat', node, min, max, lazy }
  }

  #unit(set: CharSet): RegexNode {
    return { _tag: 'Unit', set }
  }

  #set(items: ReadonlyArray<SetItem>): RegexNode {
    return this.#unit(new CharSet(items, { ignoreCase: this.#flags.ignoreCase }))
  }

  #atom(): RegexNode {
    quantifierForm.lastIndex = this.#index
    if (quantifierForm.test(this.#pattern)) return this.#fail(`the quantifier ${this.#peek()} follows nothing`)
    const next = this.#peek()
    switch (next) {
      case '(':
        return this.#group()
      case '[':
        this.#index++
        return this.#unit(this.#characterClass())
      case '\\':
        return this.#escape()
      case '.':
        this.#index++
        return this.#unit(anyUnit(this.#flags.singleline))
      case '^':
        this.#index++
        return { _tag: 'Assertion', kind: this.#flags.multiline ? 'lineStart' : 'textStart' }
      case '$':
        this.#index++
        return { _tag: 'Assertion', kind: this.#flags.multiline ? 'lineEnd' : 'textEndOrFinalNewline' }
      default:
        this.#index++
        return this.#set([unitItem(next.charCodeAt(0))])
    }
  }

  /** The content of a group up to its `)`; options set inside end with it. */
  #content(flags = this.#flags): RegexNode {
    const outer = this.#flags
    this.#flags = flags
    const node = this.#alternatives()
    this.#flags = outer
    return this.#take(')') ? node : this.#fail('a ( has no )')
  }

  #capture(group: string): RegexNode {
    this.groups.add(group)
    return { _tag: 'Capture', node: this.#content(), group }
  }

  #group(): RegexNode {
    this.#index++
    if (!this.#take('?')) {
      return this.#flags.explicitCapture ? this.#content() : this.#capture(String(++this.#unnamed))
    }
    if (this.#take(':')) return this.#content()
    if (this.#take('>')) return { _tag: 'Atomic', node: this.#content() }
    for (const [sign, behind, negative] of lookarounds) {
      if (this.#take(sign)) return { _tag: 'Look', node: this.#content(), behind, negative }
    }
    if (this.#peek() === '(') return this.#fail('conditional groups (?(…)yes|no) are not supported', true)
    const quote = this.#take('<') ? '>' : this.#take("'") ? "'" : undefined
    return quote === undefined ? this.#inlineOptions() : this.#namedGroup(quote)
  }

  #namedGroup(quote: string): RegexNode {
    const name = this.#takeForm(nameForm)?.[0] ?? ''
    if (this.#peek() === '-') return this.#fail('balancing groups (?<a-b>…) are not supported', true)
    if (name === '' || /^0+$/.test(name) || !this.#take(quote)) return this.#fail('the group has no valid name')
    return this.#capture(/^\d+$/.test(name) ? String(Number(name)) : name)
  }

  #inlineOptions(): RegexNode {
    const found = this.#takeForm(inlineOptionsForm)
    if (found === undefined) return this.#fail('the construct (? is not known')
    const [, on = '', off = '', end] = found
    const flags = { ...this.#flags }
    for (const [letters, value] of [[on, true] as const, [off, false] as const]) {
      for (const letter of letters) {
        const flag = flagOf[letter]
        if (flag !== undefined) flags[flag] = value
      }
    }
    if (end === ':') return this.#content(flags)
    this.#flags = flags
    return empty
  }

  #escape(): RegexNode {
    const letter = this.#peek(1)
    if (letter === '') return this.#fail('it ends in \\')
    const kind = assertionOf[letter]
    if (kind !== undefined) {
      this.#index += 2
      return { _tag: 'Assertion', kind }
    }
    const item = this.#classEscape()
    if (item !== undefined) return this.#set([item])
    const reference = letter === 'k' ? this.#namedReference() : this.#numberedReference()
    if (reference !== undefined) return reference
    this.#index++
    return this.#set([unitItem(this.#characterEscape())])
  }

  #reference(group: string): RegexNode {
    if (this.#known?.has(group) === false) return this.#fail(`there is no group "${group}" to refer to`)
    return { _tag: 'BackReference', group, ignoreCase: this.#flags.ignoreCase }
  }

  #namedReference(): RegexNode {
    this.#index += 2
    const quote = this.#take('<') ? '>' : this.#take("'") ? "'" : undefined
    const name = this.#takeForm(nameForm)?.[0]
    if (quote === undefined || name === undefined || !this.#take(quote))
      return this.#fail('\\k needs a group: \\k<name>')
    return this.#reference(name)
  }

  /** `\1`: a reference when the group exists or the number has one digit; otherwise an octal number. */
  #numberedReference(): RegexNode | undefined {
    const start = this.#index
    this.#index++
    const number = this.#takeForm(groupNumberForm)?.[0]
    if (number !== undefined && (number.length === 1 || this.#known === undefined || this.#known.has(number))) {
      return this.#reference(number)
    }
    this.#index = start
    return undefined
  }

  /** `\d`, `\p{L}` and the like; nothing is taken when something else comes. */
  #classEscape(): SetItem | undefined {
    const letter = this.#peek(1)
    if (isShorthand(letter)) {
      this.#index += 2
      return shorthandItem[letter]
    }
    if (letter !== 'p' && letter !== 'P') return undefined
    const close = this.#pattern.indexOf('}', this.#index)
    const name = this.#pattern.slice(this.#index + 3, close)
    const item = this.#peek(2) === '{' && close > 0 ? unicodeItem(name, letter === 'P') : undefined
    if (item === undefined) this.#fail(`"\\${letter}{${close > 0 ? name : ''}}" names no Unicode category or block`)
    else this.#index = close + 1
    return item ?? unitItem(0)
  }

  /** The unit that an escape stands for; the backslash has been taken. */
  #characterEscape(): number {
    const letter = this.#peek()
    const octal = this.#takeForm(/[0-7]{1,3}/y)?.[0]
    if (octal !== undefined) return Number.parseInt(octal, 8) & 0xff
    this.#index++
    const simple = simpleEscapes[letter]
    if (simple !== undefined) return simple
    const hexadecimal = letter === 'x' ? /[0-9a-f]{2}/iy : letter === 'u' ? /[0-9a-f]{4}/iy : undefined
    if (hexadecimal !== undefined) {
      const digits = this.#takeForm(hexadecimal)?.[0]
      if (digits === undefined) this.#fail(`\\${letter} needs ${letter === 'x' ? 'two' : 'four'} hexadecimal digits`)
      return Number.parseInt(digits ?? '0', 16)
    }
    if (letter === 'c') {
      const control = this.#takeForm(/[@-_a-z]/y)?.[0]
      if (control === undefined) this.#fail('\\c needs a letter')
      return (control ?? '@').toUpperCase().charCodeAt(0) - 0x40
    }
    if (/^[\p{L}\p{Mn}\p{Nd}\p{Pc}]$/u.test(letter)) this.#fail(`\\${letter} is not a known escape`)
    return letter === '' ? 0 : letter.charCodeAt(0)
  }

  /** One unit of a class, escaped or not. */
  #classUnit(): number {
    if (this.#take('\\')) {
      if (this.#peek() === '') this.#fail('it ends in \\')
      return this.#characterEscape()
    }
    const unit = this.#peek().charCodeAt(0)
    this.#index++
    return unit
  }

  #subtraction(): CharSet {
    this.#index++
    const set = this.#characterClass()
    if (this.#peek() !== ']') this.#fail('a subtraction -[…] must come last in its class')
    return set
  }

  /** A class after its `[`. */
  #characterClass(): CharSet {
    const negated = this.#take('^')
    const items: Array<SetItem> = []
    let subtract: CharSet | undefined
    for (let first = true; first || this.#peek() !== ']'; first = false) {
      if (this.#peek() === '') {
        this.#fail('a [ has no ]')
        return new CharSet([])
      }
      if (!first && this.#peek() === '-' && this.#peek(1) === '[') {
        this.#index++
        subtract = this.#subtraction()
        continue
      }
      const shorthand = this.#peek() === '\\' ? this.#classEscape() : undefined
      if (shorthand !== undefined) {
        items.push(shorthand)
        continue
      }
      const from = this.#classUnit()
      if (this.#peek() !== '-' || this.#peek(1) === ']' || this.#peek(1) === '[' || this.#peek(1) === '') {
        items.push(unitItem(from))
        continue
      }
      this.#index++
      if (/^\\[dDwWsSpP]$/.test(this.#pattern.slice(this.#index, this.#index + 2))) {
        this.#fail('a class such as \\d cannot end a range')
        return new CharSet([])
      }
      const to = this.#classUnit()
      if (from > to) this.#fail('a range has its ends in the wrong order')
      items.push({ from, to })
    }
    this.#index++
    return new CharSet(items, { negated, ignoreCase: this.#flags.ignoreCase, subtract })
  }
}

const lookarounds = [
  ['=', false, false],
  ['!', false, true],
  ['<=', true, false],
  ['<!', true, true]
] as const

const assertionOf: Readonly<Record<string, Extract<RegexNode, { _tag: 'Assertion' }>['kind']>> = {
  A: 'textStart',
  Z: 'textEndOrFinalNewline',
  z: 'textEnd',
  b: 'wordBoundary',
  B: 'noWordBoundary',
  G: 'searchStart'
}

/** Reads a pattern; the second pass knows every group, which decides what `\12` means. */
export const parseRegex = (pattern: string, options: RegexOptions = {}): ParsedRegex | RegexProblem => {
  const flags: Flags = {
    ignoreCase: false,
    multiline: false,
    explicitCapture: false,
    singleline: false,
    ignorePatternWhitespace: false,
    ...options
  }
  const first = new Parser(pattern, flags)
  first.parse()
  const second = new Parser(pattern, flags, first.groups)
  const root = second.parse()
  return second.problem ?? { root, groups: second.groups }
}
