/** What the resilience of a runtime reports to whoever listens. */
import * as Context from 'effect/Context'
import type { ExchangeFailureTag } from '../exchange/ExchangeFailure.ts'
import type { CircuitStatus } from './CircuitState.ts'

/** Something that the guard around a call did. Times are milliseconds since 1970. */
export type ResilienceEvent =
  | {
      readonly _tag: 'CircuitChanged'
      readonly atMillis: number
      readonly circuit: string
      readonly from: CircuitStatus
      readonly to: CircuitStatus
    }
  | {
      readonly _tag: 'RetryScheduled'
      readonly atMillis: number
      readonly technicalProfile: string
      /** The try that failed, from 1. */
      readonly attempt: number
      readonly failure: ExchangeFailureTag
      readonly pauseMillis: number
    }
  | {
      readonly _tag: 'RetryDenied'
      readonly atMillis: number
      readonly technicalProfile: string
      readonly attempt: number
      readonly failure: ExchangeFailureTag
      /** Another try was allowed by the rules, but not by the retry budget or the time for the call as a whole. */
      readonly by: 'budget' | 'totalTimeout' | 'retryAfter'
    }
  | {
      readonly _tag: 'CallRejected'
      readonly atMillis: number
      readonly technicalProfile: string
      readonly by: 'circuit' | 'bulkhead'
      /** The circuit's or bulkhead's key. */
      readonly key: string
    }

/**
 * Hears every event, at once and in order; it must not throw and not block. Nobody by default, and then no event is made.
 *
 * Publish into a queue or a hub of Effect's to go on from there: `(event) => PubSub.publishUnsafe(hub, event)`.
 */
export const ResilienceListener = Context.Reference<((event: ResilienceEvent) => void) | undefined>(
  'trustframe/ResilienceListener',
  { defaultValue: () => undefined }
)
