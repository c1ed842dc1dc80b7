/** Reads the members of a vector, leniently where a missing one has a meaning. */
import type { ClaimValue, ConversionFailure } from '../ClaimValue.ts'
import { fromJson } from '../convert/fromJson.ts'
import { isJsonArray, isJsonObject, type Json, type JsonObject, stringifyJson } from '../convert/json.ts'
import { type DataType, isDataType } from '../DataType.ts'

const nothing: JsonObject = {}

/** An object member; anything else counts as an empty object. */
export const objectAt = (object: JsonObject, name: string): JsonObject => {
  const member = object[name]
  return isJsonObject(member) ? member : nothing
}

/** The objects of an array member. */
export const objectsAt = (object: JsonObject, name: string): ReadonlyArray<JsonObject> => {
  const member = object[name]
  return isJsonArray(member) ? member.filter(isJsonObject) : []
}

/** A text member. */
export const textAt = (object: JsonObject, name: string): string | undefined => {
  const member = object[name]
  return typeof member === 'string' ? member : undefined
}

/** The texts of an array member. */
export const textsAt = (object: JsonObject, name: string): ReadonlyArray<string> => {
  const member = object[name]
  return isJsonArray(member) ? member.filter((item) => typeof item === 'string') : []
}

/** A data type member. */
export const dataTypeAt = (object: JsonObject, name: string): DataType | undefined => {
  const text = textAt(object, name)
  return text !== undefined && isDataType(text) ? text : undefined
}

/** The value of `{type, value}`, or of `{type, json}`, whose JSON text it is. */
export const claimValue = (claim: JsonObject, type: DataType): ClaimValue | undefined | ConversionFailure =>
  fromJson(type, 'json' in claim ? stringifyJson(claim['json'] ?? null) : claim['value'])

/** Whether two JSON values are the same, whatever the order of members. */
export const equalJson = (left: Json, right: Json): boolean => {
  if (isJsonArray(left)) {
    return (
      isJsonArray(right) &&
      left.length === right.length &&
      left.every((item, index) => equalJson(item, right[index] ?? null))
    )
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return left === right
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => name in right && equalJson(left[name] ?? null, right[name] ?? null))
  )
}
