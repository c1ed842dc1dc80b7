/** Journeys at rest: their state as text, sealed and stored. */
export { decodeState } from './decodeState.ts'
export { EncodedSession } from './EncodedState.ts'
export { encodeState } from './encodeState.ts'
export { restJourney, takeJourney } from './restJourney.ts'
export { StateProblem } from './StateProblem.ts'
