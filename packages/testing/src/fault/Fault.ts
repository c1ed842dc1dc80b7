/** The vocabulary of faults: failures made on purpose, as plain data. */
import * as Effect from 'effect/Effect'
import * as Schema from 'effect/Schema'

/** A member that may be left out, and the value that is meant then. */
const orElse = <S extends Schema.Constraint>(schema: S, value: S['Encoded']): Schema.withDecodingDefaultKey<S> =>
  Schema.withDecodingDefaultKey<S>(Effect.succeed(value))(schema)

const Duration = Schema.DurationFromString.annotate({
  description: 'A duration in words, such as "400 millis" or "2 seconds".'
})

/** The host name of the service does not resolve. */
const Dns = Schema.Struct({
  kind: Schema.Literal('dns'),
  /** What the resolver answers; `EAI_AGAIN` is a failure that may pass. */
  code: orElse(Schema.String, 'ENOTFOUND')
})

/** Nobody listens: the connection is refused. */
const Refused = Schema.Struct({ kind: Schema.Literal('refused') })

/** The connection breaks after the request was sent. */
const Reset = Schema.Struct({
  kind: Schema.Literal('reset'),
  phase: orElse(Schema.Literals(['send', 'headers', 'body']), 'headers')
})

/** The TLS handshake fails, as it does for a certificate that is not trusted. */
const Tls = Schema.Struct({ kind: Schema.Literal('tls'), code: orElse(Schema.String, 'CERT_HAS_EXPIRED') })

/** The time for a try runs out: while connecting, while waiting for the answer, or in the middle of its body. */
const Timeout = Schema.Struct({
  kind: Schema.Literal('timeout'),
  phase: orElse(Schema.Literals(['connect', 'headers', 'body']), 'headers')
})

/** The service answers with this status, whatever it would have said. */
const Status = Schema.Struct({
  kind: Schema.Literal('status'),
  status: Schema.Int.check(Schema.isBetween({ minimum: 200, maximum: 599 })),
  /** A text is sent as it is, everything else as JSON; nothing by default. */
  body: Schema.optionalKey(Schema.Json),
  /** `Retry-After`, in whole seconds. */
  retryAfter: Schema.optionalKey(Duration)
})

/** The service refuses with its error contract: a body whose `status` is 409, with a message for the user. */
const Contract = Schema.Struct({
  kind: Schema.Literal('contract'),
  userMessage: orElse(Schema.String, 'This is the message of the service.'),
  /** The HTTP status; the body says 409 in any case. */
  status: orElse(Schema.Int.check(Schema.isBetween({ minimum: 400, maximum: 499 })), 409),
  code: Schema.optionalKey(Schema.String),
  requestId: Schema.optionalKey(Schema.String),
  developerMessage: Schema.optionalKey(Schema.String),
  moreInfo: Schema.optionalKey(Schema.String)
})

/** The body of the answer is JSON that breaks off. */
const MalformedJson = Schema.Struct({
  kind: Schema.Literal('malformedJson'),
  status: orElse(Schema.Int.check(Schema.isBetween({ minimum: 200, maximum: 599 })), 200)
})

/** The answer lacks a member. */
const MissingMember = Schema.Struct({
  kind: Schema.Literal('missingMember'),
  /** Its path, such as `data[0].email`; without one, every member that an output claim is taken from. */
  member: Schema.optionalKey(Schema.String)
})

/** A member of the answer has another type than its claim. */
const WrongType = Schema.Struct({
  kind: Schema.Literal('wrongType'),
  /** Its path; without one, the first member whose claim does not take every JSON value. */
  member: Schema.optionalKey(Schema.String),
  /** What is there instead; without one, an object for a text and a text for everything else. */
  value: Schema.optionalKey(Schema.Json)
})

/** The service takes its time, and answers if the time for the try lasts. */
const Slow = Schema.Struct({ kind: Schema.Literal('slow'), duration: orElse(Duration, '2 seconds') })

/** The circuit of the service is open: no request is made. */
const CircuitOpen = Schema.Struct({ kind: Schema.Literal('circuitOpen') })

/** No fault: the request goes on to the service. */
const Ok = Schema.Struct({ kind: Schema.Literal('ok') })

/** A fault in its written form: an object with its `kind`. */
export const FaultObject = Schema.Union([
  Dns,
  Refused,
  Reset,
  Tls,
  Timeout,
  Status,
  Contract,
  MalformedJson,
  MissingMember,
  WrongType,
  Slow,
  CircuitOpen,
  Ok
]).annotate({ expected: 'a fault: an object with a kind such as "timeout" or "status"' })

/** What goes wrong with one try of a claims exchange. */
export type Fault = typeof FaultObject.Type
export type FaultKind = Fault['kind']
