/** Reads character classes: https://learn.microsoft.com/dotnet/standard/base-types/character-classes-in-regular-expressions. */
import { CharSet, type SetItem, unitItem } from './CharSet.ts'
import { readClassEscape, readUnitEscape } from './escapes.ts'
import type { Scanner } from './Scanner.ts'

const nothing = new CharSet([])

const deepest = 20

const classEscapeForm = /\\[dDwWsSpP]/y

/** One unit, escaped or not. */
const readUnit = (scanner: Scanner): number => {
  if (scanner.take('\\')) return readUnitEscape(scanner)
  const unit = scanner.peek().charCodeAt(0)
  scanner.skip(1)
  return unit
}

/** A unit, or a range of units; a dash before `]` or before a subtraction is no range. */
const readRange = (scanner: Scanner): SetItem => {
  const from = readUnit(scanner)
  if (scanner.peek() !== '-' || [']', '[', ''].includes(scanner.peek(1))) return unitItem(from)
  scanner.skip(1)
  if (scanner.seesForm(classEscapeForm)) {
    scanner.fail('a class such as \\d cannot end a range')
    return unitItem(from)
  }
  const to = readUnit(scanner)
  if (from > to) scanner.fail('a range has its ends in the wrong order')
  return { from, to }
}

/** The class after a `-` in a class. */
const readSubtraction = (scanner: Scanner, ignoreCase: boolean, depth: number): CharSet => {
  scanner.skip(2)
  if (depth > deepest) scanner.fail(`classes are nested more than ${deepest} deep`, true)
  const set = readClass(scanner, ignoreCase, depth)
  if (scanner.peek() !== ']') scanner.fail('a subtraction -[…] must come last in its class')
  return set
}

/** A class after its `[`, up to and with its `]`. */
export const readClass = (scanner: Scanner, ignoreCase: boolean, depth = 0): CharSet => {
  const negated = scanner.take('^')
  const items: Array<SetItem> = []
  let subtract: CharSet | undefined
  // A ] that comes first is literal.
  for (let first = true; first || scanner.peek() !== ']'; first = false) {
    if (scanner.atEnd) {
      scanner.fail('a [ has no ]')
      return nothing
    }
    if (!first && scanner.sees('-[')) subtract = readSubtraction(scanner, ignoreCase, depth + 1)
    else items.push(readClassEscape(scanner) ?? readRange(scanner))
  }
  scanner.skip(1)
  return new CharSet(items, { negated, ignoreCase, subtract })
}
