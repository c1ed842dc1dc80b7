/** What a journey did, entry by entry, with the time of each. */
import type { Origin } from '@trustframe/plan/plan'
import type { Attempt } from '../exchange/Attempt.ts'
import type { ExchangeFailure } from '../exchange/ExchangeFailure.ts'
import type { JourneyError } from '../journey/JourneyError.ts'
import type { Note } from '../journey/Note.ts'

/** What the driver adds to the notes of the step function. */
export type DriverNote =
  | {
      readonly _tag: 'ExchangePerformed'
      readonly technicalProfile: string
      readonly origin: Origin
      readonly attempts: ReadonlyArray<Attempt>
      /** `undefined` when the service answered. */
      readonly failure: ExchangeFailure | undefined
    }
  /** Another port was asked; which request, and what came of it. */
  | {
      readonly _tag: 'RequestPerformed'
      readonly technicalProfile: string
      readonly origin: Origin
      readonly request: string
      readonly answer: string
    }
  | { readonly _tag: 'JourneyCompleted' }
  | { readonly _tag: 'JourneyFailed'; readonly error: JourneyError }

export type TraceEntry = (Note | DriverNote) & { readonly atMillis: number }
