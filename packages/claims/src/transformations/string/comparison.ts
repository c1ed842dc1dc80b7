/** The parameters that say how texts are compared. */
import { choice, type Parameter } from '../../contract/index.ts'

/** `Ordinal` or `OrdinalIgnoreCase`. */
export const stringComparison: Parameter<'Ordinal' | 'OrdinalIgnoreCase'> = choice(
  ['Ordinal', 'OrdinalIgnoreCase'],
  'Whether case matters.'
)

/** `EQUAL` or `NOT EQUAL`. */
export const equalityOperator: Parameter<'EQUAL' | 'NOT EQUAL'> = choice(
  ['EQUAL', 'NOT EQUAL'],
  'Whether the texts must be the same or different.'
)
