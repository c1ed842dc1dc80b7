/** An effective element for people and machines: what it says, and which file says so. */
import { printLines, type Span, type XmlElement } from '@trustframe/policy'
import type { Style } from '../output/style.ts'

const place = (span: Span): string => {
  const { file, line } = span.source.positionAt(span.start)
  return `${file}:${line}`
}

/** XML, with the place of each line beside it; further places are those of attributes from other files. */
export const formatElement = (element: XmlElement, style: Style): string => {
  const lines = printLines(element).map(({ depth, origins, text }) => ({
    text: `${'  '.repeat(depth)}${text}`,
    places: [...new Set(origins.map(place))].join(', ')
  }))
  const width = Math.min(100, Math.max(...lines.map(({ text }) => text.length)))
  return lines.map(({ places, text }) => `${text.padEnd(width)}  ${style.dim(places)}`.trimEnd()).join('\n')
}

/** An element as data: every attribute and every text with its place. */
export interface ElementDocument {
  readonly name: string
  readonly at: string
  readonly attributes: ReadonlyArray<{ readonly name: string; readonly value: string; readonly at: string }>
  readonly text?: string
  readonly children: ReadonlyArray<ElementDocument>
}

/** The element and everything in it. */
export const elementDocument = (element: XmlElement): ElementDocument => {
  const text = element.text.trim()
  return {
    name: element.name,
    at: place(element.span),
    attributes: element.attributes.map(({ name, value, valueSpan }) => ({ name, value, at: place(valueSpan) })),
    ...(text === '' ? {} : { text }),
    children: element.children.map(elementDocument)
  }
}
