/** Checks a reference: `&name;`, `&#10;` or `&#xA;` (XML 1.0 section 4.1). */
import type { Code } from '../codes.ts'
import { suggest } from '../suggest.ts'
import { predefinedEntities } from './decodeText.ts'
import { isXmlCharacter } from './xmlCharacters.ts'

/** Where a reference ends, and what is wrong with it. */
export interface CheckedReference {
  readonly end: number
  readonly fault?: { readonly code: Code; readonly message: string; readonly help: string }
}

const fault = (end: number, message: string, help: string, code: Code = 'TF1001'): CheckedReference => ({
  end,
  fault: { code, message, help }
})

/** Longer than any reference. */
const longest = 40

/** The reference that begins at `start`. */
export const checkReference = (text: string, start: number): CheckedReference => {
  const found = text.slice(start, start + longest)
  const written = /^&#?\w+;/.exec(found)?.[0]
  if (written === undefined) {
    return fault(start + 1, '"&" must begin a reference such as "&amp;"', 'write "&amp;" for the character itself')
  }
  const end = start + written.length
  const name = written.slice(1, -1)
  if (name.startsWith('#')) {
    const [, hexadecimal, decimal] = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name) ?? []
    const code = hexadecimal === undefined ? parseInt(decimal ?? '', 10) : parseInt(hexadecimal, 16)
    if (isXmlCharacter(code)) return { end }
    return fault(end, `"${written}" does not stand for a character that XML allows`, 'write the character itself')
  }
  if (predefinedEntities.includes(name)) return { end }
  const meant = suggest(name, predefinedEntities)
  const help =
    meant === undefined
      ? 'XML knows only "&amp;", "&lt;", "&gt;", "&quot;" and "&apos;"; write other characters themselves or as "&#160;"'
      : `did you mean "&${meant};"?`
  return fault(end, `the entity "${written}" is not defined`, help, 'TF1003')
}
