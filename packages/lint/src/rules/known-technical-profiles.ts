/** Technical profiles that are referred to must be defined. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { unresolved } from '../unresolved.ts'

export const knownTechnicalProfiles: Rule = {
  ...completes('TF2013'),
  name: 'known-technical-profiles',
  check: unresolved('technical profile', 'define it in a ClaimsProvider', 'technicalProfile')
}
