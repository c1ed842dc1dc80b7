/** Declares a predicate method: its contract and its test, once, together. */
import type { ClaimValue } from '../ClaimValue.ts'
import type { DataType } from '../DataType.ts'
import type { RegexTooCostly } from '../regex/index.ts'

/** Whether a value passes; `nowMillis` is the current time in milliseconds since 1970. */
export type PredicateTest = (value: ClaimValue, nowMillis: number) => boolean | RegexTooCostly

/** A predicate method as data. */
export interface PredicateContract {
  readonly method: string
  readonly summary: string
  /** The data types of the claims that it is meant for. */
  readonly dataTypes: ReadonlyArray<DataType>
  /** What each parameter means; all are required. */
  readonly parameters: Readonly<Record<string, string>>
  readonly source: string
}

/** Why parameters cannot be used; `parameter` is the id of the one that is wrong. */
export class PredicateFault {
  readonly _tag = 'PredicateFault'
  readonly parameter: string
  /** Completes "The Parameter "x" of the Predicate "y" …". */
  readonly reason: string
  /** True when B2C knows the value and only Trustframe cannot honour it. */
  readonly unsupported: boolean

  constructor(parameter: string, reason: string, unsupported = false) {
    this.parameter = parameter
    this.reason = reason
    this.unsupported = unsupported
  }
}

/** A predicate method. */
export interface PredicateMethod {
  readonly contract: PredicateContract
  /** Compiles the texts of the parameters; each that the contract names is there. */
  readonly compile: (parameter: (id: string) => string) => PredicateTest | PredicateFault
}
