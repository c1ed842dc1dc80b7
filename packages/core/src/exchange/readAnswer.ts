/** From the answer of a RESTful technical profile to claims. */
import { type ClaimValue, ConversionFailure, fromJson, isJsonArray, isJsonObject, type Json } from '@trustframe/claims'
import type { AnswerBinding } from '@trustframe/plan/plan'
import type { ExchangeFailure } from './ExchangeFailure.ts'

const member = (json: Json | undefined, name: string): Json | undefined => {
  if (!isJsonObject(json)) return undefined
  if (Object.hasOwn(json, name)) return json[name]
  const loose = Object.keys(json).find((key) => key.toLowerCase() === name.toLowerCase())
  return loose === undefined ? undefined : json[loose]
}

/** What lies at a path; a member is found by its exact name first, then ignoring case. */
const at = (body: Json | undefined, path: ReadonlyArray<string | number>): Json | undefined => {
  let json = body
  for (const part of path) {
    json = typeof part === 'number' ? (isJsonArray(json) ? json[part] : undefined) : member(json, part)
    if (json === undefined) return undefined
  }
  return json
}

const formatPath = (path: ReadonlyArray<string | number>): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('')

/**
 * The value of an output claim in an answer: `undefined` when the member is missing or `null`, a failure when it does not
 * fit the claim's data type. Source: restful-technical-profile (Output claims).
 */
export const readMember = (
  binding: AnswerBinding,
  body: Json | undefined
): { readonly value: ClaimValue | undefined } | { readonly failure: ExchangeFailure } => {
  const value = fromJson(binding.claim.dataType, at(body, binding.path))
  if (!(value instanceof ConversionFailure)) return { value }
  return {
    failure: {
      _tag: 'ClaimUnreadable',
      claim: binding.claim.id,
      dataType: binding.claim.dataType,
      member: formatPath(binding.path),
      detail: binding.secret ? value.reason : `${value.reason} (found ${value.found})`
    }
  }
}
