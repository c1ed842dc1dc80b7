/** An element of an effective policy, put together from the same element of several files. */
import type { Span } from '../syntax/SourceText.ts'
import type { XmlAttribute, XmlElement } from '../syntax/XmlElement.ts'

/** Attributes and children come from several files; name, text and places are those of the most derived one. */
export class MergedElement implements XmlElement {
  readonly name: string
  readonly namespace: string
  readonly attributes: ReadonlyArray<XmlAttribute>
  readonly children: ReadonlyArray<XmlElement>
  private readonly nearest: XmlElement

  constructor(
    nearest: XmlElement,
    children: ReadonlyArray<XmlElement>,
    attributes: ReadonlyArray<XmlAttribute> = nearest.attributes
  ) {
    this.name = nearest.name
    this.namespace = nearest.namespace
    this.attributes = attributes
    this.children = children
    this.nearest = nearest
  }

  get text(): string {
    return this.nearest.children.length === 0 ? this.nearest.text : ''
  }

  get textSpan(): Span {
    return this.nearest.textSpan
  }

  get span(): Span {
    return this.nearest.span
  }

  get startTagSpan(): Span {
    return this.nearest.startTagSpan
  }

  get nameSpan(): Span {
    return this.nearest.nameSpan
  }
}
