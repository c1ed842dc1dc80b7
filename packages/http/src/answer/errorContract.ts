/** The error contract: what a service answers to refuse with a message for the user. Source: restful-technical-profile. */
import { isJsonObject, type Json, type JsonObject } from '@trustframe/claims'
import { ServiceRejected } from '@trustframe/core/exchange'

const textOf = (json: Json | undefined): string | undefined => {
  if (typeof json === 'string') return json
  return typeof json === 'number' || typeof json === 'boolean' || typeof json === 'bigint' ? String(json) : undefined
}

const isConflict = (json: Json | undefined): boolean =>
  json === 409 || (typeof json === 'string' && /^\s*0*409\s*$/.test(json))

const optional = <Name extends string>(name: Name, body: JsonObject): { readonly [Key in Name]?: string } => {
  const text = textOf(body[name])
  if (text === undefined || text === '') return {}
  const member: { [Key in Name]?: string } = {}
  member[name] = text
  return member
}

/**
 * The refusal in the body of a 4xx, or `undefined` when the body is no error contract: it is one when its `status` is 409,
 * as a number or as text, whatever the status of the answer, and its `userMessage` is not empty.
 */
export const readErrorContract = (status: number, body: Json): typeof ServiceRejected.Type | undefined => {
  if (!isJsonObject(body) || !isConflict(body['status'])) return undefined
  const userMessage = textOf(body['userMessage'])
  if (userMessage === undefined || userMessage === '') return undefined
  return ServiceRejected.make({
    status,
    userMessage,
    ...optional('code', body),
    ...optional('requestId', body),
    ...optional('developerMessage', body),
    ...optional('moreInfo', body)
  })
}
