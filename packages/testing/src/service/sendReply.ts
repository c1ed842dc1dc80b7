/** A reply on its way back: what a transport answers. */
import { reasonPhrase, RequestTimeout } from '@trustframe/core'
import {
  transportFailure,
  type TransportFailure,
  type TransportRequest,
  type TransportResponse
} from '@trustframe/http'
import * as Duration from 'effect/Duration'
import * as Effect from 'effect/Effect'
import { hostOf } from '../request/hosts.ts'
import type { Reply } from './Reply.ts'

/** A reply as a transport gives it, after its delay or at the end of the time that the try has. */
export const sendReply = (
  { body, delay, headers, status }: Reply,
  { origin, timeLimitMillis }: TransportRequest
): Effect.Effect<TransportResponse, TransportFailure> => {
  const response = {
    status,
    reason: reasonPhrase(status),
    headers,
    body: new TextEncoder().encode(body),
    bodyProblem: undefined
  }
  if (delay === undefined) return Effect.succeed(response)
  const limit = timeLimitMillis ?? Number.POSITIVE_INFINITY
  if (Duration.toMillis(delay) < limit) return Effect.as(Effect.sleep(delay), response)
  const failure = RequestTimeout.make({ host: hostOf(origin), phase: 'headers', afterMillis: limit })
  return Effect.andThen(Effect.sleep(Duration.millis(limit)), Effect.fail(transportFailure(failure)))
}
