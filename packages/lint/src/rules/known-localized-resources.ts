/** Localized resources that content definitions refer to must be defined. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { unresolved } from '../unresolved.ts'

export const knownLocalizedResources: Rule = {
  ...completes('TF2032'),
  name: 'known-localized-resources',
  check: unresolved('localized resources', 'define them in Localization', 'localizedResources')
}
