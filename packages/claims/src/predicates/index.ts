/** Predicates and predicate validations. */
export * from './compilePredicate.ts'
export * from './compilePredicateValidation.ts'
export { predicateMethods } from './methods.ts'
export type { PredicateContract, PredicateMethod, PredicateTest } from './PredicateMethod.ts'
