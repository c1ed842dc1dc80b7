/** The shape of a journey's state at rest: JSON, versioned, with claims by id and without what is empty. */
import type { Json } from '@trustframe/claims'
import * as Schema from 'effect/Schema'

const isJson = (value: unknown): value is Json => {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
      return true
    case 'object':
      if (value === null) return true
      return Array.isArray(value) ? value.every(isJson) : Object.values(value).every(isJson)
    default:
      return false
  }
}

/** Any JSON value; integers beyond ±(2^53 − 1) are bigints. */
export const AnyJson = Schema.declare(isJson)

const Claims = Schema.Record(Schema.String, AnyJson)
const Texts = Schema.Record(Schema.String, Schema.String)
const maybe = Schema.optionalKey

export const EncodedContext = Schema.Struct({
  correlationId: Schema.String,
  language: Schema.String,
  parameters: Texts,
  hostName: Schema.String,
  ipAddress: Schema.String,
  transactionId: maybe(Schema.String),
  timeLimitMillis: maybe(Schema.Number),
  grant: maybe(Schema.Struct({ claims: Claims, issuedAtMillis: Schema.Number }))
})

const Steps = Schema.TaggedStruct('Steps', { journey: Schema.Number, step: Schema.Number })

const Profile = Schema.TaggedStruct('Profile', {
  at: Schema.Literals(['exchange', 'form', 'authorization']),
  index: Schema.Number
})

const Message = Schema.Struct({ code: maybe(Schema.String), key: Schema.String, text: Schema.String })

const Page = Schema.TaggedStruct('Page', {
  failures: maybe(Schema.Number),
  entered: maybe(Texts),
  emails: maybe(Schema.Record(Schema.String, Schema.Struct({ address: Schema.String, verified: Schema.Boolean }))),
  controls: maybe(
    Schema.Record(Schema.String, Schema.Struct({ sent: Schema.Boolean, verified: Schema.Boolean, claims: Claims }))
  ),
  phone: maybe(Schema.Struct({ number: Schema.String, entered: Schema.Boolean, wrongCodes: Schema.Number })),
  message: maybe(Message),
  fieldMessages: maybe(Texts),
  control: maybe(Schema.String)
})

const Validation = Schema.TaggedStruct('Validation', {
  action: maybe(Schema.Struct({ control: Schema.String, action: Schema.String })),
  index: Schema.Number,
  /** Where the scope differs from the bag; `null` for a claim that lost its value. */
  changes: Claims,
  keepMeSignedIn: Schema.Boolean
})

const Call = Schema.TaggedStruct('Call', { stage: Schema.String, memory: Texts })

export const EncodedFrame = Schema.Union([Steps, Profile, Page, Validation, Call])
export type EncodedFrame = typeof EncodedFrame.Type

const Entry = Schema.Struct({
  profiles: Schema.Array(Schema.String),
  claims: Claims,
  at: Schema.Number,
  exchange: maybe(Schema.String)
})

/** A session record; it is also what session stores keep. */
export const EncodedSession = Schema.Struct({
  version: Schema.Literal(1),
  startedAt: Schema.Number,
  authenticatedAt: Schema.Number,
  expiresAt: Schema.Number,
  keepMeSignedIn: Schema.Boolean,
  entries: Schema.Record(Schema.String, Entry),
  clients: Schema.Array(Schema.String)
})

export const EncodedState = Schema.Struct({
  version: Schema.Literal(1),
  /** The plan that the state belongs to. */
  plan: Schema.String,
  context: EncodedContext,
  startedAt: Schema.Number,
  claims: Claims,
  frames: Schema.Array(EncodedFrame),
  selected: maybe(Schema.String),
  session: maybe(
    Schema.Struct({
      loaded: maybe(EncodedSession),
      added: maybe(Schema.Record(Schema.String, Entry)),
      authenticatedAt: maybe(Schema.Number)
    })
  ),
  keepMeSignedIn: maybe(Schema.Boolean),
  sent: maybe(
    Schema.Struct({
      journey: Schema.Number,
      step: Schema.Number,
      token: Claims,
      subject: maybe(Schema.String),
      userIdentity: maybe(Schema.String),
      claims: Claims
    })
  )
})
export type EncodedState = typeof EncodedState.Type
