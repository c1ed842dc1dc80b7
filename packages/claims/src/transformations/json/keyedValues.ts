/** Finds claims in a list of JSON objects that each hold a key and a value. */
import type { BoundClaim } from '../../contract/bind.ts'
import { fail, type Failed } from '../../contract/index.ts'
import { type ClaimValue, ConversionFailure } from '../../ClaimValue.ts'
import { fromJson } from '../../convert/fromJson.ts'
import { isJsonObject, type Json } from '../../convert/json.ts'

/** How the objects are read. */
export interface KeyedValuesOptions {
  readonly errorOnMissingClaims: boolean
  readonly includeEmptyClaims: boolean
  readonly jsonSourceKeyName: string
  readonly jsonSourceValueName: string
}

/** Without a value: null, empty text, an empty array. */
const isEmpty = (json: Json): boolean => json === null || json === '' || (Array.isArray(json) && json.length === 0)

/** The values of the wanted claims, in their order; `undefined` for those that are not written. */
export const readKeyedValues = (
  items: ReadonlyArray<Json>,
  wanted: ReadonlyArray<BoundClaim>,
  options: KeyedValuesOptions
): ReadonlyArray<ClaimValue | null | undefined> | Failed => {
  const byKey = new Map<string, Json>()
  for (const item of items) {
    const key = isJsonObject(item) ? item[options.jsonSourceKeyName] : undefined
    if (!isJsonObject(item) || typeof key !== 'string') {
      return fail(`an element of the array is not an object with a text "${options.jsonSourceKeyName}"`)
    }
    byKey.set(key, item[options.jsonSourceValueName] ?? null)
  }
  const values: Array<ClaimValue | null | undefined> = []
  for (const { claim, name } of wanted) {
    const json = byKey.get(name)
    if (json === undefined) {
      if (options.errorOnMissingClaims) return fail(`the array has no key "${name}"`)
      values.push(undefined)
    } else if (isEmpty(json) && !options.includeEmptyClaims) {
      values.push(undefined)
    } else {
      const value = fromJson(claim.dataType, json)
      if (value instanceof ConversionFailure) {
        return fail(`the value of the key "${name}" is not a value of the claim type "${claim.id}": ${value.reason}`)
      }
      values.push(value ?? null)
    }
  }
  return values
}
