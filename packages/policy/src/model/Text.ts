/** The leaves of the policy model: text that knows where it stands. */
import type { XmlElement } from '../syntax/XmlElement.ts'
import type { Span } from '../syntax/SourceText.ts'

/** An attribute's value or an element's text, decoded and trimmed, with the place that it was written at. */
export interface Text {
  readonly value: string
  readonly span: Span
}

/** A part of a policy that stands in one element of the effective (merged) policy. */
export interface PolicyNode {
  readonly element: XmlElement
  /** The start tag, in the most derived file that mentions the element. */
  readonly span: Span
}

/** An element that is only a reference to something by its id. */
export interface Reference extends PolicyNode {
  readonly referenceId: Text
}

/** `Metadata/Item`, `Suppressions/Item`: a key and its value. */
export interface Item extends PolicyNode {
  readonly key: Text
  readonly value: Text
}
