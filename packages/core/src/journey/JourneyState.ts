/** Where a journey stands: a stack of frames over a claims bag, all of it plain data. */
import type { ClaimValue, Json } from '@trustframe/claims'
import type { JourneyContext } from './JourneyContext.ts'
import type { SessionEntry, SessionRecord } from './session/SessionRecord.ts'
import type { SentClaims } from './SentClaims.ts'

/** The version of the state's shape: a state of another version is not gone on with. */
export const stateVersion = 1

/** The steps of the user journey or of a sub journey. */
export interface StepsFrame {
  readonly _tag: 'Steps'
  /** Index into the plan's sub journeys; -1 for the user journey. */
  readonly journey: number
  /** Index into the steps; their number when they are done. */
  readonly step: number
}

/** The technical profile that the current step runs, or that authorizes the journey before its first step. */
export interface ProfileFrame {
  readonly _tag: 'Profile'
  /** Where the profile is: an exchange of the step, the form of a combined step, or an authorization profile. */
  readonly at: 'exchange' | 'form' | 'authorization'
  readonly index: number
}

/** A display control that a person has used. */
export interface ControlState {
  /** A code is on its way. */
  readonly sent: boolean
  readonly verified: boolean
  /** Claims of the control by the id of their claim type; codes and secrets are not kept. */
  readonly claims: Readonly<Record<string, Json>>
}

/** An e-mail address that a person verifies, or has verified. */
export interface EmailState {
  readonly address: string
  readonly verified: boolean
}

/** A phone number that a person verifies. */
export interface PhoneState {
  /** E.164. */
  readonly number: string
  /** The person typed the number, instead of choosing one that is known. */
  readonly entered: boolean
  /** Wrong codes so far. */
  readonly wrongCodes: number
}

/** What a page says when it is shown again. */
export interface PageMessage {
  /** `AADB2C90054`; absent where B2C gives none. */
  readonly code: string | undefined
  /** The message's id, such as `UserMessageIfInvalidPassword`. */
  readonly key: string
  readonly text: string
}

/** A page that waits for a person. */
export interface PageFrame {
  readonly _tag: 'Page'
  /** Submissions that were not accepted. */
  readonly failures: number
  /** What was entered, by claim type id, for showing the page again; secrets are not kept. */
  readonly entered: Readonly<Record<string, string>>
  /** By claim type id. */
  readonly emails: Readonly<Record<string, EmailState>>
  /** By the control's id in lower case. */
  readonly controls: Readonly<Record<string, ControlState>>
  readonly phone: PhoneState | undefined
  readonly message: PageMessage | undefined
  /** What is wrong with single fields, by claim type id. */
  readonly fieldMessages: Readonly<Record<string, string>>
  /** The display control that the message is about. */
  readonly control: string | undefined
}

/** Validation technical profiles of the page, or of an action of one of its display controls. */
export interface ValidationFrame {
  readonly _tag: 'Validation'
  /** The action that runs; absent when the whole page was submitted. */
  readonly action: { readonly control: string; readonly action: string } | undefined
  /** Index into the list. */
  readonly index: number
  /** The bag as the validations see it: with what was entered, and with what they gave. */
  readonly bag: ReadonlyArray<ClaimValue | undefined>
  /** Whether the person asked to be kept signed in. */
  readonly keepMeSignedIn: boolean
}

/** A call that is under way; a handler with several calls tells them apart by `stage`. */
export interface CallFrame {
  readonly _tag: 'Call'
  readonly stage: string
  /** What the handler needs again when the answer comes. */
  readonly memory: Readonly<Record<string, string>>
}

/**
 * The frames of a journey, outermost first: steps (one frame a journey, the innermost sub journey last), the profile that
 * the step runs, its page, the validations of the page, and the call that is waited for.
 */
export type Frame = StepsFrame | ProfileFrame | PageFrame | ValidationFrame | CallFrame

/** What a journey knows of the session of its user. */
export interface SessionState {
  /** The session that the journey began with, unless it does not count. */
  readonly loaded: SessionRecord | undefined
  /** What the journey adds to it, by the id of the session profile in lower case. */
  readonly added: Readonly<Record<string, SessionEntry>>
  /** When credentials were entered in this journey; milliseconds since 1970. */
  readonly authenticatedAt: number | undefined
}

/** Everything that a journey is between two events. It is never changed in place. */
export interface JourneyState {
  readonly version: typeof stateVersion
  readonly context: JourneyContext
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly bag: ReadonlyArray<ClaimValue | undefined>
  readonly frames: ReadonlyArray<Frame>
  /** The claims exchange that was chosen on the last selection. */
  readonly selected: string | undefined
  readonly session: SessionState
  readonly keepMeSignedIn: boolean | undefined
  /** What a `SendClaims` step has sent, while steps after it still run. */
  readonly sent: SentClaims | undefined
}
