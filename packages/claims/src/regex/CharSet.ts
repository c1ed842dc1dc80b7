/** Sets of UTF-16 units, as .NET's regular expressions know them. */
import { unicodeBlocks } from './unicodeBlocks.ts'

/** What a set is made of: a range of units, or a Unicode category. */
export type SetItem =
  | { readonly from: number; readonly to: number }
  /** Tests one unit as text. */
  | { readonly category: RegExp; readonly negated: boolean }

const asciiSize = 128

/** Upper or lower case of one unit; a unit whose other case is longer stays as it is. */
const otherCase = (unit: number, change: (text: string) => string): number => {
  const changed = change(String.fromCharCode(unit))
  return changed.length === 1 ? changed.charCodeAt(0) : unit
}

const lower = (unit: number): number => otherCase(unit, (text) => text.toLowerCase())
const upper = (unit: number): number => otherCase(unit, (text) => text.toUpperCase())

/** Whether two units are the same, ignoring case as the invariant culture does. */
export const sameIgnoringCase = (left: number, right: number): boolean => left === right || lower(left) === lower(right)

const holds = (items: ReadonlyArray<SetItem>, unit: number): boolean =>
  items.some((item) =>
    'from' in item
      ? unit >= item.from && unit <= item.to
      : item.category.test(String.fromCharCode(unit)) !== item.negated
  )

/** The ASCII members of a category; there are few of them, and many sets that use them. */
const categories = new WeakMap<RegExp, Uint8Array>()

const asciiOfCategory = (expression: RegExp): Uint8Array => {
  const known = categories.get(expression)
  if (known !== undefined) return known
  const ascii = new Uint8Array(asciiSize)
  for (let unit = 0; unit < asciiSize; unit++) if (expression.test(String.fromCharCode(unit))) ascii[unit] = 1
  categories.set(expression, ascii)
  return ascii
}

/** The ASCII members of a set, as `holds` says; a whole range at a time, because most sets are single letters. */
const asciiOf = (items: ReadonlyArray<SetItem>, negated: boolean): Uint8Array => {
  const ascii = new Uint8Array(asciiSize)
  for (const item of items) {
    if ('from' in item) {
      ascii.fill(1, item.from, item.to + 1)
      continue
    }
    const members = asciiOfCategory(item.category)
    for (let unit = 0; unit < asciiSize; unit++) if ((members[unit] === 1) !== item.negated) ascii[unit] = 1
  }
  if (negated) for (let unit = 0; unit < asciiSize; unit++) ascii[unit] = ascii[unit] === 1 ? 0 : 1
  return ascii
}

export interface CharSetOptions {
  readonly negated?: boolean
  readonly ignoreCase?: boolean
  /** `[a-z-[aeiou]]`: units taken out again. */
  readonly subtract?: CharSet | undefined
}

/** A set of UTF-16 units; what it says of ASCII is computed once. */
export class CharSet {
  readonly #items: ReadonlyArray<SetItem>
  readonly #negated: boolean
  readonly #ignoreCase: boolean
  readonly #subtract: CharSet | undefined
  readonly #ascii: Uint8Array

  constructor(items: ReadonlyArray<SetItem>, options: CharSetOptions = {}) {
    this.#items = items
    this.#negated = options.negated ?? false
    this.#ignoreCase = options.ignoreCase ?? false
    this.#subtract = options.subtract
    this.#ascii =
      this.#ignoreCase || this.#subtract !== undefined ? this.#computeAscii() : asciiOf(items, this.#negated)
  }

  #compute(unit: number): boolean {
    const found =
      holds(this.#items, unit) ||
      (this.#ignoreCase && (holds(this.#items, lower(unit)) || holds(this.#items, upper(unit))))
    return found !== this.#negated && !(this.#subtract?.has(unit) ?? false)
  }

  #computeAscii(): Uint8Array {
    const ascii = new Uint8Array(asciiSize)
    for (let unit = 0; unit < asciiSize; unit++) if (this.#compute(unit)) ascii[unit] = 1
    return ascii
  }

  /** Whether the set holds a unit. */
  has(unit: number): boolean {
    return unit < asciiSize ? this.#ascii[unit] === 1 : this.#compute(unit)
  }

  /** The ASCII members as ranges, in order. */
  asciiRanges(): ReadonlyArray<readonly [from: number, to: number]> {
    const ranges: Array<[number, number]> = []
    for (let unit = 0; unit < asciiSize; unit++) {
      if (this.#ascii[unit] !== 1) continue
      const last = ranges.at(-1)
      if (last !== undefined && last[1] === unit - 1) last[1] = unit
      else ranges.push([unit, unit])
    }
    return ranges
  }
}

/** One unit. */
export const unitItem = (unit: number): SetItem => ({ from: unit, to: unit })

const category = (expression: RegExp, negated = false): SetItem => ({ category: expression, negated })

const digit = /^\p{Nd}$/u
const word = /^[\p{L}\p{Mn}\p{Nd}\p{Pc}]$/u
const space = /^[\t-\r\u0085\p{Z}]$/u

/** `\d \D \w \W \s \S`: Unicode, unlike those of JavaScript. */
export const shorthandItem: Readonly<Record<'d' | 'D' | 'w' | 'W' | 's' | 'S', SetItem>> = {
  d: category(digit),
  D: category(digit, true),
  w: category(word),
  W: category(word, true),
  s: category(space),
  S: category(space, true)
}

/** The units of a word, for `\b`: also the zero-width joiners. */
export const boundaryUnits = new CharSet([shorthandItem.w, { from: 0x200c, to: 0x200d }])

/** `.`: everything but a line feed; with Singleline everything. */
export const anyUnit = (singleline: boolean): CharSet =>
  new CharSet(singleline ? [] : [unitItem(0x0a)], { negated: true })

const generalCategories: ReadonlySet<string> = new Set(
  'L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn'.split(' ')
)

/** The item of `\p{name}` (a general category or a block of .NET) or, negated, of `\P{name}`. */
export const unicodeItem = (name: string, negated: boolean): SetItem | undefined => {
  if (generalCategories.has(name)) return category(new RegExp(`^\\p{${name}}$`, 'u'), negated)
  const block = unicodeBlocks.get(name)
  if (block === undefined) return undefined
  const [from, to] = block
  return negated ? category(new RegExp(`^[^\\u{${from.toString(16)}}-\\u{${to.toString(16)}}]$`, 'u')) : { from, to }
}
