/** `Transport` over any Effect `HttpClient`: for whoever composes a runtime, and for tests without a network. */
import { RequestInvalid, RequestTimeout, type RequestPhase } from '@trustframe/core/exchange'
import { withTimeLimit } from '@trustframe/core/resilience'
import * as Effect from 'effect/Effect'
import * as FetchHttpClient from 'effect/http/FetchHttpClient'
import * as HttpClient from 'effect/http/HttpClient'
import type * as HttpClientError from 'effect/http/HttpClientError'
import * as HttpClientRequest from 'effect/http/HttpClientRequest'
import type * as HttpClientResponse from 'effect/http/HttpClientResponse'
import * as Layer from 'effect/Layer'
import * as Scope from 'effect/Scope'
import * as Stream from 'effect/Stream'
import { codeOf, failureOf } from './connectFailure.ts'
import { type Decoded, decompress, encodingsOf, tooLarge } from './decompress.ts'
import {
  Transport,
  transportFailure,
  type TransportFailure,
  type TransportRequest,
  type TransportResponse
} from './Transport.ts'

/** What is known of the client. */
export interface HttpClientTransportOptions {
  /**
   * The client refuses private addresses by itself, after resolving names. Without this, a request for which they must be
   * refused (`refuse: 'private'`) is not made, since the check would be nobody's.
   */
  readonly refusesPrivateAddresses?: boolean
}

type Sent = Effect.Effect<TransportResponse, TransportFailure>

/** Codes of errors that come before a request is written; for any other it is assumed that it was. */
const unsentCode =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_SSL_|ERR_TLS_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO$)/

const hostOf = (origin: string): string => origin.slice(origin.indexOf('//') + 2)

/** How far one request has come. */
interface Progress {
  phase: RequestPhase
  status: number | undefined
}

const toRequest = ({ body, headers, method, origin, path }: TransportRequest): HttpClientRequest.HttpClientRequest => {
  const request = HttpClientRequest.make(method)(origin + path, { headers: Object.fromEntries(headers) })
  if (body === undefined) return request
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  return HttpClientRequest.bodyText(request, body, contentType)
}

/** Reads a body up to its limit, and drops the rest. */
const readBody = (
  response: HttpClientResponse.HttpClientResponse,
  maxBytes: number
): Effect.Effect<Decoded, HttpClientError.HttpClientError> => {
  const large = { body: new Uint8Array(0), problem: tooLarge(maxBytes) }
  if (Number(response.headers['content-length']) > maxBytes) return Effect.succeed(large)
  const chunks: Array<Uint8Array> = []
  let size = 0
  return Effect.map(
    Stream.runForEachWhile(response.stream, (chunk) =>
      Effect.sync(() => {
        size += chunk.length
        if (size <= maxBytes) chunks.push(chunk)
        return size <= maxBytes
      })
    ),
    () => (size > maxBytes ? large : { body: Buffer.concat(chunks), problem: undefined })
  )
}

/** Takes the encoding off, unless the client has done so already, as `fetch` does without changing the header. */
const decode = (read: Decoded, encodings: ReadonlyArray<string>, maxBytes: number): Effect.Effect<Decoded> =>
  read.problem !== undefined || encodings.length === 0
    ? Effect.succeed(read)
    : Effect.map(decompress(read.body, encodings, maxBytes), (decoded) =>
        decoded.problem === undefined || decoded.problem === tooLarge(maxBytes) ? decoded : read
      )

const receive = (
  response: HttpClientResponse.HttpClientResponse,
  { maxBodyBytes }: TransportRequest,
  progress: Progress
): Effect.Effect<TransportResponse, HttpClientError.HttpClientError> => {
  const { headers, status } = response
  progress.phase = 'body'
  progress.status = status
  return Effect.map(
    Effect.flatMap(readBody(response, maxBodyBytes), (read) =>
      decode(read, encodingsOf(headers['content-encoding']), maxBodyBytes)
    ),
    ({ body, problem }) => ({ status, reason: '', headers, body, bodyProblem: problem })
  )
}

/** An empty body has no stream with some clients, which is no failure. */
const isEmptyBody = (error: HttpClientError.HttpClientError): boolean => error.reason._tag === 'EmptyBodyError'

const explain = (error: HttpClientError.HttpClientError, host: string, progress: Progress): TransportFailure => {
  if (error.reason._tag === 'InvalidUrlError' || error.reason._tag === 'EncodeError') {
    return transportFailure(RequestInvalid.make({ detail: 'the HTTP client does not take the request' }))
  }
  const sent = progress.phase === 'body' || !unsentCode.test(codeOf(error.reason))
  const phase = sent ? progress.phase : 'connect'
  return transportFailure(failureOf(error.reason, { host, phase, sent, elapsedMillis: 0 }), progress.status)
}

/**
 * `Transport` over the `HttpClient` of the runtime. Neither trace headers nor credentials are added, and redirects are not
 * followed. How connections are made is the client's matter: certificate authorities, proxies, limits for headers; it cannot
 * present client certificates, and only `layerUndici` knows the phase of a connection that is not made.
 */
export const layerHttpClient = (
  options: HttpClientTransportOptions = {}
): Layer.Layer<Transport, never, HttpClient.HttpClient> =>
  Layer.effect(
    Transport,
    Effect.gen(function* () {
      // The scope of a call ends its request, and is closed only when something of the answer was left unread: a client
      // that keeps connections would not get this one back.
      const client = HttpClient.withScope(yield* HttpClient.HttpClient)

      const call = (request: TransportRequest, host: string): Sent => {
        const progress: Progress = { phase: 'headers', status: undefined }
        const scope = Scope.makeUnsafe()
        const exchange = Effect.flatMap(client.execute(toRequest(request)), (response) =>
          Effect.catchIf(receive(response, request, progress), isEmptyBody, () =>
            Effect.succeed({
              status: response.status,
              reason: '',
              headers: response.headers,
              body: new Uint8Array(0),
              bodyProblem: undefined
            })
          )
        ).pipe(
          Effect.provideService(Scope.Scope, scope),
          Effect.onExit((exit) =>
            exit._tag === 'Success' && exit.value.bodyProblem === undefined ? Effect.void : Scope.close(scope, exit)
          ),
          Effect.provideService(HttpClient.TracerPropagationEnabled, false),
          Effect.provideService(FetchHttpClient.RequestInit, { redirect: 'manual' }),
          Effect.mapError((error) => explain(error, host, progress))
        )
        const { timeLimitMillis } = request
        if (timeLimitMillis === undefined) return exchange
        return withTimeLimit(exchange, timeLimitMillis, () => {
          const failure = RequestTimeout.make({ host, phase: progress.phase, afterMillis: timeLimitMillis })
          return Effect.fail(transportFailure(failure, progress.status))
        })
      }

      return Transport.of({
        send: (request) => {
          if (request.certificate !== undefined) {
            const detail = 'this transport cannot present client certificates; use layerUndici'
            return Effect.fail(transportFailure({ _tag: 'CertificateUnusable', detail }))
          }
          if (request.refuse === 'private' && options.refusesPrivateAddresses !== true) {
            const detail = 'this transport cannot keep requests from private addresses; use layerUndici'
            return Effect.fail(transportFailure(RequestInvalid.make({ detail })))
          }
          return Effect.suspend(() => call(request, hostOf(request.origin)))
        }
      })
    })
  )
