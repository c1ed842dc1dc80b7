/** Claims transformations that are referred to must be defined. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { unresolved } from '../unresolved.ts'

export const knownClaimsTransformations: Rule = {
  ...completes('TF2014'),
  name: 'known-claims-transformations',
  check: unresolved('claims transformation', 'define it in ClaimsTransformations', 'claimsTransformation')
}
