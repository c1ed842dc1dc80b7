/** The ways in which a claims exchange fails, as plain data that a journey can record and replay. */
import * as Schema from 'effect/Schema'

/** How far a request had come. */
export const RequestPhase = Schema.Literals(['resolve', 'connect', 'tls', 'send', 'headers', 'body'])
export type RequestPhase = typeof RequestPhase.Type

/** The host name of the service does not resolve. */
export const DnsResolutionFailed = Schema.TaggedStruct('DnsResolutionFailed', {
  host: Schema.String,
  /** What the resolver answered, such as `ENOTFOUND`. */
  code: Schema.String
})

/** No connection, or the connection broke: refused, reset, unreachable, TLS. */
export const ConnectionFailed = Schema.TaggedStruct('ConnectionFailed', {
  host: Schema.String,
  phase: RequestPhase,
  /** The system's or the TLS library's code, such as `ECONNREFUSED`; empty when there was none. */
  code: Schema.String,
  /** The request may have reached the service, which may have acted on it. */
  sent: Schema.Boolean
})

/** No complete answer arrived in the time that one try may take. */
export const RequestTimeout = Schema.TaggedStruct('RequestTimeout', {
  host: Schema.String,
  phase: RequestPhase,
  afterMillis: Schema.Number
})

/** The circuit of the service is open: no request was made. */
export const CircuitOpen = Schema.TaggedStruct('CircuitOpen', {
  /** The circuit's key: an origin or a technical profile. */
  circuit: Schema.String,
  /** How long it stays open; absent while it is probed by another call, or isolated by hand. */
  retryAfterMillis: Schema.optionalKey(Schema.Number)
})

/** Too many calls to the service are under way or waiting: no request was made. */
export const BulkheadFull = Schema.TaggedStruct('BulkheadFull', {
  bulkhead: Schema.String,
  concurrency: Schema.Number,
  queue: Schema.Number
})

/** The service answered with a status that is no success, and no error contract. */
export const StatusRejected = Schema.TaggedStruct('StatusRejected', {
  status: Schema.Number,
  /** The reason phrase, from the answer or the standard one. */
  reason: Schema.String,
  /** `Retry-After`, when the service sent one. */
  retryAfterMillis: Schema.optionalKey(Schema.Number)
})

/** The service refused with its error contract: a 4xx whose body has `status` 409 and a `userMessage`. */
export const ServiceRejected = Schema.TaggedStruct('ServiceRejected', {
  status: Schema.Number,
  userMessage: Schema.String,
  code: Schema.optionalKey(Schema.String),
  requestId: Schema.optionalKey(Schema.String),
  developerMessage: Schema.optionalKey(Schema.String),
  moreInfo: Schema.optionalKey(Schema.String)
})

/** A 4xx whose body cannot be read as JSON. */
export const ErrorResponseUnreadable = Schema.TaggedStruct('ErrorResponseUnreadable', {
  status: Schema.Number,
  detail: Schema.String
})

/** A success whose body is needed and is not a JSON object, or is larger than allowed. */
export const AnswerUnreadable = Schema.TaggedStruct('AnswerUnreadable', {
  status: Schema.Number,
  detail: Schema.String
})

/** A member of the answer does not fit the data type of its claim. */
export const ClaimUnreadable = Schema.TaggedStruct('ClaimUnreadable', {
  claim: Schema.String,
  dataType: Schema.String,
  member: Schema.String,
  /** Why it does not fit; for a secret claim without the value. */
  detail: Schema.String
})

/** An output claim that is `Required` is not in the answer. */
export const RequiredClaimMissing = Schema.TaggedStruct('RequiredClaimMissing', {
  claim: Schema.String,
  direction: Schema.Literals(['input', 'output'])
})

/** The claim that should be the bearer token has no value, or an empty one. */
export const BearerTokenMissing = Schema.TaggedStruct('BearerTokenMissing', {
  claim: Schema.String,
  /** `absent`: AADB2C90194; `empty`: AADB2C90195. */
  problem: Schema.Literals(['absent', 'empty']),
  available: Schema.Array(Schema.String)
})

/** The policy key that the profile needs is not in the key store, or cannot be used for this. */
export const KeyUnavailable = Schema.TaggedStruct('KeyUnavailable', {
  key: Schema.String,
  storageReferenceId: Schema.String,
  /** `absent`: AADB2C90073; `unusable`: AADB2C90019, of a client certificate AADB2C90028; `unanswered`: the key store was too slow. */
  problem: Schema.Literals(['absent', 'unusable', 'unanswered']),
  detail: Schema.String
})

/** The request cannot be made: a claim for the URL has no value, a header cannot carry a value, the URL is not allowed. */
export const RequestInvalid = Schema.TaggedStruct('RequestInvalid', {
  detail: Schema.String
})

/** Why one claims exchange gave no claims. */
export const ExchangeFailure = Schema.Union([
  DnsResolutionFailed,
  ConnectionFailed,
  RequestTimeout,
  CircuitOpen,
  BulkheadFull,
  StatusRejected,
  ServiceRejected,
  ErrorResponseUnreadable,
  AnswerUnreadable,
  ClaimUnreadable,
  RequiredClaimMissing,
  BearerTokenMissing,
  KeyUnavailable,
  RequestInvalid
])
export type ExchangeFailure = typeof ExchangeFailure.Type
export type ExchangeFailureTag = ExchangeFailure['_tag']
