/** An outbox that keeps what it is given, and the inbox that shows it. */
import { type CodeMessage, type Delivery, Outbox } from '@trustframe/core/ports'
import * as Clock from 'effect/Clock'
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'

/** A message that would have been sent. */
export interface SentMessage extends CodeMessage {
  /** Milliseconds since 1970. */
  readonly sentAt: number
}

/** What was sent to anybody: for tests, and for developing policies without sending messages. */
export class Inbox extends Context.Service<
  Inbox,
  {
    /** The last thousand messages, the oldest first. */
    readonly messages: Effect.Effect<ReadonlyArray<SentMessage>>
    /** The code of the last message, to this address or number if one is given. */
    readonly lastCode: (to?: string) => Effect.Effect<string | undefined>
  }
>()('trustframe/Inbox') {}

const mostMessages = 1000

/** Something on either side of an at sign. */
const emailAddress = /^[^\s@]+@[^\s@]+$/

/** A plus sign and up to fifteen digits. Source: ITU-T E.164. */
const phoneNumber = /^\+[1-9]\d{3,14}$/

const refusal = ({ channel, to }: CodeMessage): Delivery | undefined => {
  if (channel === 'email') {
    return emailAddress.test(to) ? undefined : { _tag: 'AddressRefused', detail: 'this is no e-mail address' }
  }
  return phoneNumber.test(to.replaceAll(/[\s()-]/g, ''))
    ? undefined
    : { _tag: 'AddressRefused', detail: 'this is no phone number with its country code' }
}

const sameAddress = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase()

/** Sends nothing: messages are kept, and shown by `Inbox`. */
export const layerOutboxMemory: Layer.Layer<Outbox | Inbox> = Layer.effectContext(
  Effect.sync(() => {
    const sent: Array<SentMessage> = []
    const outbox = Outbox.of({
      send: Effect.fnUntraced(function* (message: CodeMessage) {
        const refused = refusal(message)
        if (refused !== undefined) return refused
        sent.push({ ...message, sentAt: yield* Clock.currentTimeMillis })
        if (sent.length > mostMessages) sent.shift()
        return { _tag: 'Sent' } as const
      })
    })
    const inbox = Inbox.of({
      messages: Effect.sync(() => [...sent]),
      lastCode: (to) =>
        Effect.sync(() => {
          const last = sent.findLast((message) => to === undefined || sameAddress(message.to, to))
          return last === undefined ? undefined : Redacted.value(last.code)
        })
    })
    return Context.make(Outbox, outbox).pipe(Context.add(Inbox, inbox))
  })
)
