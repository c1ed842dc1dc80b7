/** The port to authenticator apps: time-based one-time passwords (RFC 6238) of a user's devices. */
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'
import type * as Redacted from 'effect/Redacted'

/** `BeginVerifyOTP`. Source: multi-factor-auth-technical-profile (TOTP mode). */
export interface TotpBegin {
  /** The journey; `verify` refers to the last `begin` of the same one. */
  readonly transaction: string
  readonly userPrincipalName: string | undefined
  readonly objectId: string
  /** Base32; given when a new device is to be enrolled: the first code that is right enrols it. */
  readonly secretKey: Redacted.Redacted | undefined
}

export type TotpBegun = { readonly _tag: 'TotpBegun' } | { readonly _tag: 'NoDevice' }

/** What came of a code: 30 seconds, 6 digits, SHA-1; one step of drift either way. A code is accepted once. */
export type TotpVerdict =
  | { readonly _tag: 'CodeRight' }
  | { readonly _tag: 'CodeWrong' }
  | { readonly _tag: 'TooManyTries' }
  /** No `begin` in this journey. */
  | { readonly _tag: 'NotBegun' }

/** Enrolled authenticator apps. */
export class TotpDevices extends Context.Service<
  TotpDevices,
  {
    /** How many devices a user has enrolled (`GetAvailableDevices`); by object id or user principal name. */
    readonly count: (user: string) => Effect.Effect<number>
    readonly begin: (request: TotpBegin) => Effect.Effect<TotpBegun>
    readonly verify: (transaction: string, code: Redacted.Redacted) => Effect.Effect<TotpVerdict>
  }
>()('trustframe/TotpDevices') {}
