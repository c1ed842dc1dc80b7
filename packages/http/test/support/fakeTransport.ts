/** A transport that answers from a script and records what it is sent. */
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import {
  Transport,
  type TransportFailure,
  type TransportRequest,
  type TransportResponse
} from '../../src/transport/Transport.ts'

export type Step = (request: TransportRequest) => Effect.Effect<TransportResponse, TransportFailure>

export interface FakeTransport {
  readonly requests: ReadonlyArray<TransportRequest>
  readonly layer: Layer.Layer<Transport>
}

/** Answers the nth request with the nth step, and every further one with the last. */
export const fakeTransport = (...steps: ReadonlyArray<Step>): FakeTransport => {
  const requests: Array<TransportRequest> = []
  const layer = Layer.succeed(Transport, {
    send: (request) =>
      Effect.suspend(() => {
        const step = steps[Math.min(requests.length, steps.length - 1)]
        requests.push(request)
        return step === undefined ? Effect.die('the transport has no step') : step(request)
      })
  })
  return { requests, layer }
}

/** An answer with that status, body and headers. */
export const answer =
  (status: number, body?: unknown, headers: TransportResponse['headers'] = {}): Step =>
  () =>
    Effect.succeed({
      status,
      reason: '',
      headers,
      body:
        body === undefined ? new Uint8Array(0) : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
      bodyProblem: undefined
    })
