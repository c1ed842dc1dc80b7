/** JSON as claims need it: 64-bit integers stay exact. */

/** A JSON value; an integer beyond ±(2^53 − 1) is a bigint. */
export type Json = null | boolean | number | bigint | string | ReadonlyArray<Json> | JsonObject

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json
}

/** A text that is not JSON. The text itself is left out, since it may hold secrets. */
export class MalformedJson {
  readonly _tag = 'MalformedJson'
  /** What is wrong; completes "the text …". */
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

const malformed = (error: unknown): MalformedJson => {
  // Of the engine's message only the position is kept: the rest quotes the text.
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined
  return new MalformedJson(
    `is not valid JSON${position === undefined ? '' : ` (at character ${Number(position) + 1})`}`
  )
}

/** Deeper documents are refused, so that what walks them cannot overflow the stack. */
const deepest = 512

const isTooDeep = (text: string): boolean => {
  if (text.length <= 2 * deepest) return false
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 0x22) inString = !inString
    else if (inString) index += unit === 0x5c ? 1 : 0
    else if (unit === 0x5b || unit === 0x7b) depth++
    else if (unit === 0x5d || unit === 0x7d) depth--
    if (depth > deepest) return true
  }
  return false
}

/** Whether a JSON value is an object. */
export const isJsonObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** Whether a JSON value is an array. */
export const isJsonArray = (json: Json | undefined): json is ReadonlyArray<Json> => Array.isArray(json)

const mayHoldLargeInteger = /\d{16}/

/** Revives integers that a double cannot hold; `source` is given by V8 for primitive values. */
const exactIntegers = (_name: string, value: Json, ...[context]: ReadonlyArray<{ readonly source?: string }>): Json => {
  const source = context?.source
  return typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
    ? BigInt(source)
    : value
}

/**
 * Reads a JSON text; integers beyond ±(2^53 − 1) become bigints.
 *
 * Members keep the order of the text, except that JavaScript moves names that are integers (`"7"`) to the front.
 */
export const parseJson = (text: string): Json | MalformedJson => {
  if (isTooDeep(text)) return new MalformedJson(`is JSON that is nested more than ${deepest} deep`)
  try {
    const json: Json = mayHoldLargeInteger.test(text) ? JSON.parse(text, exactIntegers) : JSON.parse(text)
    return json
  } catch (error) {
    return malformed(error)
  }
}

const holdsBigint = (json: Json): boolean =>
  typeof json === 'bigint' ||
  (typeof json === 'object' && json !== null && Object.values<Json>(json).some((member) => holdsBigint(member)))

/** JSON text with bigints as integers; `newline` is empty for compact text, else a line break with its indentation. */
const write = (json: Json, newline: string): string => {
  if (typeof json === 'bigint') return String(json)
  if (typeof json !== 'object' || json === null) return JSON.stringify(json)
  const inner = newline === '' ? '' : `${newline}  `
  const [open, close, members] = isJsonArray(json)
    ? ['[', ']', json.map((item) => write(item, inner))]
    : [
        '{',
        '}',
        Object.entries(json).map(
          ([name, member]) => `${JSON.stringify(name)}:${newline === '' ? '' : ' '}${write(member, inner)}`
        )
      ]
  return members.length === 0 ? open + close : `${open}${inner}${members.join(`,${inner}`)}${newline}${close}`
}

/** JSON text without white space; bigints are written as integers. */
export const stringifyJson = (json: Json): string => (holdsBigint(json) ? write(json, '') : JSON.stringify(json))

/**
 * JSON text as .NET's `JToken.ToString()` lays it out: indented by two spaces, lines ended by CR LF. Items of a string
 * collection that were JSON objects have been seen in this form (restful.md 5.1).
 */
export const stringifyJsonIndented = (json: Json): string => write(json, '\r\n')

const firstMember = /^\s*\{\s*("(?:[^"\\]|\\.)*")\s*:/

/** The name of the first member of a JSON object, in the order of its text; `undefined` for an object without members. */
export const firstMemberName = (text: string): string | undefined => {
  const literal = firstMember.exec(text)?.[1]
  const name = literal === undefined ? undefined : parseJson(literal)
  return typeof name === 'string' ? name : undefined
}
