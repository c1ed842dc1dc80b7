/** Where a journey stands. */
import type { ClaimValue } from '@trustframe/claims'
import type { JourneyContext } from './JourneyContext.ts'

/** The call that a journey waits for. */
export interface Awaiting {
  /** Index into the step's claims exchanges. */
  readonly exchange: number
}

/** Everything that a journey is between two events. It is never changed in place. */
export interface JourneyState {
  readonly context: JourneyContext
  /** Index into the plan's steps; their number when the journey has ended. */
  readonly step: number
  readonly bag: ReadonlyArray<ClaimValue | undefined>
  readonly awaiting: Awaiting | undefined
}
