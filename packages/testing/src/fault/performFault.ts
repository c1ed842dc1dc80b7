/** Makes one fault happen to one request. */
import { ConnectionFailed, DnsResolutionFailed, type ExchangeFailure, RequestTimeout } from '@trustframe/core'
import {
  transportFailure,
  type TransportFailure,
  type TransportRequest,
  type TransportResponse
} from '@trustframe/http'
import * as Duration from 'effect/Duration'
import * as Effect from 'effect/Effect'
import type { ProfileCall } from '../request/CallingProfile.ts'
import { hostOf } from '../request/hosts.ts'
import { sendReply } from '../service/sendReply.ts'
import type { Fault } from './Fault.ts'
import { faultyAnswer, faultyBody } from './faultyAnswer.ts'

type Sent = Effect.Effect<TransportResponse, TransportFailure>
type Send = (request: TransportRequest) => Sent

/** How long a try without a time limit waits for an answer that does not come: as long as undici does. */
const longestMillis = 300_000

const fail = (failure: ExchangeFailure, status?: number): Sent => Effect.fail(transportFailure(failure, status))

const timeOut = ({ origin, timeLimitMillis }: TransportRequest, phase: 'connect' | 'headers' | 'body'): Sent => {
  const afterMillis = timeLimitMillis ?? longestMillis
  const failure = RequestTimeout.make({ host: hostOf(origin), phase, afterMillis })
  return Effect.andThen(Effect.sleep(Duration.millis(afterMillis)), fail(failure, phase === 'body' ? 200 : undefined))
}

const answerLate = (request: TransportRequest, duration: Duration.Duration, send: Send): Sent => {
  const { timeLimitMillis } = request
  if (timeLimitMillis === undefined) return Effect.andThen(Effect.sleep(duration), send(request))
  const left = timeLimitMillis - Duration.toMillis(duration)
  return left > 0
    ? Effect.andThen(Effect.sleep(duration), send({ ...request, timeLimitMillis: left }))
    : timeOut(request, 'headers')
}

const changeBody = (response: TransportResponse, change: (body: string) => string): TransportResponse => ({
  ...response,
  headers: { ...response.headers, 'content-length': undefined },
  body: new TextEncoder().encode(change(new TextDecoder().decode(response.body)))
})

const notMade = (caller: ProfileCall | undefined) =>
  new Error(
    `the circuit of technical profile "${caller?.plan.id ?? ''}" cannot be open: its circuit breaker is off, or layerFaultyCircuits is missing`
  )

/** Whether the service receives the request. */
export const arrives = (fault: Fault): boolean => {
  switch (fault.kind) {
    case 'dns':
    case 'refused':
    case 'tls':
    case 'circuitOpen':
      return false
    case 'timeout':
      return fault.phase !== 'connect'
    default:
      return true
  }
}

/** What a fault makes of a request; `send` is the transport without it. */
export const performFault = (
  fault: Fault,
  request: TransportRequest,
  caller: ProfileCall | undefined,
  send: Send
): Sent => {
  const host = hostOf(request.origin)
  switch (fault.kind) {
    case 'ok':
      return send(request)
    case 'dns':
      return fail(DnsResolutionFailed.make({ host, code: fault.code }))
    case 'refused':
      return fail(ConnectionFailed.make({ host, phase: 'connect', code: 'ECONNREFUSED', sent: false }))
    case 'tls':
      return fail(ConnectionFailed.make({ host, phase: 'tls', code: fault.code, sent: false }))
    case 'reset':
      return fail(
        ConnectionFailed.make({ host, phase: fault.phase, code: 'ECONNRESET', sent: true }),
        fault.phase === 'body' ? 200 : undefined
      )
    case 'timeout':
      return timeOut(request, fault.phase)
    case 'slow':
      return answerLate(request, fault.duration, send)
    case 'status':
    case 'contract':
    case 'malformedJson':
      return sendReply(faultyAnswer(fault), request)
    case 'missingMember':
    case 'wrongType':
      return Effect.map(send(request), (response) =>
        changeBody(response, (body) => faultyBody(fault, caller?.plan, body))
      )
    case 'circuitOpen':
      return Effect.die(notMade(caller))
  }
}
