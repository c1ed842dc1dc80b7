/** An answer of a token or claims endpoint → its members, or what it says went wrong. */
import { isJsonArray, isJsonObject, type Json, type JsonObject, MalformedJson, parseJson } from '@trustframe/claims'
import type { ProviderFailure } from '@trustframe/core/ports'
import type { IdentityProviderPlan } from '@trustframe/plan/plan'
import * as Result from 'effect/Result'
import { decodeText } from '../answer/decodeText.ts'
import { headerOf, type TransportResponse } from '../transport/Transport.ts'
import { answered, type EndpointName, failed, rejectedBy, unreadable, withoutSecrets } from './failures.ts'
import { readForm } from './parameters.ts'

/** How an endpoint answers, and how its failures are told. */
export interface Endpoint extends EndpointName {
  readonly plan: IdentityProviderPlan
  readonly format: IdentityProviderPlan['accessTokenResponseFormat']
  /** A 401 says that the client is not known, rather than that a token is not accepted. */
  readonly knowsClients: boolean
  /** What must not be shown, should the provider repeat it. */
  readonly secrets: ReadonlyArray<string>
}

/** `callback({…});` */
const jsonp = /^\s*(?:\/\*\*\/)?\s*[\w$.[\]]+\s*\(([^]*)\)\s*;?\s*$/

const readJson = (text: string): Result.Result<JsonObject, string> => {
  const json = parseJson(text)
  if (json instanceof MalformedJson) return Result.fail(`answered with a body that ${json.reason}`)
  return isJsonObject(json) ? Result.succeed(json) : Result.fail('answered with a body that is no JSON object')
}

/** The members of a body. `Default` is a form, or a JSON object where it obviously is one. */
export const readMembers = (text: string, format: Endpoint['format']): Result.Result<JsonObject, string> => {
  if (format === 'JsonP') return readJson(jsonp.exec(text)?.[1] ?? text)
  if (format === 'Json' || /^\s*[{[]/.test(text)) return readJson(text)
  return /^\s*[^\s=<]+=/.test(text)
    ? Result.succeed(readForm(text))
    : Result.fail('answered with a body that is neither a form nor a JSON object')
}

/** A scalar as text. */
export const textOf = (json: Json | undefined): string | undefined => {
  if (json === undefined || json === null || isJsonArray(json) || isJsonObject(json)) return undefined
  return String(json)
}

interface ReturnedError {
  readonly error: string
  readonly description: string
}

const errorIn = (members: JsonObject, name: string): ReturnedError | undefined => {
  const value = members[name]
  // Facebook's: { "error": { "message": …, "type": …, "code": … } }.
  if (isJsonObject(value)) {
    const error = textOf(value['type']) ?? textOf(value['code']) ?? textOf(value['status']) ?? name
    return { error, description: textOf(value['message']) ?? '' }
  }
  const error = textOf(value)
  // WeChat's errcode is 0 when there is none.
  if (error === undefined || error === '' || error === '0' || error === 'false') return undefined
  const described = ['error_description', 'error_message', 'errmsg', 'message'].map((key) => textOf(members[key]))
  return { error, description: described.find((text) => text !== undefined) ?? '' }
}

/** The error among parameters or members: under `ResponseErrorCodeParamName`, or the name of the protocol. */
export const returnedError = (
  members: JsonObject,
  { errorParameter }: IdentityProviderPlan,
  secrets: ReadonlyArray<string> = []
): ProviderFailure | undefined => {
  const found = [errorParameter, 'error', 'oauth_problem']
    .map((name) => errorIn(members, name))
    .find((error) => error !== undefined)
  if (found === undefined) return undefined
  const error = withoutSecrets(found.error, secrets)
  const detail = `Error: ${error},Error Description: ${withoutSecrets(found.description, secrets)}`
  return /^(invalid|unauthorized)_client$/.test(found.error)
    ? failed('ClientRejected', detail, error)
    : failed('ErrorReturned', detail, error)
}

/**
 * The members of an answer. An answer 5xx is a failure of the endpoint, unless it says what is wrong and
 * `MarkAsFailureOnStatusCode5xx` is off.
 */
export const readEndpoint = (
  endpoint: Endpoint,
  { body, bodyProblem, headers, status }: TransportResponse
): Result.Result<JsonObject, ProviderFailure> => {
  const { format, knowsClients, plan, secrets } = endpoint
  const isServerError = status >= 500
  if (isServerError && plan.markAsFailureOnStatusCode5xx) {
    return Result.fail(rejectedBy('Unreachable', endpoint, status))
  }
  const isSuccess = status >= 200 && status < 300
  const members =
    bodyProblem === undefined
      ? readMembers(decodeText(body, headerOf(headers, 'content-type')), isSuccess ? format : 'Default')
      : Result.fail(`${answered(status)}: ${bodyProblem}`)
  const error = Result.isSuccess(members) ? returnedError(members.success, plan, secrets) : undefined
  if (error !== undefined) return Result.fail(error)
  if (isServerError) return Result.fail(rejectedBy('Unreachable', endpoint, status))
  if (status === 401 && knowsClients) return Result.fail(rejectedBy('ClientRejected', endpoint, status))
  if (!isSuccess) return Result.fail(unreadable(endpoint, answered(status)))
  return Result.mapError(members, (detail) => unreadable(endpoint, detail))
}
