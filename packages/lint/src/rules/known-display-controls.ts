/** Display controls that are referred to must be defined. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { unresolved } from '../unresolved.ts'

export const knownDisplayControls: Rule = {
  ...completes('TF2037'),
  name: 'known-display-controls',
  check: unresolved('display control', 'define it in DisplayControls', 'displayControl')
}
