/** Finds the attributes of an element by scanning its start tag. */
import { decodeAttribute } from './decodeText.ts'
import type { SourceText, Span } from './SourceText.ts'
import { isSpace } from './xmlCharacters.ts'
import type { XmlAttribute } from './XmlElement.ts'

/** The attributes of a start tag, and where the tag ends. */
export interface StartTag {
  readonly attributes: ReadonlyArray<XmlAttribute>
  /** `xmlns` and `xmlns:prefix`. */
  readonly declarations: ReadonlyArray<XmlAttribute>
  /** Behind the `>`. */
  readonly end: number
}

/** An attribute as it stands in a file. */
export class SourceAttribute implements XmlAttribute {
  readonly name: string
  readonly value: string
  private readonly source: SourceText
  private readonly nameStart: number
  private readonly valueStart: number
  private readonly valueEnd: number

  constructor(source: SourceText, name: string, nameStart: number, valueStart: number, valueEnd: number) {
    this.name = name
    this.value = decodeAttribute(source.text.slice(valueStart, valueEnd))
    this.source = source
    this.nameStart = nameStart
    this.valueStart = valueStart
    this.valueEnd = valueEnd
  }

  get nameSpan(): Span {
    return { source: this.source, start: this.nameStart, end: this.nameStart + this.name.length }
  }

  get valueSpan(): Span {
    return { source: this.source, start: this.valueStart, end: this.valueEnd }
  }
}

const none: ReadonlyArray<never> = []

/** The start tag whose name ends at `nameEnd`; the tag is known to be well-formed. */
export const scanStartTag = (source: SourceText, nameEnd: number): StartTag => {
  const { text } = source
  let attributes: Array<XmlAttribute> | undefined
  let declarations: Array<XmlAttribute> | undefined
  let i = nameEnd
  for (;;) {
    while (isSpace(text.charCodeAt(i))) i++
    const code = text.charCodeAt(i)
    if (code === 62 || code === 47 || i >= text.length) {
      return {
        attributes: attributes ?? none,
        declarations: declarations ?? none,
        end: Math.min(code === 62 ? i + 1 : i + 2, text.length)
      }
    }
    const nameStart = i
    let c = code
    while (c !== 61 && !isSpace(c)) c = text.charCodeAt(++i)
    const name = text.slice(nameStart, i)
    while (c !== 34 && c !== 39) c = text.charCodeAt(++i)
    const valueStart = i + 1
    const valueEnd = text.indexOf(c === 34 ? '"' : "'", valueStart)
    i = valueEnd + 1
    const attribute = new SourceAttribute(source, name, nameStart, valueStart, valueEnd)
    if (isNamespaceDeclaration(name)) (declarations ??= []).push(attribute)
    else (attributes ??= []).push(attribute)
  }
}

/** `xmlns` and `xmlns:prefix`. */
export const isNamespaceDeclaration = (name: string): boolean =>
  name.startsWith('xmlns') && (name.length === 5 || name.charCodeAt(5) === 58)
