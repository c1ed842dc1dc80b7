/** Predicates that are referred to must be defined. */
import type { Rule } from '../Rule.ts'
import { unresolved } from '../unresolved.ts'

export const knownPredicates: Rule = {
  code: 'TF3001',
  name: 'known-predicates',
  title: 'predicate is not defined',
  severity: 'error',
  origin: 'b2c-rejects',
  check: unresolved('predicate', 'define it in Predicates', 'predicate')
}
