/** Reading JSON texts in transformations: what is malformed or missing ends the transformation. */
import { fail, type Failed } from '../../contract/index.ts'
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  MalformedJson,
  parseJson,
  stringifyJson
} from '../../convert/json.ts'

/** The object of a JSON text. */
export const readObject = (text: string): JsonObject | Failed => {
  const json = parseJson(text)
  if (json instanceof MalformedJson) return fail(`the text ${json.reason}`)
  return isJsonObject(json) ? json : fail('the JSON text is not an object')
}

/** The array of a JSON text. */
export const readArray = (text: string): ReadonlyArray<Json> | Failed => {
  const json = parseJson(text)
  if (json instanceof MalformedJson) return fail(`the text ${json.reason}`)
  return isJsonArray(json) ? json : fail('the JSON text is not an array')
}

/** A member of an object; names are compared exactly, and nested members are not found. */
export const readMember = (object: JsonObject, name: string): Json | Failed =>
  Object.hasOwn(object, name) ? (object[name] ?? null) : fail(`the JSON object has no member "${name}"`)

/** A JSON value in a claim of data type string: text as it is, the JSON text of anything else, no value for null. */
export const jsonAsText = (json: Json): string | null =>
  json === null ? null : typeof json === 'string' ? json : stringifyJson(json)
