/** What a transition did, in order: the material of traces. */
import type { ClaimValue } from '@trustframe/claims'
import type { Origin } from '@trustframe/plan/plan'
import type { JourneyError } from './JourneyError.ts'

/** A claim whose value a technical profile or a transformation changed. */
export interface ClaimChange {
  readonly slot: number
  /** `undefined` when the claim lost its value. */
  readonly value: ClaimValue | undefined
}

export type Note =
  | { readonly _tag: 'StepEntered'; readonly order: number; readonly type: string; readonly origin: Origin }
  | {
      readonly _tag: 'StepSkipped'
      readonly order: number
      readonly type: string
      readonly precondition: string
      readonly origin: Origin
    }
  | { readonly _tag: 'ProfileEntered'; readonly technicalProfile: string; readonly origin: Origin }
  | {
      readonly _tag: 'ProfileSkipped'
      readonly technicalProfile: string
      readonly condition: string
      readonly origin: Origin
    }
  | {
      readonly _tag: 'TransformationRun'
      readonly transformation: string
      readonly method: string
      readonly origin: Origin
    }
  | { readonly _tag: 'ClaimsChanged'; readonly by: string; readonly changes: ReadonlyArray<ClaimChange> }
  /** The session answered in place of the profile. */
  | {
      readonly _tag: 'SessionRestored'
      readonly technicalProfile: string
      readonly session: string
      readonly origin: Origin
    }
  /** A choice was made: by a person, by `domain_hint`, by the session, or because there was only one. */
  | {
      readonly _tag: 'ExchangeSelected'
      readonly exchange: string
      readonly by: 'person' | 'domain_hint' | 'session' | 'single'
      readonly origin: Origin
    }
  | { readonly _tag: 'PageShown'; readonly technicalProfile: string; readonly page: string; readonly origin: Origin }
  /** What was entered is not accepted; the page is shown again with this message. */
  | {
      readonly _tag: 'PageRefused'
      readonly technicalProfile: string
      readonly key: string
      readonly message: string
      /** The error of the validation that failed; absent when the page's own checks refused. */
      readonly error: JourneyError | undefined
      readonly origin: Origin
    }
  | { readonly _tag: 'PageAccepted'; readonly technicalProfile: string; readonly origin: Origin }
  | {
      readonly _tag: 'ValidationSkipped'
      readonly technicalProfile: string
      readonly precondition: string
      readonly origin: Origin
    }
  /** A validation failed, and its `ContinueOnError` lets the others run. */
  | {
      readonly _tag: 'ValidationIgnored'
      readonly technicalProfile: string
      readonly description: string
      readonly origin: Origin
    }
  | { readonly _tag: 'SubJourneyEntered'; readonly subJourney: string; readonly origin: Origin }
  | { readonly _tag: 'ClaimsSent'; readonly issuer: string; readonly origin: Origin }
