/** What a piece of XML source means as text: references, CDATA sections, comments and line ends resolved. */

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The five entities that XML knows without a document type. */
export const predefinedEntities: ReadonlyArray<string> = Object.keys(named)

/**
 * The text of element content between tags (XML 1.0 sections 2.4, 2.7, 2.11, 4.1). The source is known to be
 * well-formed; a reference that is not is left as it is written.
 */
export const decodeContent = (source: string): string => {
  if (!source.includes('<')) return decodeReferences(normalizeLineEnds(source))
  let text = ''
  let from = 0
  for (;;) {
    const open = source.indexOf('<', from)
    if (open < 0) return text + decodeReferences(normalizeLineEnds(source.slice(from)))
    text += decodeReferences(normalizeLineEnds(source.slice(from, open)))
    const end = endOfMarkup(source, open)
    if (source.startsWith('<![CDATA[', open)) text += normalizeLineEnds(source.slice(open + 9, end - 3))
    from = end
  }
}

/** The value of an attribute: as content, and a tab or line end is a space (XML 1.0 section 3.3.3). */
export const decodeAttribute = (source: string): string => {
  const needsSpaces = source.includes('\n') || source.includes('\r') || source.includes('\t')
  return decodeReferences(needsSpaces ? source.replaceAll('\r\n', ' ').replace(/[\r\n\t]/g, ' ') : source)
}

const normalizeLineEnds = (source: string): string =>
  source.includes('\r') ? source.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : source

const decodeReferences = (source: string): string =>
  source.includes('&')
    ? source.replace(/&(?:#([0-9]+)|#x([0-9a-fA-F]+)|([a-z]+));/g, (written, decimal, hexadecimal, name) => {
        if (name !== undefined) return named[String(name)] ?? written
        const code = decimal === undefined ? parseInt(String(hexadecimal), 16) : parseInt(String(decimal), 10)
        return code <= 0x10ffff ? String.fromCodePoint(code) : written
      })
    : source

/** Where a comment, CDATA section or instruction ends that begins at `open`. */
const endOfMarkup = (source: string, open: number): number => {
  const [close, from] = source.startsWith('<!--', open)
    ? ['-->', open + 4]
    : source.startsWith('<![CDATA[', open)
      ? [']]>', open + 9]
      : ['?>', open + 2]
  const end = source.indexOf(close, from)
  return end < 0 ? source.length : end + close.length
}
