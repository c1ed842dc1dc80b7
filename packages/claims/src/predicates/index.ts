/** Predicates and predicate validations. */
export type { DataType } from '../DataType.ts'
