/** XML → JSON, in the mapping that .NET's serializer for XML nodes has (claims-transformations 6). */
import type { Json } from '../../convert/json.ts'
import { type MalformedXml, readXml, type XmlVisitor } from './readXml.ts'

const textName = '#text'

/** Adds a member; a name that comes again makes an array. */
const add = (members: Map<string, Json>, name: string, value: Json): void => {
  const present = members.get(name)
  members.set(name, present === undefined ? value : Array.isArray(present) ? [...present, value] : [present, value])
}

/** An element: its text when it has nothing else, null when it is empty, else an object. */
const elementJson = (members: ReadonlyMap<string, Json>): Json => {
  if (members.size === 0) return null
  const text = members.get(textName)
  return members.size === 1 && text !== undefined ? text : Object.fromEntries(members)
}

interface Open {
  readonly name: string
  readonly members: Map<string, Json>
}

/** The JSON of an XML document: an object with the root element, after the XML declaration if there is one. */
export const xmlToJson = (xml: string): Json | MalformedXml => {
  const document: Open = { name: '', members: new Map() }
  const path: Array<Open> = [document]
  const current = (): Open => path.at(-1) ?? document
  const visitor: XmlVisitor = {
    declaration: (attributes) => add(document.members, '?xml', elementJson(attributes)),
    open: (name, attributes) => void path.push({ name, members: new Map(attributes) }),
    close: () => {
      const { members, name } = path.pop() ?? document
      add(current().members, name, elementJson(members))
    },
    text: (text) => add(current().members, textName, text),
    cdata: (text) => add(current().members, '#cdata-section', text),
    instruction: (target, data) => add(current().members, `?${target}`, data)
  }
  const problem = readXml(xml, visitor)
  return problem ?? Object.fromEntries(document.members)
}
