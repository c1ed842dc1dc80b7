/** A request as the service that it is meant for reads it. */
import { isJsonObject, type Json, MalformedJson, parseJson } from '@trustframe/claims'
import type { TransportRequest } from '@trustframe/http'
import type { ProfileCall } from './CallingProfile.ts'

/** A request, with its credentials and claims as they are sent. */
export interface ServiceRequest {
  /** The id of the technical profile that makes it; empty when nobody says. */
  readonly technicalProfile: string
  readonly method: 'GET' | 'POST'
  readonly url: URL
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** As it is sent; empty for a GET. */
  readonly text: string
  /** The members of a JSON object or the fields of a form; `undefined` for every other body. */
  readonly body: Readonly<Record<string, Json>> | undefined
  /** What the `:names` of the pattern that was matched stand for, decoded. */
  readonly params: Readonly<Record<string, string>>
}

const bodyOf = (text: string, contentType: string): ServiceRequest['body'] => {
  if (contentType.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text))
  const json = parseJson(text)
  return json instanceof MalformedJson || !isJsonObject(json) ? undefined : json
}

/** Reads what a transport is asked to send. */
export const serviceRequest = (request: TransportRequest, call: ProfileCall | undefined): ServiceRequest => {
  const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]))
  const text = request.body ?? ''
  return {
    technicalProfile: call?.plan.id ?? '',
    method: request.method,
    url: new URL(request.origin + request.path),
    headers,
    text,
    body: text === '' ? undefined : bodyOf(text, headers['content-type'] ?? ''),
    params: {}
  }
}
