/**
 * Reads the .NET regular expression language:
 * https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference.
 */
import type { AssertionKind, RegexNode } from './ast.ts'
import { anyUnit, CharSet, type SetItem, unitItem } from './CharSet.ts'
import { readClassEscape, readUnitEscape } from './escapes.ts'
import { readClass } from './parseClass.ts'
import { type RegexProblem, Scanner } from './Scanner.ts'

/** .NET's RegexOptions, as far as inline options can set them too. */
export interface RegexOptions {
  readonly ignoreCase?: boolean
  readonly multiline?: boolean
  readonly explicitCapture?: boolean
  readonly singleline?: boolean
  readonly ignorePatternWhitespace?: boolean
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

/** Deeper patterns are refused, so that what walks them cannot overflow the stack. */
const deepest = 200

const quantifierForm = /(?:([*+?])|\{(\d{1,10})(,(\d{1,10})?)?\})/y
const nameForm = /[\p{L}\p{Mn}\p{Nd}\p{Pc}]+/uy
const inlineOptionsForm = /([imnsx]*)(?:-([imnsx]+))?([:)])/y
const blankForm = /[\t-\r ]+|#[^\n]*/y

const lookarounds = [
  ['=', false, false],
  ['!', false, true],
  ['<=', true, false],
  ['<!', true, true]
] as const

const assertionOf: Readonly<Record<string, AssertionKind>> = {
  A: 'textStart',
  Z: 'textEndOrFinalNewline',
  z: 'textEnd',
  b: 'wordBoundary',
  B: 'noWordBoundary',
  G: 'searchStart'
}

class Parser {
  readonly #scanner: Scanner
  /** The groups of the whole pattern, when known. */
  readonly #known: ReadonlySet<string> | undefined
  readonly groups = new Set<string>()
  #flags: Flags
  #unnamed = 0
  #depth = 0

  constructor(scanner: Scanner, flags: Flags, known?: ReadonlySet<string>) {
    this.#scanner = scanner
    this.#flags = flags
    this.#known = known
  }

  parse(): RegexNode {
    const root = this.#alternatives()
    if (!this.#scanner.atEnd) this.#fail('there is a ) without a (')
    return root
  }

  #fail(reason: string, unsupported = false): RegexNode {
    this.#scanner.fail(reason, unsupported)
    return empty
  }

  /** Comments, and with IgnorePatternWhitespace white space and `#` to the end of the line. */
  #skipBlank(): void {
    for (;;) {
      if (this.#scanner.sees('(?#')) {
        if (!this.#scanner.takeThrough(')')) this.#fail('the comment (?# has no end')
      } else if (!this.#flags.ignorePatternWhitespace || this.#scanner.takeForm(blankForm) === undefined) return
    }
  }

  #alternatives(): RegexNode {
    const nodes = [this.#sequence()]
    while (this.#scanner.take('|')) nodes.push(this.#sequence())
    const [only] = nodes
    return nodes.length === 1 && only !== undefined ? only : { _tag: 'Alternatives', nodes }
  }

  #sequence(): RegexNode {
    const nodes: Array<RegexNode> = []
    for (;;) {
      this.#skipBlank()
      if (['', '|', ')'].includes(this.#scanner.peek())) break
      const node = this.#quantified(this.#atom())
      if (node._tag !== 'Empty') nodes.push(node)
    }
    const [only] = nodes
    return nodes.length === 1 && only !== undefined ? only : nodes.length === 0 ? empty : { _tag: 'Sequence', nodes }
  }

  #quantified(node: RegexNode): RegexNode {
    this.#skipBlank()
    const found = this.#scanner.takeForm(quantifierForm)
    if (found === undefined) return node
    const [written, sign, least, range, most] = found
    const counted = { min: Number(least), max: range === undefined ? Number(least) : Number(most ?? Infinity) }
    const signed = { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity }
    const { max, min } = sign === undefined ? counted : signed
    if (min > max) return this.#fail(`the quantifier ${written} has a minimum above its maximum`)
    const lazy = this.#scanner.take('?')
    this.#skipBlank()
    return this.#scanner.seesForm(quantifierForm)
      ? this.#fail(`the quantifier ${this.#scanner.peek()} follows another quantifier`)
      : { _tag: 'Repeat', node, min, max, lazy }
  }

  #set(item: SetItem): RegexNode {
    return { _tag: 'Unit', set: new CharSet([item], { ignoreCase: this.#flags.ignoreCase }) }
  }

  #atom(): RegexNode {
    const scanner = this.#scanner
    if (scanner.seesForm(quantifierForm)) return this.#fail(`the quantifier ${scanner.peek()} follows nothing`)
    if (scanner.peek() === '\\') return this.#escape()
    if (scanner.take('(')) return this.#group()
    if (scanner.take('[')) return { _tag: 'Unit', set: readClass(scanner, this.#flags.ignoreCase) }
    if (scanner.take('.')) return { _tag: 'Unit', set: anyUnit(this.#flags.singleline) }
    if (scanner.take('^')) return { _tag: 'Assertion', kind: this.#flags.multiline ? 'lineStart' : 'textStart' }
    if (scanner.take('$')) {
      return { _tag: 'Assertion', kind: this.#flags.multiline ? 'lineEnd' : 'textEndOrFinalNewline' }
    }
    const unit = scanner.peek().charCodeAt(0)
    scanner.skip(1)
    return this.#set(unitItem(unit))
  }

  /** The content of a group up to its `)`; options set inside end with it. */
  #content(flags = this.#flags): RegexNode {
    if (this.#depth >= deepest) return this.#fail(`groups are nested more than ${deepest} deep`, true)
    const outer = this.#flags
    this.#flags = flags
    this.#depth++
    const node = this.#alternatives()
    this.#depth--
    this.#flags = outer
    return this.#scanner.take(')') ? node : this.#fail('a ( has no )')
  }

  #capture(group: string): RegexNode {
    this.groups.add(group)
    return { _tag: 'Capture', node: this.#content(), group }
  }

  /** A group after its `(`. */
  #group(): RegexNode {
    const scanner = this.#scanner
    if (!scanner.take('?')) {
      return this.#flags.explicitCapture ? this.#content() : this.#capture(String(++this.#unnamed))
    }
    if (scanner.take(':')) return this.#content()
    if (scanner.take('>')) return { _tag: 'Atomic', node: this.#content() }
    for (const [sign, behind, negative] of lookarounds) {
      if (scanner.take(sign)) return { _tag: 'Look', node: this.#content(), behind, negative }
    }
    if (scanner.peek() === '(') return this.#fail('conditional groups (?(…)yes|no) are not supported', true)
    const quote = this.#openingQuote()
    return quote === undefined ? this.#inlineOptions() : this.#namedGroup(quote)
  }

  /** Takes `<` or `'`; gives what ends the name. */
  #openingQuote(): string | undefined {
    return this.#scanner.take('<') ? '>' : this.#scanner.take("'") ? "'" : undefined
  }

  #namedGroup(quote: string): RegexNode {
    const name = this.#scanner.takeForm(nameForm)?.[0] ?? ''
    if (this.#scanner.peek() === '-') return this.#fail('balancing groups (?<a-b>…) are not supported', true)
    if (name === '' || /^0+$/.test(name) || !this.#scanner.take(quote)) return this.#fail('the group has no valid name')
    return this.#capture(/^\d+$/.test(name) ? String(Number(name)) : name)
  }

  #inlineOptions(): RegexNode {
    const found = this.#scanner.takeForm(inlineOptionsForm)
    if (found === undefined) return this.#fail('the construct (? is not known')
    const [, on = '', off = '', end] = found
    const flags = { ...this.#flags }
    for (const letter of on + off) {
      const flag = flagOf[letter]
      if (flag !== undefined) flags[flag] = !off.includes(letter)
    }
    if (end === ':') return this.#content(flags)
    this.#flags = flags
    return empty
  }

  #escape(): RegexNode {
    const kind = assertionOf[this.#scanner.peek(1)]
    if (kind !== undefined) {
      this.#scanner.skip(2)
      return { _tag: 'Assertion', kind }
    }
    const item = readClassEscape(this.#scanner)
    if (item !== undefined) return this.#set(item)
    if (this.#scanner.take('\\k')) return this.#namedReference()
    const number = this.#referenceNumber()
    if (number !== undefined) return this.#reference(number)
    if (this.#scanner.peek(1) === '') return this.#fail('it ends in \\')
    this.#scanner.skip(1)
    return this.#set(unitItem(readUnitEscape(this.#scanner)))
  }

  #reference(group: string): RegexNode {
    if (this.#known?.has(group) === false) return this.#fail(`there is no group "${group}" to refer to`)
    return { _tag: 'BackReference', group, ignoreCase: this.#flags.ignoreCase }
  }

  #namedReference(): RegexNode {
    const quote = this.#openingQuote()
    const name = this.#scanner.takeForm(nameForm)?.[0]
    return quote === undefined || name === undefined || !this.#scanner.take(quote)
      ? this.#fail('\\k needs a group: \\k<name>')
      : this.#reference(name)
  }

  /** `\1`: a reference when the group exists or the number has one digit; otherwise an octal number. */
  #referenceNumber(): string | undefined {
    const number = /^\\([1-9]\d{0,8})/.exec(
      this.#scanner.pattern.slice(this.#scanner.index, this.#scanner.index + 10)
    )?.[1]
    if (number === undefined) return undefined
    const refers = number.length === 1 || this.#known === undefined || this.#known.has(number)
    if (refers) this.#scanner.skip(number.length + 1)
    return refers ? number : undefined
  }
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
  const first = new Parser(new Scanner(pattern), flags)
  first.parse()
  const scanner = new Scanner(pattern)
  const second = new Parser(scanner, flags, first.groups)
  const root = second.parse()
  return scanner.problem ?? { root, groups: second.groups }
}
