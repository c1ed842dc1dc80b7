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
  /** The namespace that the element is in; empty for none. */
  readonly namespace: string
  /** In the order of the start tag, without declarations of namespaces. */
  readonly attributes: ReadonlyArray<XmlAttribute>
  readonly children: ReadonlyArray<XmlElement>
  /** Decoded text and CDATA of the element itself, in order, comments left out; not trimmed. */
  readonly text: string
  /** What stands between the tags, without surrounding white space; empty where nothing does. */
  readonly textSpan: Span
  /** From `<` to the `>` of the end tag. */
  readonly span: Span
  /** The start tag, from `<` to `>`. */
  readonly startTagSpan: Span
  /** The name in the start tag. */
  readonly nameSpan: Span
}

/** The attribute of that name, if the element has it. */
export const attributeOf = (element: XmlElement, name: string): XmlAttribute | undefined => {
  for (const attribute of element.attributes) if (attribute.name === name) return attribute
  return undefined
}

/** The first child of that name, if there is one. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined => {
  for (const child of element.children) if (child.name === name) return child
  return undefined
}

/** The children of that name, in order. */
export const childrenOf = (element: XmlElement, name: string): ReadonlyArray<XmlElement> =>
  element.children.filter((child) => child.name === name)
