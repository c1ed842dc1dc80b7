/** Compiles a Predicate element of a policy to a test. */
import { didYouMean } from '../suggest.ts'
import { predicateMethods } from './methods.ts'
import { PredicateFault, type PredicateTest } from './PredicateMethod.ts'

/** A Predicate element as data. */
export interface PredicateDeclaration {
  readonly id: string
  /** Method. */
  readonly method: string
  /** The UserHelpText element, else the HelpText attribute. */
  readonly helpText?: string | undefined
  readonly parameters: ReadonlyArray<{ readonly id: string; readonly value: string }>
}

/** A predicate that can be tested. */
export interface CompiledPredicate {
  readonly _tag: 'CompiledPredicate'
  readonly id: string
  readonly helpText: string | undefined
  readonly test: PredicateTest
}

export type PredicateProblemKind =
  | 'UnknownMethod'
  | 'MissingParameter'
  | 'InvalidParameter'
  | 'UnsupportedRegex'
  | 'UnexpectedParameter'

/** A problem of a Predicate element; every one but an unexpected parameter refuses it. */
export interface PredicateProblem {
  readonly kind: PredicateProblemKind
  readonly effect: 'refused' | 'advice'
  /** The index of the parameter that is wrong, from 0; without one, the element itself. */
  readonly parameter: number | undefined
  readonly message: string
}

/** A predicate that the policy cannot have. */
export interface RefusedPredicate {
  readonly _tag: 'RefusedPredicate'
  readonly id: string
  readonly problems: ReadonlyArray<PredicateProblem>
}

const refused = (id: string, kind: PredicateProblemKind, message: string, parameter?: number): RefusedPredicate => ({
  _tag: 'RefusedPredicate',
  id,
  problems: [{ kind, effect: 'refused', parameter: parameter === -1 ? undefined : parameter, message }]
})

/** Compiles a predicate, or says why it cannot be. The method's name is compared ignoring case. */
export const compilePredicate = (declaration: PredicateDeclaration): CompiledPredicate | RefusedPredicate => {
  const { helpText, id, parameters } = declaration
  const wanted = declaration.method.toLowerCase()
  const method = [...predicateMethods.values()].find(({ contract }) => contract.method.toLowerCase() === wanted)
  if (method === undefined) {
    return refused(
      id,
      'UnknownMethod',
      `The Predicate "${id}" has the unknown Method "${declaration.method}"; expected ${[...predicateMethods.keys()].join(', ')}.${didYouMean(declaration.method, predicateMethods.keys())}`
    )
  }
  const find = (parameterId: string): number =>
    parameters.findIndex((parameter) => parameter.id.toLowerCase() === parameterId.toLowerCase())
  const missing = Object.keys(method.contract.parameters).filter((parameterId) => find(parameterId) < 0)
  if (missing.length > 0) {
    return refused(
      id,
      'MissingParameter',
      `The Predicate "${id}" (${method.contract.method}) has no Parameter ${missing.map((name) => `"${name}"`).join(' and ')}.`
    )
  }
  const test = method.compile((parameterId) => parameters[find(parameterId)]?.value ?? '')
  return test instanceof PredicateFault
    ? refused(
        id,
        test.unsupported ? 'UnsupportedRegex' : 'InvalidParameter',
        `The Parameter "${test.parameter}" of the Predicate "${id}" ${test.reason}.`,
        find(test.parameter)
      )
    : { _tag: 'CompiledPredicate', id, helpText, test }
}
