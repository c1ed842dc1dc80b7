/** The port to messages that leave the tenant: e-mail, text messages and calls with a verification code. */
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'
import type * as Redacted from 'effect/Redacted'

/** A message with a code. */
export interface CodeMessage {
  readonly channel: 'email' | 'sms' | 'voice'
  /** An e-mail address, or a phone number in E.164 form. */
  readonly to: string
  readonly code: Redacted.Redacted
  /** The language of the page, such as `en-US`. */
  readonly language: string
  /** Who asks: for templates, and for whoever reads a development inbox. */
  readonly policyId: string
  readonly technicalProfile: string
  readonly correlationId: string
  /** Texts that the policy gives for the message, by their string ids; mostly empty. */
  readonly texts: Readonly<Record<string, string>>
}

/** What came of sending. */
export type Delivery =
  | { readonly _tag: 'Sent' }
  /** The address or number cannot be one, or does not accept messages. */
  | { readonly _tag: 'AddressRefused'; readonly detail: string }
  | { readonly _tag: 'SendingThrottled' }
  | { readonly _tag: 'SendingUnavailable'; readonly detail: string }

/** Sends codes to people. */
export class Outbox extends Context.Service<
  Outbox,
  {
    readonly send: (message: CodeMessage) => Effect.Effect<Delivery>
  }
>()('trustframe/Outbox') {}
