/** The syntax tree: elements, attributes and text of one file, each with its place. */
import type { Span } from './SourceText.ts'

/** An attribute; its spans are found by scanning the start tag when they are asked for. */
export interface XmlAttribute {
  readonly name: string
  readonly value: string
  readonly nameSpan: Span
  /** Without the quotes. */
  readonly valueSpan: Span
}

/** An element of a file, or of an effective policy, where its parts may come from several files. */
export interface XmlElement {
  /** The local name, without a namespace prefix. */
  readonly name: string
  readonly attributes: ReadonlyArray<XmlAttribute>
  readonly children: ReadonlyArray<XmlElement>
  /** Decoded text and CDATA of the element itself, in order, comments left out; not trimmed. */
  readonly text: string
  readonly textSpan: Span
  /** From `<` to the `>` of the end tag. */
  readonly span: Span
  /** The name in the start tag. */
  readonly nameSpan: Span
}
