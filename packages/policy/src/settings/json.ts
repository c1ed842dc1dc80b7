/** Reads JSON (RFC 8259) so that each value knows its place; `JSON.parse` tells none. */

/** A JSON value and where it stands. */
export type JsonNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number' | 'boolean' | 'null'; readonly text: string }
  | { readonly kind: 'array'; readonly items: ReadonlyArray<JsonNode> }
  | { readonly kind: 'object'; readonly members: ReadonlyArray<JsonMember> }
)

/** A member of an object. */
export interface JsonMember {
  readonly name: JsonNode & { readonly kind: 'string' }
  readonly value: JsonNode
}

/** Why a text is not JSON. */
export interface JsonFault {
  readonly kind: 'fault'
  readonly message: string
  readonly start: number
}

const deepest = 50

/** The value of a JSON text, or the first fault. */
export const parseJson = (text: string): JsonNode | JsonFault => {
  const value = readValue(text, skipSpace(text, 0), 0)
  if (value.kind === 'fault') return value
  const rest = skipSpace(text, value.end)
  return rest === text.length ? value : fault(rest, 'nothing may follow the JSON value')
}

const fault = (start: number, message: string): JsonFault => ({ kind: 'fault', message, start })

const skipSpace = (text: string, from: number): number => {
  let i = from
  while (i < text.length && ' \t\r\n'.includes(text.charAt(i))) i++
  return i
}

const readValue = (text: string, start: number, depth: number): JsonNode | JsonFault => {
  if (depth > deepest) return fault(start, 'values are nested too deep')
  const first = text.charAt(start)
  if (first === '{') return readObject(text, start, depth)
  if (first === '[') return readArray(text, start, depth)
  if (first === '"') return readString(text, start)
  const word = /^(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.])/.exec(
    text.slice(start, start + 400)
  )?.[0]
  if (word === undefined) return fault(start, first === '' ? 'the text ends too early' : `"${first}" begins no value`)
  const kind = word === 'null' ? 'null' : word === 'true' || word === 'false' ? 'boolean' : 'number'
  return { kind, text: word, start, end: start + word.length }
}

const readString = (text: string, start: number): (JsonNode & { readonly kind: 'string' }) | JsonFault => {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 92) {
      if (!/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(i, i + 6))) return fault(i, 'the escape is not known')
      i++
    } else if (code === 34) {
      const value: unknown = JSON.parse(text.slice(start, i + 1))
      return { kind: 'string', value: String(value), start, end: i + 1 }
    } else if (code < 32) {
      return fault(i, 'a string must end on its line')
    }
  }
  return fault(start, 'the string is not closed')
}

const readArray = (text: string, start: number, depth: number): JsonNode | JsonFault => {
  const items: Array<JsonNode> = []
  let i = skipSpace(text, start + 1)
  if (text.charAt(i) === ']') return { kind: 'array', items, start, end: i + 1 }
  for (;;) {
    const item = readValue(text, i, depth + 1)
    if (item.kind === 'fault') return item
    items.push(item)
    i = skipSpace(text, item.end)
    if (text.charAt(i) === ']') return { kind: 'array', items, start, end: i + 1 }
    if (text.charAt(i) !== ',') return fault(i, 'expected "," or "]"')
    i = skipSpace(text, i + 1)
  }
}

const readObject = (text: string, start: number, depth: number): JsonNode | JsonFault => {
  const members: Array<JsonMember> = []
  let i = skipSpace(text, start + 1)
  if (text.charAt(i) === '}') return { kind: 'object', members, start, end: i + 1 }
  for (;;) {
    if (text.charAt(i) !== '"') return fault(i, 'expected a name in quotes')
    const name = readString(text, i)
    if (name.kind === 'fault') return name
    i = skipSpace(text, name.end)
    if (text.charAt(i) !== ':') return fault(i, `expected ":" behind the name "${name.value}"`)
    const value = readValue(text, skipSpace(text, i + 1), depth + 1)
    if (value.kind === 'fault') return value
    members.push({ name, value })
    i = skipSpace(text, value.end)
    if (text.charAt(i) === '}') return { kind: 'object', members, start, end: i + 1 }
    if (text.charAt(i) !== ',') return fault(i, 'expected "," or "}"')
    i = skipSpace(text, i + 1)
  }
}
