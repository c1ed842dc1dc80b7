/**
 * Reads the path of an output claim into a JSON answer (`ResolveJsonPathsInJsonTokens`): members with dots, items with
 * brackets, as in `contacts[0].person.emails[0].email`; a quoted member in brackets, `['a.b']`, holds any name. A number
 * between dots is a member's name, since B2C reads items in brackets only (azure-docs#62187).
 */

const segment = /\.?(?:([^.[\]]+)|\[(\d+)\]|\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\])/y

/** The members and items of a path, or why it is none. */
export const readPath = (text: string): ReadonlyArray<string | number> | string => {
  const path: Array<string | number> = []
  const start = text.startsWith('$.') ? 2 : 0
  segment.lastIndex = start
  for (let at = start; at < text.length; at = segment.lastIndex) {
    if (at > start && text[at] !== '.' && text[at] !== '[') return `unexpected "${text[at]}" at position ${at + 1}`
    segment.lastIndex = at
    const found = segment.exec(text)
    if (found === null) return `unexpected "${text[at]}" at position ${at + 1}`
    const [, name, index, single, double] = found
    if (index !== undefined) path.push(Number(index))
    else path.push(name ?? (single ?? double ?? '').replaceAll(/\\(.)/g, '$1'))
  }
  return path.length === 0 ? 'it is empty' : path
}
