/** Sub journeys that are referred to must be defined. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { unresolved } from '../unresolved.ts'

export const knownSubJourneys: Rule = {
  ...completes('TF2041'),
  name: 'known-sub-journeys',
  check: unresolved('sub journey', 'define it in SubJourneys', 'subJourney')
}
