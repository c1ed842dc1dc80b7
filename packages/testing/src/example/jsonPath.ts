/** Writes and removes members of a JSON document by their paths, without changing the document itself. */
import { isJsonArray, isJsonObject, type Json } from '@trustframe/claims'

/** Members by name, items by index. */
export type JsonPath = ReadonlyArray<string | number>

/** The path that a text such as `data[0].email` stands for. */
export const parseJsonPath = (text: string): JsonPath =>
  [...text.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index))

/** `data[0].email`. */
export const formatJsonPath = (path: JsonPath): string =>
  path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('')

/** The document with a value at a path; what is missing on the way there is made, and `fill` is put into skipped items. */
export const putAt = (json: Json | undefined, path: JsonPath, value: Json, fill: Json = {}): Json => {
  const [part, ...rest] = path
  if (part === undefined) return value
  if (typeof part === 'number') {
    const items = isJsonArray(json) ? [...json] : []
    while (items.length < part) items.push(fill)
    items[part] = putAt(items[part], rest, value, fill)
    return items
  }
  const members = isJsonObject(json) ? json : {}
  return { ...members, [part]: putAt(members[part], rest, value, fill) }
}

/** The document without what is at a path. */
export const removeAt = (json: Json, path: JsonPath): Json => {
  const [part, ...rest] = path
  if (part === undefined) return json
  if (isJsonArray(json) && typeof part === 'number') {
    return rest.length === 0
      ? json.toSpliced(part, 1)
      : json.map((item, index) => (index === part ? removeAt(item, rest) : item))
  }
  if (!isJsonObject(json) || typeof part === 'number' || !Object.hasOwn(json, part)) return json
  const { [part]: found = null, ...others } = json
  // The order of the members stays as it was.
  return rest.length === 0
    ? others
    : Object.fromEntries(
        Object.entries(json).map(([name, member]) => [name, name === part ? removeAt(found, rest) : member])
      )
}
