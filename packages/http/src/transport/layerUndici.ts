/** The default `Transport`: undici's dispatcher, a handler that collects the answer, and a timer of Effect's clock. */
import { RequestInvalid, RequestTimeout, type RequestPhase } from '@trustframe/core/exchange'
import { startTimer } from '@trustframe/core/resilience'
import * as Clock from 'effect/Clock'
import type * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Result from 'effect/Result'
import type { Dispatcher } from 'undici'
import { proxyFor, type ProxySettings } from '../outbound/proxies.ts'
import { type AgentOptions, Agents } from './agents.ts'
import { ConnectError, type ConnectionOwner } from './connector.ts'
import { codeOf, failureOf } from './connectFailure.ts'
import { decompress, encodingsOf, tooLarge } from './decompress.ts'
import {
  headerOf,
  type ResponseHeaders,
  Transport,
  transportFailure,
  type TransportFailure,
  type TransportRequest,
  type TransportResponse
} from './Transport.ts'

/** How requests are sent. */
export interface UndiciOptions extends AgentOptions {
  /** Default: none. `proxiesFromEnvironment` reads the usual variables. */
  readonly proxies?: ProxySettings
}

type Sent = Effect.Effect<TransportResponse, TransportFailure>

const cancelled = new Error('the request was cancelled')

/** Without a time limit of the caller, undici's own limits keep a request from waiting for ever. */
const unlimitedMillis = 300_000

const joined = (chunks: ReadonlyArray<Uint8Array>): Uint8Array => {
  const [first] = chunks
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks)
}

/** One request under way: collects the answer and settles once. */
class Exchange implements Dispatcher.DispatchHandler, ConnectionOwner {
  readonly #request: TransportRequest
  readonly #host: string
  readonly #clock: Clock.Clock
  readonly #resume: (result: Sent) => void
  readonly #startedAtNanos: bigint
  #stopTimer: (() => void) | undefined
  #controller: Dispatcher.DispatchController | undefined
  #giveUpConnection: (() => void) | undefined
  #settled = false
  /** The request waits for a connection until it is started. */
  #phase: RequestPhase = 'connect'
  #started = false
  #status: number | undefined
  #reason = ''
  #headers: ResponseHeaders = {}
  #chunks: Array<Uint8Array> = []
  #size = 0

  constructor(request: TransportRequest, clock: Clock.Clock, resume: (result: Sent) => void) {
    this.#request = request
    this.#host = request.origin.slice(request.origin.indexOf('//') + 2)
    this.#clock = clock
    this.#resume = resume
    this.#startedAtNanos = clock.monotonicTimeNanosUnsafe()
  }

  /** Starts the timer, in the context of the fiber that waits for the answer. */
  limit(millis: number, context: Context.Context<never>): void {
    if (!this.#settled) this.#stopTimer = startTimer(context, millis, () => this.#timeOut(millis))
  }

  /** Lets go of the socket; nothing is reported any more. */
  cancel(): void {
    if (!this.#settled) this.#settle()
    this.#abandon()
  }

  onPhase(phase: RequestPhase): void {
    if (!this.#started) this.#phase = phase
  }

  onOpening(giveUp: () => void): void {
    this.#giveUpConnection = giveUp
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    this.#started = true
    this.#phase = 'send'
    if (this.#settled) controller.abort(cancelled)
  }

  onRequestSent(): void {
    if (this.#phase === 'send') this.#phase = 'headers'
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: ResponseHeaders,
    reason?: string
  ): void {
    if (status < 200) return
    this.#phase = 'body'
    this.#status = status
    this.#headers = headers
    this.#reason = reason ?? ''
    if (Number(headerOf(headers, 'content-length')) > this.#request.maxBodyBytes) this.#stopReading(status)
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#size += chunk.length
    if (this.#size > this.#request.maxBodyBytes) this.#stopReading(this.#status ?? 0)
    else this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    if (this.#settled || this.#status === undefined) return
    const status = this.#status
    const reason = this.#reason
    const headers = this.#headers
    const body = joined(this.#chunks)
    const encodings =
      headers['content-encoding'] === undefined ? [] : encodingsOf(headerOf(headers, 'content-encoding'))
    this.#finish(
      encodings.length === 0
        ? Effect.succeed({ status, reason, headers, body, bodyProblem: undefined })
        : Effect.map(decompress(body, encodings, this.#request.maxBodyBytes), (decoded) => ({
            status,
            reason,
            headers,
            body: decoded.body,
            bodyProblem: decoded.problem
          }))
    )
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    if (this.#settled) return
    if (error instanceof ConnectError && error.refused) {
      const detail = `"${this.#host}" resolves to an address that this runtime must not call`
      return this.#finish(Effect.fail(transportFailure(RequestInvalid.make({ detail }))))
    }
    if (codeOf(error) === 'UND_ERR_INVALID_ARG') {
      return this.#finish(Effect.fail(transportFailure(RequestInvalid.make({ detail: error.message }))))
    }
    const failure = failureOf(error instanceof ConnectError ? error.cause : error, {
      host: this.#host,
      phase: error instanceof ConnectError ? error.phase : this.#phase,
      sent: this.#started,
      elapsedMillis: Number(this.#clock.monotonicTimeNanosUnsafe() - this.#startedAtNanos) / 1e6
    })
    this.#finish(Effect.fail(transportFailure(failure, this.#status)))
  }

  #timeOut(millis: number): void {
    if (this.#settled) return
    const failure = RequestTimeout.make({ host: this.#host, phase: this.#phase, afterMillis: millis })
    this.#finish(Effect.fail(transportFailure(failure, this.#status)))
    this.#abandon()
  }

  /** The body is larger than allowed: what is known is reported and the connection is dropped. */
  #stopReading(status: number): void {
    if (this.#settled) return
    const bodyProblem = tooLarge(this.#request.maxBodyBytes)
    const body = new Uint8Array(0)
    this.#finish(Effect.succeed({ status, reason: this.#reason, headers: this.#headers, body, bodyProblem }))
    this.#abandon()
  }

  /** Closes the connection, whether it is open or about to be. */
  #abandon(): void {
    if (this.#started) this.#controller?.abort(cancelled)
    else this.#giveUpConnection?.()
  }

  #settle(): void {
    this.#settled = true
    this.#stopTimer?.()
  }

  /** The fiber goes on when undici has finished with this answer, and can give its connection to the next request. */
  #finish(result: Sent): void {
    this.#settle()
    queueMicrotask(() => this.#resume(result))
  }
}

const flatten = (headers: TransportRequest['headers']): Array<string> => {
  const flat: Array<string> = []
  for (const [name, value] of headers) flat.push(name, value)
  return flat
}

/** `Transport` over undici, with connections that are kept alive and closed with the layer. */
export const layerUndici = (options: UndiciOptions = {}): Layer.Layer<Transport> =>
  Layer.effect(
    Transport,
    Effect.gen(function* () {
      // Loading undici takes a tenth of a second, which a command that calls nobody should not pay.
      const undici = yield* Effect.promise(() => import('undici'))
      const agents = yield* Effect.acquireRelease(
        Effect.sync(() => new Agents(undici, options)),
        (opened) => Effect.promise(() => opened.destroy())
      )
      const { proxies } = options

      const send = (request: TransportRequest): Sent =>
        Effect.withFiber((fiber) => {
          const { certificate, origin, refuse, timeLimitMillis } = request
          const proxy = proxies === undefined ? undefined : proxyFor(origin, proxies)
          const agent = agents.get({ refuse, proxy, certificate })
          if (Result.isFailure(agent)) {
            return Effect.fail(transportFailure({ _tag: 'CertificateUnusable', detail: agent.failure }))
          }
          agents.allow(timeLimitMillis)
          return Effect.callback((resume) => {
            const exchange = new Exchange(request, fiber.getRef(Clock.Clock), resume)
            const undiciLimit = timeLimitMillis === undefined ? unlimitedMillis : 0
            agents.dispatch(
              agent.success,
              {
                origin,
                path: request.path,
                method: request.method,
                headers: flatten(request.headers),
                body: request.body ?? null,
                headersTimeout: undiciLimit,
                bodyTimeout: undiciLimit
              },
              exchange
            )
            if (timeLimitMillis !== undefined) exchange.limit(timeLimitMillis, fiber.context)
            return Effect.sync(() => exchange.cancel())
          })
        })

      return Transport.of({ send })
    })
  )
