/** The port to one-time codes: making, remembering and verifying them. */
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'
import type * as Redacted from 'effect/Redacted'

/** Whose code it is: codes of another journey or of another identifier never match. */
export interface CodeOwner {
  /** The journey: `JourneyContext.transactionId`, else its correlation id. */
  readonly transaction: string
  /** What the code proves: an e-mail address, a phone number, an identifier of the policy; compared ignoring case. */
  readonly identifier: string
}

/** How codes are made. Source: one-time-password-technical-profile (metadata of GenerateCode, with its defaults). */
export interface CodeRules {
  /** 60 to 1,200 seconds; also how long an identifier is locked out after too many tries. */
  readonly expiresInSeconds: number
  /** In characters. */
  readonly length: number
  /** Characters and ranges, such as `0-9` or `a-z0-9A-Z`. */
  readonly characterSet: string
  /** How many wrong tries a code survives. */
  readonly retryAttempts: number
  /** How many codes an identifier may be given before one of them is used. */
  readonly generationAttempts: number
  /** An unexpired code is given again instead of a new one. */
  readonly reuseSameCode: boolean
}

/** What came of making a code. */
export type CodeAnswer =
  | { readonly _tag: 'CodeMade'; readonly code: Redacted.Redacted }
  /** `generationAttempts` is used up, or the identifier is locked out after too many wrong tries. */
  | { readonly _tag: 'TooManyCodes' }

/** What came of verifying a code. A code that was right is used up. */
export type CodeVerdict =
  | { readonly _tag: 'CodeRight' }
  /** Wrong; more tries are left. */
  | { readonly _tag: 'CodeWrong' }
  /** Wrong, or right after too many wrong ones: no more tries are left. */
  | { readonly _tag: 'TooManyTries' }
  /** There is no code for the identifier, it is used up, or it has expired. */
  | { readonly _tag: 'NoCode' }
  /** Two requests about the same identifier at the same time. */
  | { readonly _tag: 'CodeConflict' }

/** Codes that live as long as they are valid. Time is Effect's `Clock`, chance is cryptographic. */
export class OneTimePasswords extends Context.Service<
  OneTimePasswords,
  {
    readonly generate: (owner: CodeOwner, rules: CodeRules) => Effect.Effect<CodeAnswer>
    readonly verify: (owner: CodeOwner, code: Redacted.Redacted) => Effect.Effect<CodeVerdict>
  }
>()('trustframe/OneTimePasswords') {}
