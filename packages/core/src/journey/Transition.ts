/** The answer of the step function. */
import type { Demand } from './Demand.ts'
import type { JourneyState } from './JourneyState.ts'
import type { Note } from './Note.ts'

/** Where the journey stands now, what it asks for, and what it did on the way. */
export interface Transition {
  readonly state: JourneyState
  readonly demand: Demand
  readonly notes: ReadonlyArray<Note>
}
