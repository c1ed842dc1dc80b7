/** An element as it stands in one file: knows its offsets, and finds the rest in the text when asked. */
import { decodeContent } from './decodeText.ts'
import { scanStartTag } from './scanStartTag.ts'
import type { SourceText, Span } from './SourceText.ts'
import { isSpace } from './xmlCharacters.ts'
import type { XmlAttribute, XmlElement } from './XmlElement.ts'

/** An element of a file. */
export class SourceElement implements XmlElement {
  readonly name: string
  readonly namespace: string
  readonly children: ReadonlyArray<XmlElement>
  private readonly source: SourceText
  private readonly start: number
  private readonly end: number
  private readonly nameStart: number
  /** Where the end tag begins; known beforehand only where the file ends too early. */
  private contentEnd: number | undefined
  /** Of the start tag, once it was scanned. */
  private found: ReadonlyArray<XmlAttribute> | undefined
  private tagEnd: number
  private decoded: string | undefined

  constructor(
    source: SourceText,
    at: { readonly start: number; readonly nameStart: number; readonly end: number; readonly closed: boolean },
    name: string,
    namespace: string,
    children: ReadonlyArray<XmlElement>
  ) {
    this.name = name
    this.namespace = namespace
    this.children = children
    this.source = source
    this.start = at.start
    this.end = at.end
    this.nameStart = at.nameStart
    this.contentEnd = at.closed ? undefined : at.end
    this.found = undefined
    this.tagEnd = -1
    this.decoded = undefined
  }

  get attributes(): ReadonlyArray<XmlAttribute> {
    return this.found ?? this.scan()
  }

  get text(): string {
    return (this.decoded ??= this.decode())
  }

  get span(): Span {
    return { source: this.source, start: this.start, end: this.end }
  }

  get startTagSpan(): Span {
    return { source: this.source, start: this.start, end: this.endOfTag() }
  }

  get nameSpan(): Span {
    return { source: this.source, start: this.nameStart, end: this.nameStart + this.name.length }
  }

  get textSpan(): Span {
    const { source } = this
    const { text } = source
    let start = this.endOfTag()
    let end = this.endOfContent()
    while (start < end && isSpace(text.charCodeAt(start))) start++
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    return { source, start, end }
  }

  private scan(): ReadonlyArray<XmlAttribute> {
    const { attributes, end } = scanStartTag(this.source, this.nameStart + this.name.length)
    this.found = attributes
    this.tagEnd = end
    return attributes
  }

  private endOfTag(): number {
    if (this.tagEnd < 0) this.scan()
    return this.tagEnd
  }

  private endOfContent(): number {
    if (this.contentEnd === undefined) {
      const { text } = this.source
      const selfClosing = text.charCodeAt(this.end - 2) === 47
      this.contentEnd = selfClosing ? this.endOfTag() : text.lastIndexOf('<', this.end - 1)
    }
    return this.contentEnd
  }

  private decode(): string {
    const { text } = this.source
    let from = this.endOfTag()
    let decoded = ''
    for (const { span } of this.children) {
      decoded += decodeContent(text.slice(from, span.start))
      from = span.end
    }
    return decoded + decodeContent(text.slice(from, this.endOfContent()))
  }
}
