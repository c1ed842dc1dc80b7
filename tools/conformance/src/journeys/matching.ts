/** Texts that match a regular expression: a person reads a pattern, and types something that fits it. */
import { compileRegex, RegexProblem } from '@trustframe/claims'

/** How a reader of a pattern decides: which alternative is taken, how often more than needed, which character of a class. */
interface Taste {
  readonly alternative: number
  readonly more: number
  readonly character: number
}

/** From the least that fits to more of everything. */
const tastes: ReadonlyArray<Taste> = [
  { alternative: 0, more: 1, character: 0 },
  { alternative: 0, more: 0, character: 0 },
  { alternative: 1, more: 3, character: 1 },
  { alternative: 0, more: 8, character: 2 },
  { alternative: 2, more: 12, character: 3 },
  { alternative: 1, more: 0, character: 5 }
]

const lower = 'abcdefghijklmnopqrstuvwxyz'
const digits = '0123456789'
const printable = ` ${lower}${lower.toUpperCase()}${digits}_-.@+!#$%&'*/=?^{|}~(),:;<>[]"\\\``

const escapes: Readonly<Record<string, string>> = {
  d: digits,
  w: `${lower}${lower.toUpperCase()}${digits}_`,
  s: ' ',
  D: lower,
  W: '-.@',
  S: `${lower}${digits}`,
  t: '\t',
  n: '\n',
  r: '\r'
}

/** Characters of Unicode categories, by their first letters. */
const categories: ReadonlyArray<readonly [category: string, characters: string]> = [
  ['Lu', lower.toUpperCase()],
  ['Ll', lower],
  ['L', lower],
  ['N', digits],
  ['P', '-.@'],
  ['S', '+$'],
  ['Z', ' ']
]

const categoryOf = (name: string): string => categories.find(([category]) => name.startsWith(category))?.[1] ?? lower

/** The longest repetition that is written out. */
const mostTimes = 64

/** Longer patterns are not read: no person does. */
const longestPattern = 2000

/** Reads a pattern from left to right, and writes what fits; what it does not know it passes over. */
class Reader {
  readonly #pattern: string
  readonly #taste: Taste
  #at = 0

  constructor(pattern: string, taste: Taste) {
    this.#pattern = pattern
    this.#taste = taste
  }

  /** Alternatives up to the end of the group. */
  alternatives(): string {
    const written = [this.#sequence()]
    while (this.#take('|')) written.push(this.#sequence())
    return written[this.#taste.alternative % written.length] ?? ''
  }

  #peek(): string {
    return this.#pattern.charAt(this.#at)
  }

  #take(text: string): boolean {
    if (!this.#pattern.startsWith(text, this.#at)) return false
    this.#at += text.length
    return true
  }

  #next(): string {
    const character = this.#peek()
    this.#at++
    return character
  }

  #sequence(): string {
    let text = ''
    while (this.#at < this.#pattern.length && this.#peek() !== '|' && this.#peek() !== ')') {
      const from = this.#at
      const once = this.#atom()
      const [least, most] = this.#quantifier()
      const times = Math.min(least + this.#taste.more, most, mostTimes)
      text += this.#repeat(once, from, Math.max(times, Math.min(least, mostTimes)))
      if (text.length > longestPattern) return text
    }
    return text
  }

  /** A class that is repeated gives several of its characters, not the same one. */
  #repeat(once: string, from: number, times: number): string {
    if (this.#pattern.charAt(from) !== '[') return once.repeat(times)
    const end = this.#at
    const texts = Array.from({ length: times }, (_, index) => {
      this.#at = from
      return this.#atom(index)
    })
    this.#at = end
    return texts.join('')
  }

  #atom(turn = 0): string {
    const character = this.#next()
    switch (character) {
      case '^':
      case '$':
        return ''
      case '.':
        return 'a'
      case '[':
        return this.#pick(this.#class(), turn)
      case '(':
        return this.#group()
      case '\\':
        return this.#escape()
      default:
        return character
    }
  }

  #group(): string {
    const looks = ['?=', '?!', '?<=', '?<!'].some((start) => this.#take(start))
    if (!looks && this.#take('?')) {
      // A name, or options: up to its end.
      if (!this.#take(':')) while (this.#at < this.#pattern.length && !/[>':)]/.test(this.#next())) continue
    }
    const text = this.alternatives()
    this.#take(')')
    return looks ? '' : text
  }

  #escape(): string {
    const character = this.#next()
    if (character === 'b' || character === 'B' || character === 'A' || character === 'z' || character === 'Z') return ''
    return this.#pick(this.#escaped(character), 0)
  }

  #escaped(character: string): string {
    if (character === 'p' || character === 'P') {
      const [whole = '', name = ''] = /^\{(\w+)\}/.exec(this.#pattern.slice(this.#at, this.#at + 40)) ?? []
      this.#at += whole.length
      return character === 'p' ? categoryOf(name) : categoryOf(name === 'N' || name === 'Nd' ? 'L' : 'N')
    }
    if (character === 'x' || character === 'u') {
      const length = character === 'x' ? 2 : 4
      const code = Number.parseInt(this.#pattern.slice(this.#at, this.#at + length), 16)
      this.#at += length
      return Number.isNaN(code) ? '' : String.fromCharCode(code)
    }
    return escapes[character] ?? character
  }

  /** The characters of a class that a person can type. */
  #class(): string {
    const negated = this.#take('^')
    let set = ''
    for (let first = true; this.#at < this.#pattern.length && (first || this.#peek() !== ']'); first = false) {
      const character = this.#next()
      const one = character === '\\' ? this.#escaped(this.#next()) : character
      if (one.length === 1 && this.#peek() === '-' && this.#pattern.charAt(this.#at + 1) !== ']') {
        this.#at++
        const end = this.#next()
        const last = end === '\\' ? this.#escaped(this.#next()) : end
        set += printable.replaceAll(/[\s\S]/g, (unit) => (unit >= one && unit <= last ? unit : ''))
      } else {
        set += one
      }
    }
    this.#take(']')
    return negated ? printable.replaceAll(/[\s\S]/g, (unit) => (set.includes(unit) ? '' : unit)).trim() : set
  }

  #pick(set: string, turn: number): string {
    return set === '' ? '' : set.charAt((this.#taste.character * 7 + turn) % set.length)
  }

  #quantifier(): readonly [least: number, most: number] {
    const [all = '', least, comma, most] =
      /^\{(\d+)(,)?(\d+)?\}/.exec(this.#pattern.slice(this.#at, this.#at + 20)) ?? []
    let bounds: readonly [number, number] = [1, 1]
    if (all !== '') {
      this.#at += all.length
      bounds = [Number(least), most === undefined ? (comma === undefined ? Number(least) : Infinity) : Number(most)]
    } else if (this.#take('*')) bounds = [0, Infinity]
    else if (this.#take('+')) bounds = [1, Infinity]
    else if (this.#take('?')) bounds = [0, 1]
    else return bounds
    // Lazy and possessive ones match the same texts.
    if (this.#peek() === '?' || this.#peek() === '+') this.#at++
    return bounds
  }
}

/** Texts that match, most likely first; none where the pattern cannot be read. */
export const matching = (pattern: string): ReadonlyArray<string> => {
  const regex = compileRegex(pattern)
  if (regex instanceof RegexProblem || pattern.length > longestPattern) return []
  const texts = tastes.map((taste) => new Reader(pattern, taste).alternatives())
  return [...new Set(texts)].filter((text) => text !== '' && regex.test(text) === true)
}
