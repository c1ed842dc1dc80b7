/** The port to the network: one HTTP request, one answer, nothing of policies. */
import type { ExchangeFailure } from '@trustframe/core/exchange'
import type { ClientCertificate } from '@trustframe/core/ports'
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'
import type { AddressRule } from '../outbound/addresses.ts'
import type { HeaderPair } from '../request/headers.ts'

/** A request as it goes on the wire. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST'
  /** Scheme, host and port. */
  readonly origin: string
  /** Path and query, encoded; starts with a slash. */
  readonly path: string
  readonly headers: ReadonlyArray<HeaderPair>
  readonly body: string | undefined
  /** Presented when the service asks for a certificate. */
  readonly certificate: ClientCertificate | undefined
  /** Which addresses the request must not reach, whatever its host name resolves to. */
  readonly refuse: AddressRule
  /** Bytes of the body, compressed or not, after which reading stops. */
  readonly maxBodyBytes: number
  /** The time in which the whole answer must have arrived, in milliseconds of the clock that the call runs under. */
  readonly timeLimitMillis: number | undefined
}

/** Headers of an answer, by their names in lower case. */
export type ResponseHeaders = Readonly<Record<string, string | ReadonlyArray<string> | undefined>>

/** An answer, read to its end. */
export interface TransportResponse {
  readonly status: number
  /** The reason phrase of the status line; empty when there was none. */
  readonly reason: string
  readonly headers: ResponseHeaders
  /** The body without its `Content-Encoding`. */
  readonly body: Uint8Array
  /** Why the body is not all there, although its end was not awaited in vain: too large, or not to be decoded. */
  readonly bodyProblem: string | undefined
}

/** The client certificate of the request cannot be used: it cannot be read, or has no private key. */
export interface CertificateUnusable {
  readonly _tag: 'CertificateUnusable'
  readonly detail: string
}

/** A request that gave no answer. */
export interface TransportFailure {
  readonly _tag: 'TransportFailure'
  readonly failure: ExchangeFailure | CertificateUnusable
  /** The status, when it was received before the rest failed. */
  readonly status: number | undefined
}

/**
 * Sends a request and reads its answer. An answer is a success whatever its status; redirects are not followed. A call
 * that is interrupted lets go of its socket, and one that exceeds `timeLimitMillis` fails with `RequestTimeout`.
 */
export class Transport extends Context.Service<
  Transport,
  {
    readonly send: (request: TransportRequest) => Effect.Effect<TransportResponse, TransportFailure>
  }
>()('trustframe/Transport') {}

/** A failure of the transport. */
export const transportFailure = (failure: TransportFailure['failure'], status?: number): TransportFailure => ({
  _tag: 'TransportFailure',
  failure,
  status
})

/** The value of a header that is expected once; of several the first. */
export const headerOf = (headers: ResponseHeaders, name: string): string | undefined => {
  const value = headers[name]
  return typeof value === 'string' || value === undefined ? value : value[0]
}
