/** Reads the leaves of the model: texts that know their places. */
import type { Item, PolicyNode, Reference, Text } from '../model/Text.ts'
import type { Span } from '../syntax/SourceText.ts'
import { attributeOf, childOf, childrenOf, type XmlAttribute, type XmlElement } from '../syntax/XmlElement.ts'

/** A text that finds its place when it is asked for. */
class LocatedText implements Text {
  readonly value: string
  private readonly locate: { readonly valueSpan: Span } | { readonly textSpan: Span }

  constructor(value: string, locate: XmlAttribute | XmlElement) {
    this.value = value
    this.locate = locate
  }

  get span(): Span {
    return 'valueSpan' in this.locate ? trimmed(this.locate.valueSpan, this.value) : this.locate.textSpan
  }
}

/** The part of an attribute's value without surrounding white space, when the text is without it too. */
const trimmed = (span: Span, value: string): Span => {
  // Trimming and decoding only make a text shorter.
  if (span.end - span.start === value.length) return span
  const written = span.source.text.slice(span.start, span.end)
  if (value !== value.trim()) return span
  const start = span.start + written.length - written.trimStart().length
  return { source: span.source, start, end: Math.max(start, span.end - (written.length - written.trimEnd().length)) }
}

/** An attribute's value, trimmed. */
export const attribute = (element: XmlElement, name: string): Text | undefined => {
  const found = attributeOf(element, name)
  return found === undefined ? undefined : new LocatedText(found.value.trim(), found)
}

/** An attribute's value as it is written: it is data, where white space counts. */
export const verbatim = (element: XmlElement, name: string): Text | undefined => {
  const found = attributeOf(element, name)
  return found === undefined ? undefined : new LocatedText(found.value, found)
}

/** An attribute's value; empty, at the element's name, where the element lacks it (which has been reported). */
export const requiredAttribute = (element: XmlElement, name: string): Text =>
  attribute(element, name) ?? { value: '', span: element.nameSpan }

/** Likewise, as it is written. */
export const requiredVerbatim = (element: XmlElement, name: string): Text =>
  verbatim(element, name) ?? { value: '', span: element.nameSpan }

/** Whether an attribute says true; `byDefault` when it is not given. */
export const flag = (element: XmlElement, name: string, byDefault: boolean): boolean => {
  const value = attributeOf(element, name)?.value
  return value === undefined ? byDefault : isTrue(value)
}

/** `true` or `1`, in any case. */
export const isTrue = (value: string): boolean => /^\s*(?:true|1)\s*$/i.test(value)

/** An element's text, trimmed. */
export const content = (element: XmlElement): Text => new LocatedText(element.text.trim(), element)

/** The text of a child, trimmed. */
export const childText = (element: XmlElement, name: string): Text | undefined => {
  const found = childOf(element, name)
  return found === undefined ? undefined : content(found)
}

/** Where an element stands. */
export const node = (element: XmlElement): PolicyNode => ({ element, span: element.startTagSpan })

/** What `read` makes of the children, named `item`, of all children named `group`. */
export const list = <A>(
  element: XmlElement,
  group: string,
  item: string,
  read: (element: XmlElement) => A
): ReadonlyArray<A> => {
  const all: Array<A> = []
  for (const container of element.children) {
    if (container.name !== group) continue
    for (const child of container.children) if (child.name === item) all.push(read(child))
  }
  return all
}

/** A reference by an attribute. */
export const reference = (element: XmlElement, name = 'ReferenceId'): Reference => ({
  ...node(element),
  referenceId: requiredAttribute(element, name)
})

/** The reference that a child is. */
export const childReference = (element: XmlElement, child: string): Reference | undefined => {
  const found = childOf(element, child)
  return found === undefined ? undefined : reference(found)
}

/** `Metadata/Item`; where a key is repeated, the last one counts. */
export const metadata = (element: XmlElement): ReadonlyArray<Item> => {
  const items = new Map<string, Item>()
  for (const item of list(element, 'Metadata', 'Item', readItem)) items.set(item.key.value.toLowerCase(), item)
  return [...items.values()]
}

const readItem = (element: XmlElement): Item => ({
  ...node(element),
  key: requiredAttribute(element, 'Key'),
  value: content(element)
})

/** Things by their ids, ignoring case; where an id is repeated, the first one counts. */
export const byId = <A extends { readonly id: Text }>(things: ReadonlyArray<A>): ReadonlyMap<string, A> => {
  const map = new Map<string, A>()
  for (const thing of things) {
    const key = thing.id.value.toLowerCase()
    if (!map.has(key)) map.set(key, thing)
  }
  return map
}

/** The children of that name, read. */
export const children = <A>(element: XmlElement, name: string, read: (element: XmlElement) => A): ReadonlyArray<A> =>
  childrenOf(element, name).map(read)
