/** What reaches a journey from outside: data, so that a recorded list of events replays it exactly. */
import type { ClaimValue, Json } from '@trustframe/claims'
import type { ExchangeFailure } from '../exchange/ExchangeFailure.ts'
import type { JourneyContext } from './JourneyContext.ts'

/** Time and chance of an event: the only ones that a journey knows. */
export interface Moment {
  readonly epochMillis: number
  /** 32 random bytes in hexadecimal; everything random in the transition is derived from them. */
  readonly entropy: string
}

export type JourneyEvent =
  /** The journey begins, with claims that it is given. */
  | {
      readonly _tag: 'Started'
      readonly moment: Moment
      readonly context: JourneyContext
      readonly claims: ReadonlyMap<string, ClaimValue>
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
