/** XML → JSON, in the mapping that .NET's serializer for XML nodes has (claims-transformations 6). */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Json } from '../../convert/json.ts'

/** A text that is not an XML document that can be converted. */
export class MalformedXml {
  readonly _tag = 'MalformedXml'
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

const attributesKey = ':@'
const textKey = '#text'
const cdataKey = '#cdata-section'

/** With `preserveOrder`, the parser gives each node as an object with one member, beside its attributes. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: textKey,
  cdataPropName: cdataKey,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true
})

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Adds a member; a name that comes again makes an array. */
const add = (members: Map<string, Json>, name: string, value: Json): void => {
  const present = members.get(name)
  members.set(name, present === undefined ? value : Array.isArray(present) ? [...present, value] : [present, value])
}

/** The text of a text or CDATA node. */
const textOf = (node: unknown): string =>
  Array.isArray(node)
    ? node.map((part) => (isRecord(part) ? textOf(part[textKey]) : '')).join('')
    : typeof node === 'string'
      ? node
      : ''

/** Adds the child nodes of an element; white space between elements does not count. */
const addChildren = (members: Map<string, Json>, children: unknown): void => {
  for (const child of Array.isArray(children) ? children : []) {
    if (!isRecord(child)) continue
    for (const [name, content] of Object.entries(child)) {
      if (name === attributesKey) continue
      if (name === textKey) {
        const text = textOf(content)
        if (text.trim() !== '') add(members, textKey, text)
      } else if (name === cdataKey) add(members, cdataKey, textOf(content))
      else add(members, name, elementJson(content, child[attributesKey]))
    }
  }
}

/** An element: its text when it has nothing else, null when it is empty, else an object. */
const elementJson = (content: unknown, attributes: unknown): Json => {
  const members = new Map<string, Json>()
  if (isRecord(attributes)) {
    for (const [name, value] of Object.entries(attributes)) members.set(name, String(value))
  }
  addChildren(members, content)
  const [first] = members.keys()
  if (first === undefined) return null
  return members.size === 1 && first === textKey ? (members.get(textKey) ?? null) : Object.fromEntries(members)
}

/** The JSON of an XML document, with its root element as the only member (beside an XML declaration). */
export const xmlToJson = (xml: string): Json | MalformedXml => {
  if (/<!DOCTYPE/i.test(xml)) return new MalformedXml('a DOCTYPE is not accepted')
  const validation = XMLValidator.validate(xml)
  if (validation !== true) return new MalformedXml(`${validation.err.msg} (line ${validation.err.line})`)
  const members = new Map<string, Json>()
  addChildren(members, parser.parse(xml))
  return members.size === 0 ? new MalformedXml('there is no element') : Object.fromEntries(members)
}
