/** User journeys that are referred to must be defined. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { unresolved } from '../unresolved.ts'

export const knownUserJourneys: Rule = {
  ...completes('TF2019'),
  name: 'known-user-journeys',
  check: unresolved('user journey', 'define it in UserJourneys', 'userJourney')
}
