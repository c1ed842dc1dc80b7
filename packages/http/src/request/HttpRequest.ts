/** The request of a RESTful technical profile, before it is routed and sent. */
import type {
  BearerTokenMissing,
  KeyUnavailable,
  RequestInvalid,
  RequiredClaimMissing
} from '@trustframe/core/exchange'
import type { HeaderPair } from './headers.ts'

/** A request with everything in its place. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  /** Scheme, host and port of the `ServiceUrl`. */
  readonly origin: string
  /** Path and query, encoded; starts with a slash. */
  readonly path: string
  /** The whole URL for traces: values of secret claims, keys in the query and userinfo are masked or left out. */
  readonly maskedUrl: string
  readonly headers: ReadonlyArray<HeaderPair>
  readonly body: string | undefined
}

/** Why a request cannot be made. */
export type RequestFailure =
  | typeof RequestInvalid.Type
  | typeof RequiredClaimMissing.Type
  | typeof BearerTokenMissing.Type
  | typeof KeyUnavailable.Type
