/** Case and comparison of text as .NET's invariant culture and ordinal comparisons have them (claims-transformations 1.7). */

/** Changes case code point by code point, keeping those whose other case has another length (`ß`). */
const changeCase = (text: string, change: (text: string) => string): string => {
  let result = ''
  for (const character of text) {
    const changed = change(character)
    result += changed.length === character.length ? changed : character
  }
  return result
}

const ascii = /^[\0-\x7f]*$/

/** As `String.ToUpperInvariant`: `straße` → `STRAßE`. */
export const toUpperInvariant = (text: string): string =>
  ascii.test(text) ? text.toUpperCase() : changeCase(text, (character) => character.toUpperCase())

/** As `String.ToLowerInvariant`. */
export const toLowerInvariant = (text: string): string =>
  ascii.test(text) ? text.toLowerCase() : changeCase(text, (character) => character.toLowerCase())

/** Whether two ASCII units are one letter in two cases. */
const sameLetter = (left: number, right: number): boolean => {
  const lower = left | 0x20
  return lower === (right | 0x20) && lower >= 0x61 && lower <= 0x7a
}

/** Whether two texts are equal, unit by unit, or under `OrdinalIgnoreCase`. */
export const equalOrdinal = (left: string, right: string, ignoreCase: boolean): boolean => {
  if (left === right) return true
  if (!ignoreCase || left.length !== right.length) return false
  for (let index = 0; index < left.length; index++) {
    const one = left.charCodeAt(index)
    const other = right.charCodeAt(index)
    if (one === other || sameLetter(one, other)) continue
    return (one > 0x7f || other > 0x7f) && toUpperInvariant(left) === toUpperInvariant(right)
  }
  return true
}

/** Whether a text contains another, under `Ordinal` or `OrdinalIgnoreCase`. */
export const containsOrdinal = (text: string, part: string, ignoreCase: boolean): boolean =>
  ignoreCase ? toUpperInvariant(text).includes(toUpperInvariant(part)) : text.includes(part)
