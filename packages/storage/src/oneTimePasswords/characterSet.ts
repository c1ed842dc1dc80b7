/** The characters of codes: `CharacterSet`, written as in a character class of a regular expression. */

const classes: ReadonlyMap<string, string> = new Map([
  ['d', '0-9'],
  ['w', 'a-zA-Z0-9_']
])

/** One range or one character, escaped or not; a backslash at the end stands for itself. */
const part = /(\\.|[^\\])-(\\.|[^\\])|\\?./gsu

const unescaped = (text: string): string => (text.length > 1 && text.startsWith('\\') ? text.slice(1) : text)

const range = (from: string, to: string): ReadonlyArray<string> => {
  const [first = 0, last = -1] = [from.codePointAt(0), to.codePointAt(0)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => String.fromCodePoint(first + at))
}

const expand = (text: string): ReadonlyArray<string> =>
  Array.from(text.matchAll(part)).flatMap(([whole, from, to]) => {
    if (from !== undefined && to !== undefined) return range(unescaped(from), unescaped(to))
    const name = classes.get(unescaped(whole))
    return whole.startsWith('\\') && name !== undefined ? expand(name) : [unescaped(whole)]
  })

/**
 * The characters of a set, each once: `0-9`, `a-z0-9A-Z`, `\d`. A hyphen at either end stands for itself.
 * Source: one-time-password-technical-profile (CharacterSet).
 */
export const charactersOf = (set: string): ReadonlyArray<string> => Array.from(new Set(expand(set)))
