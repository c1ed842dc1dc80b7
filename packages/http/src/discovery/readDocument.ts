/** An answer → the JSON document in it and how long it may be used. */
import { isJsonObject, type JsonObject, MalformedJson, parseJson } from '@trustframe/claims'
import { reasonPhrase } from '@trustframe/core/exchange'
import * as Result from 'effect/Result'
import { decodeText } from '../answer/decodeText.ts'
import { headerOf, type TransportResponse } from '../transport/Transport.ts'

/** The document of an answer, or why there is none. */
export const readDocument = (response: TransportResponse): Result.Result<JsonObject, string> => {
  const { body, bodyProblem, headers, status } = response
  if (status !== 200) return Result.fail(`the server answered ${status} ${reasonPhrase(status)}`.trimEnd())
  if (bodyProblem !== undefined) return Result.fail(bodyProblem)
  const json = parseJson(decodeText(body, headerOf(headers, 'content-type')))
  if (json instanceof MalformedJson) return Result.fail(`the body ${json.reason}`)
  return isJsonObject(json) ? Result.succeed(json) : Result.fail('the body is no JSON object')
}

const secondsOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : undefined

/**
 * How long an answer says that it may be used, in milliseconds; `undefined` when it does not say. Source: RFC 9111, sections
 * 4.2.1 and 5.2.2.
 */
export const freshnessMillis = ({ headers }: TransportResponse): number | undefined => {
  const directives = headerOf(headers, 'cache-control')?.toLowerCase() ?? ''
  if (/(^|[\s,])no-(store|cache)($|[\s,])/.test(directives)) return 0
  const maxAge = secondsOf(/(?:^|[\s,])max-age="?(\d+)/.exec(directives)?.[1])
  return maxAge === undefined ? undefined : Math.max(0, maxAge - (secondsOf(headerOf(headers, 'age')) ?? 0)) * 1000
}
