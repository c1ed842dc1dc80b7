/** Whether a transformation gave what its vector expects (claims-transformations 1.8). */
import { type ClaimValue, ConversionFailure } from '../ClaimValue.ts'
import { equalValues } from '../convert/equalValues.ts'
import { formatValue, isStringCollection } from '../convert/formatValue.ts'
import { type JsonObject, MalformedJson, parseJson } from '../convert/json.ts'
import { claimValue, dataTypeAt, equalJson, objectAt, textAt, textsAt } from './fields.ts'
import type { TransformationResult } from './transformations.ts'

/** The result of another vector of the same file. */
export type FindResult = (name: string) => TransformationResult | undefined

const decode = (base64: string): string => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return new TextDecoder().decode(bytes)
}

const isSameSet = (value: ClaimValue | undefined, items: ReadonlyArray<string>): boolean =>
  isStringCollection(value) && value.toSorted().join('\0') === items.toSorted().join('\0')

const valueIn = (result: TransformationResult | undefined, slot: string): ClaimValue | undefined =>
  result?._tag === 'Outputs' ? result.after.get(slot) : undefined

const isBase64 = /^[A-Za-z0-9+/]*={0,2}$/

/** How each member of an expectation is checked; `undefined` for a member that only describes. */
const checks: Readonly<
  Record<
    string,
    (
      expected: JsonObject,
      actual: ClaimValue | undefined,
      slot: string,
      find: FindResult,
      before: ClaimValue | undefined
    ) => boolean
  >
> = {
  value: (expected, actual) => {
    const wanted = claimValue(expected, dataTypeAt(expected, 'type') ?? 'string')
    return !(wanted instanceof ConversionFailure) && equalValues(wanted, actual)
  },
  json: (expected, actual) => {
    const parsed = typeof actual === 'string' ? parseJson(actual) : new MalformedJson('is no text')
    return !(parsed instanceof MalformedJson) && equalJson(parsed, expected['json'] ?? null)
  },
  matches: (expected, actual) =>
    actual !== undefined && new RegExp(textAt(expected, 'matches') ?? '').test(formatValue(actual)),
  base64DecodedMatches: (expected, actual) =>
    typeof actual === 'string' &&
    isBase64.test(actual) &&
    new RegExp(textAt(expected, 'base64DecodedMatches') ?? '').test(decode(actual)),
  set: (expected, actual) => isSameSet(actual, textsAt(expected, 'set')),
  equalTo: (expected, actual, slot, find) =>
    equalValues(actual, valueIn(find(textAt(expected, 'equalTo') ?? ''), slot)),
  notEqualTo: (expected, actual, slot, find) => {
    const other = valueIn(find(textAt(expected, 'notEqualTo') ?? ''), slot)
    return actual !== undefined && other !== undefined && !equalValues(actual, other)
  },
  unset: (_expected, actual, _slot, _find, before) => equalValues(actual, before)
}

/** Members of an expectation that say nothing of the value. */
const descriptive: ReadonlySet<string> = new Set(['type', 'note'])

/** Whether the result of a transformation is the expected one. */
export const isExpected = (vector: JsonObject, result: TransformationResult, find: FindResult): boolean => {
  const expected = objectAt(vector, 'expect')
  const error = textAt(expected, 'error')
  if (error !== undefined) return result._tag === 'Error' && result.id === error
  if (result._tag !== 'Outputs') return false
  const outputs = objectAt(expected, 'outputClaims')
  return Object.keys(outputs).every((slot) => {
    const wanted = objectAt(outputs, slot)
    const members = Object.keys(wanted).filter((member) => !descriptive.has(member))
    return (
      members.length > 0 &&
      members.every(
        (member) => checks[member]?.(wanted, result.after.get(slot), slot, find, result.before.get(slot)) ?? false
      )
    )
  })
}
