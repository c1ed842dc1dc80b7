/** What reaches a journey from outside: data, so that a recorded list of events replays it exactly. */
import type { ClaimValue, Json } from '@trustframe/claims'
import type { ExchangeFailure } from '../exchange/ExchangeFailure.ts'
import type { Answer } from './Answer.ts'
import type { JourneyContext } from './JourneyContext.ts'
import type { SessionRecord } from './session/SessionRecord.ts'

/** Time and chance of an event: the only ones that a journey knows. */
export interface Moment {
  readonly epochMillis: number
  /** 32 random bytes in hexadecimal; everything random in the transition is derived from them. */
  readonly entropy: string
}

/** What was entered into fields, by claim type id: a text, or the values of ticked boxes. */
export type Entered = Readonly<Record<string, string | ReadonlyArray<string>>>

/** What a person does on a page, or what a browser brings back. It is as untrusted as the browser is. */
export type Interaction =
  /** The page is submitted. */
  | { readonly _tag: 'Submitted'; readonly values: Entered; readonly keepMeSignedIn?: boolean }
  | { readonly _tag: 'Cancelled' }
  /** A choice, the sign-up link, or another link that leads to a claims exchange. */
  | { readonly _tag: 'Selected'; readonly exchange: string }
  | { readonly _tag: 'PasswordForgotten' }
  /** A button of a display control, with what is in its fields. */
  | {
      readonly _tag: 'ControlUsed'
      readonly control: string
      readonly action: string
      readonly values: Entered
    }
  /** The built-in verification of an e-mail address: send a code, or check one. */
  | { readonly _tag: 'EmailCodeRequested'; readonly claim: string; readonly address: string }
  | { readonly _tag: 'EmailCodeEntered'; readonly claim: string; readonly address: string; readonly code: string }
  /** The phone page: send a code or call. `phone` is the index of a number that is known, or a number. */
  | {
      readonly _tag: 'PhoneCodeRequested'
      readonly phone: number | string
      readonly method: 'sms' | 'call'
    }
  | { readonly _tag: 'PhoneCodeEntered'; readonly code: string }
  /** The browser came back from an identity provider, with these parameters. */
  | { readonly _tag: 'Returned'; readonly parameters: Readonly<Record<string, string>> }
  /** Nothing was done: the page is to be shown again. */
  | { readonly _tag: 'Resumed' }

export type JourneyEvent =
  /** The journey begins, with claims that it is given. */
  | {
      readonly _tag: 'Started'
      readonly moment: Moment
      readonly context: JourneyContext
      readonly claims: ReadonlyMap<string, ClaimValue>
      /** The session of the browser, if there is one. */
      readonly session?: SessionRecord | undefined
      /** The bearer token of a user info request. */
      readonly bearerToken?: string | undefined
    }
  /** The exchange that was asked for gave an answer. */
  | { readonly _tag: 'Exchanged'; readonly moment: Moment; readonly body: Json | undefined; readonly attempts: number }
  /** The exchange that was asked for failed. */
  | {
      readonly _tag: 'ExchangeFailed'
      readonly moment: Moment
      readonly failure: ExchangeFailure
      readonly attempts: number
    }
  /** What was asked of another port came to this. */
  | { readonly _tag: 'Answered'; readonly moment: Moment; readonly answer: Answer }
  | (Interaction & { readonly moment: Moment })
