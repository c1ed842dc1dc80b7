/** Claim types that are referred to must be declared. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { unresolved } from '../unresolved.ts'

export const knownClaimTypes: Rule = {
  ...completes('TF2012'),
  name: 'known-claim-types',
  check: unresolved('claim type', 'declare it in ClaimsSchema', 'claimType')
}
