/** Escapes of .NET's regular expressions: https://learn.microsoft.com/dotnet/standard/base-types/character-escapes-in-regular-expressions. */
import { type SetItem, shorthandItem, unicodeItem, unitItem } from './CharSet.ts'
import type { Scanner } from './Scanner.ts'

const simple: Readonly<Record<string, number>> = {
  a: 0x07,
  b: 0x08,
  e: 0x1b,
  f: 0x0c,
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
  v: 0x0b
}

const octalForm = /[0-7]{1,3}/y
const twoDigits = /[0-9a-f]{2}/iy
const fourDigits = /[0-9a-f]{4}/iy
const controlForm = /[@-_a-z]/y
const wordForm = /^[\p{L}\p{Mn}\p{Nd}\p{Pc}]$/u

const isShorthand = (letter: string): letter is keyof typeof shorthandItem => Object.hasOwn(shorthandItem, letter)

const readHexadecimal = (scanner: Scanner, letter: 'x' | 'u'): number => {
  const digits = scanner.takeForm(letter === 'x' ? twoDigits : fourDigits)?.[0]
  if (digits === undefined) scanner.fail(`\\${letter} needs ${letter === 'x' ? 'two' : 'four'} hexadecimal digits`)
  return Number.parseInt(digits ?? '0', 16)
}

/** The unit that an escape stands for; its backslash has been taken. */
export const readUnitEscape = (scanner: Scanner): number => {
  const octal = scanner.takeForm(octalForm)?.[0]
  if (octal !== undefined) return Number.parseInt(octal, 8) & 0xff
  const letter = scanner.peek()
  if (letter === '') {
    scanner.fail('it ends in \\')
    return 0
  }
  scanner.skip(1)
  const known = simple[letter]
  if (known !== undefined) return known
  if (letter === 'x' || letter === 'u') return readHexadecimal(scanner, letter)
  if (letter === 'c') {
    const control = scanner.takeForm(controlForm)?.[0]
    if (control === undefined) scanner.fail('\\c needs a letter')
    return (control ?? '@').toUpperCase().charCodeAt(0) - 0x40
  }
  if (wordForm.test(letter)) scanner.fail(`\\${letter} is not a known escape`)
  return letter.charCodeAt(0)
}

/** `\d`, `\p{L}` and the like, with their backslash; nothing is taken when something else comes. */
export const readClassEscape = (scanner: Scanner): SetItem | undefined => {
  if (scanner.peek() !== '\\') return undefined
  const letter = scanner.peek(1)
  if (isShorthand(letter)) {
    scanner.skip(2)
    return shorthandItem[letter]
  }
  if (letter !== 'p' && letter !== 'P') return undefined
  const name = /^\{([^}]*)\}/.exec(scanner.pattern.slice(scanner.index + 2))?.[1]
  const item = name === undefined ? undefined : unicodeItem(name, letter === 'P')
  if (item === undefined) scanner.fail(`"\\${letter}{${name ?? ''}}" names no Unicode category or block`)
  else scanner.skip(4 + (name?.length ?? 0))
  return item ?? unitItem(0)
}
