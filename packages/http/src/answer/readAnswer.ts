/** An HTTP answer → the body that claims are taken from, or why there are none. Source: docs/fidelity/restful.md. */
import { isJsonArray, isJsonObject, type Json, MalformedJson, parseJson } from '@trustframe/claims'
import {
  AnswerUnreadable,
  ErrorResponseUnreadable,
  type ExchangeFailure,
  reasonPhrase,
  StatusRejected
} from '@trustframe/core/exchange'
import type { RestfulPlan } from '@trustframe/plan/plan'
import * as Result from 'effect/Result'
import { headerOf, type TransportResponse } from '../transport/Transport.ts'
import { decodeText } from './decodeText.ts'
import { readErrorContract } from './errorContract.ts'
import { retryAfterMillis } from './retryAfter.ts'

/** Reads the answers of one profile: the body, `undefined` when it is empty or not needed, or the failure. */
export type AnswerReader = (
  response: TransportResponse,
  nowMillis: number
) => Result.Result<Json | undefined, ExchangeFailure>

/** Only white space, which JSON allows around a value, counts as nothing. */
const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text)

const kindOf = (json: Json): string =>
  isJsonArray(json) ? 'an array' : json === null ? 'null' : isJsonObject(json) ? 'an object' : `a ${typeof json}`

const textOf = (response: TransportResponse): string =>
  decodeText(response.body, headerOf(response.headers, 'content-type'))

const rejected = ({ headers, reason, status }: TransportResponse, nowMillis: number): ExchangeFailure => {
  const wait = retryAfterMillis(headerOf(headers, 'retry-after'), nowMillis)
  return StatusRejected.make({
    status,
    reason: reason === '' ? reasonPhrase(status) : reason,
    ...(wait === undefined ? {} : { retryAfterMillis: wait })
  })
}

/** A 4xx: the error contract, else its status; a body that is no JSON object cannot be understood at all. */
const refusal = (response: TransportResponse, nowMillis: number): ExchangeFailure => {
  const { bodyProblem, status } = response
  if (bodyProblem !== undefined) return ErrorResponseUnreadable.make({ status, detail: bodyProblem })
  const text = textOf(response)
  if (isBlank(text)) return rejected(response, nowMillis)
  const json = parseJson(text)
  if (json instanceof MalformedJson) return ErrorResponseUnreadable.make({ status, detail: `the body ${json.reason}` })
  if (!isJsonObject(json)) {
    return ErrorResponseUnreadable.make({ status, detail: `the body is ${kindOf(json)}, not a JSON object` })
  }
  return readErrorContract(status, json) ?? rejected(response, nowMillis)
}

const unreadable = (status: number, detail: string) => Result.fail(AnswerUnreadable.make({ status, detail }))

/**
 * Compiles how the answers of a profile are read. 2xx is a success; its body matters only when an output claim is taken
 * from it, and must then be a JSON object, or an array when a JSON path starts with an index; an empty body and `null`
 * give no claims. A 4xx may carry the error contract; every other status is rejected whatever its body.
 */
export const compileAnswer = (plan: RestfulPlan): AnswerReader => {
  const taken = plan.outputClaims.filter(({ alwaysUseDefaultValue }) => !alwaysUseDefaultValue)
  const needed = taken.length > 0
  const allowsArray = taken.some(({ path }) => typeof path[0] === 'number')

  return (response, nowMillis) => {
    const { bodyProblem, status } = response
    if (status < 200 || status > 299) {
      return Result.fail(status >= 400 && status < 500 ? refusal(response, nowMillis) : rejected(response, nowMillis))
    }
    if (bodyProblem !== undefined) return needed ? unreadable(status, bodyProblem) : Result.succeed(undefined)
    const text = textOf(response)
    if (isBlank(text)) return Result.succeed(undefined)
    const json = parseJson(text)
    if (json instanceof MalformedJson) {
      return needed ? unreadable(status, `the body ${json.reason}`) : Result.succeed(undefined)
    }
    if (json === null) return Result.succeed(undefined)
    if (needed && !isJsonObject(json) && !(allowsArray && isJsonArray(json))) {
      return unreadable(status, `the body is ${kindOf(json)}, not a JSON object`)
    }
    return Result.succeed(json)
  }
}
