/** Predicate validations that claim types refer to must be defined. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { unresolved } from '../unresolved.ts'

export const knownPredicateValidations: Rule = {
  ...completes('TF2035'),
  name: 'known-predicate-validations',
  check: unresolved('predicate validation', 'define it in PredicateValidations', 'predicateValidation')
}
