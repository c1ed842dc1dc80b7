/** What faults lead to: the findings of a report. */
import type { JsonObject } from '@trustframe/claims'
import type { JourneyErrorTag, RelyingPartyError } from '@trustframe/core'
import type { Origin } from '@trustframe/plan'
import type { Diagnostic } from '@trustframe/policy'
import type { MessageRead } from '../scenario/Outcome.ts'
import type { Leak } from './leaks.ts'
import type { ProfileUse } from './profileUses.ts'
import type { TriedFault } from './triedFaults.ts'

/** A message in another language than the usual one. */
export interface LocalizedMessage {
  /** A language tag, such as `de`. */
  readonly language: string
  readonly message: MessageRead
  readonly leaks: ReadonlyArray<Leak>
}

/** What one fault leads to. */
export interface FaultFinding {
  readonly technicalProfile: string
  readonly fault: TriedFault
  /** `undefined` when the call succeeds nevertheless. */
  readonly tag: JourneyErrorTag | undefined
  /** How often the service was called. */
  readonly attempts: number
  /** In milliseconds, pauses included. */
  readonly elapsedMillis: number
  /** What the user reads; on a page in its default language. */
  readonly message: MessageRead | undefined
  /** What he reads in other languages of the page, where that differs. */
  readonly localized: ReadonlyArray<LocalizedMessage>
  /** The policy has no words for it: the user reads those of B2C. */
  readonly missing: boolean
  readonly leaks: ReadonlyArray<Leak>
  /** What the application receives; nothing when a page shows the message. */
  readonly relyingParty: RelyingPartyError | undefined
  /** The output claims after a call that succeeds; credentials are masked, a claim without a value is `null`. */
  readonly claims: JsonObject | undefined
}

/** What the faults of one technical profile lead to. */
export interface ProfileReport {
  readonly technicalProfile: string
  readonly origin: Origin
  readonly method: 'GET' | 'POST'
  /** `ServiceUrl`, as written. */
  readonly serviceUrl: string
  readonly uses: ReadonlyArray<ProfileUse>
  readonly findings: ReadonlyArray<FaultFinding>
  /** Faults that cannot happen to it, and why. */
  readonly skipped: ReadonlyArray<{ readonly fault: TriedFault; readonly why: string }>
  /** What was left out so that the call could be made. */
  readonly notes: ReadonlyArray<string>
}

/** The report of a policy. */
export interface FaultReport {
  readonly policyId: string
  readonly profiles: ReadonlyArray<ProfileReport>
  /** Findings of the compiler; profiles with errors are not in the report. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
}
