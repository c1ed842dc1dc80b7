/** Prints elements as XML, line by line, so that each line can be followed back to the files it came from. */
import { policyNamespace } from '../grammar/policy.ts'
import type { Policy } from '../model/Policy.ts'
import type { Span } from '../syntax/SourceText.ts'
import type { XmlAttribute, XmlElement } from '../syntax/XmlElement.ts'

/** A line of printed XML. A text with line ends is one line. */
export interface PrintedLine {
  /** How deep the element is nested. */
  readonly depth: number
  /** Without indentation. */
  readonly text: string
  /** Where the parts of the line come from: the tag first, then attributes from elsewhere; none for an end tag. */
  readonly origins: ReadonlyArray<Span>
}

/** The element as XML, indented by two spaces. */
export const printElement = (element: XmlElement): string => indented(printLines(element))

/** A whole policy as a file, with its namespace: a policy without a base that says the same. */
export const printPolicy = ({ element }: Policy): string => {
  const lines: Array<PrintedLine> = []
  print(element, 0, '', lines)
  return `<?xml version="1.0" encoding="utf-8"?>\n${indented(lines)}`
}

/** The element as lines of XML, each with its origins. */
export const printLines = (element: XmlElement): ReadonlyArray<PrintedLine> => {
  const lines: Array<PrintedLine> = []
  print(element, 0, policyNamespace, lines)
  return lines
}

const indented = (lines: ReadonlyArray<PrintedLine>): string =>
  lines.map(({ depth, text }) => `${'  '.repeat(depth)}${text}\n`).join('')

const print = (element: XmlElement, depth: number, outer: string, lines: Array<PrintedLine>): void => {
  const { name, namespace, attributes, children } = element
  const declaration = namespace === outer ? '' : ` xmlns="${escapeAttribute(namespace)}"`
  const start = `<${name}${declaration}${attributes.map(printAttribute).join('')}`
  const origins = [element.startTagSpan, ...foreign(element)]
  const text = element.text
  if (children.length === 0) {
    lines.push({ depth, text: text.trim() === '' ? `${start} />` : `${start}>${escapeText(text)}</${name}>`, origins })
    return
  }
  lines.push({ depth, text: `${start}>${escapeText(text.trim())}`, origins })
  for (const child of children) print(child, depth + 1, namespace, lines)
  lines.push({ depth, text: `</${name}>`, origins: [] })
}

const printAttribute = ({ name, value }: XmlAttribute): string => ` ${name}="${escapeAttribute(value)}"`

/** The attributes that other files gave. */
const foreign = (element: XmlElement): ReadonlyArray<Span> => {
  const { source, start, end } = element.startTagSpan
  return element.attributes
    .map(({ valueSpan }) => valueSpan)
    .filter((span) => span.source !== source || span.start < start || span.end > end)
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;').replaceAll('\r', '&#13;')

const escapeAttribute = (value: string): string =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
