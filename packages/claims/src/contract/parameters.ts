/** Declares the input parameters of a transformation, and how each is read. */
import { parseBoolean, parseInt32 } from '../convert/parseValue.ts'
import { parseInstant } from '../convert/dates.ts'
import type { Instant } from '../ClaimValue.ts'
import { compileRegex, type Regex, RegexProblem } from '../regex/index.ts'
import { compileFormat, type CompositeFormat, FormatProblem } from '../text/compositeFormat.ts'
import { didYouMean } from '../suggest.ts'
import type { Expressions, TransformationEnvironment } from './Environment.ts'
import type { ProblemEffect, ProblemKind } from './Problem.ts'
import type { ParameterContract } from './TransformationContract.ts'

/** A parameter whose value cannot be used. */
export class ParameterFault {
  readonly _tag = 'ParameterFault'
  /** Completes "The parameter "x" …", without a full stop. */
  readonly reason: string
  readonly effect: ProblemEffect
  readonly kind: ProblemKind
  /** What was perhaps meant, a sentence after the first. */
  readonly advice: string

  constructor(
    reason: string,
    effect: ProblemEffect = 'refused',
    kind: ProblemKind = 'InvalidParameter',
    advice: string = ''
  ) {
    this.reason = reason
    this.effect = effect
    this.kind = kind
    this.advice = advice
  }
}

/** A parameter and how its text is read. */
export interface Parameter<out T> {
  readonly contract: ParameterContract
  /** The value of a text, or, without one, of a parameter that is left out. */
  readonly read: (text: string | undefined, environment: TransformationEnvironment) => T | ParameterFault
}

/** The value that a parameter gives. */
export type ParameterValue<P> = P extends Parameter<infer T> ? T : never

/** The values of the parameters of a transformation, by id. */
export type ParameterValues<P extends Readonly<Record<string, Parameter<unknown>>>> = {
  readonly [K in keyof P]: ParameterValue<P[K]>
}

const missing = new ParameterFault('is missing', 'refused', 'MissingParameter')

/** A text. */
export const text = (summary: string): Parameter<string> => ({
  contract: { dataType: 'string', required: true, summary },
  read: (value) => value ?? missing
})

/** A text that may be left out. */
export const optionalText = (summary: string): Parameter<string | undefined> => ({
  contract: { dataType: 'string', required: false, summary },
  read: (value) => value
})

/** A text with a default. */
export const textOr = (defaultValue: string, summary: string): Parameter<string> => ({
  contract: { dataType: 'string', required: false, default: defaultValue, summary },
  read: (value) => value ?? defaultValue
})

const readFlag = (value: string): boolean | ParameterFault =>
  parseBoolean(value) ?? new ParameterFault(`is "${value}"; expected "true" or "false"`)

/** A boolean. */
export const flag = (summary: string): Parameter<boolean> => ({
  contract: { dataType: 'boolean', required: true, summary },
  read: (value) => (value === undefined ? missing : readFlag(value))
})

/** A boolean with a default. */
export const flagOr = (defaultValue: boolean, summary: string): Parameter<boolean> => ({
  contract: { dataType: 'boolean', required: false, default: String(defaultValue), summary },
  read: (value) => (value === undefined ? defaultValue : readFlag(value))
})

/** `true` or `false` in a parameter of data type string; left out, `false`. */
export const textFlag = (summary: string): Parameter<boolean> => ({
  contract: { dataType: 'string', required: false, default: 'false', values: ['true', 'false'], summary },
  read: (value) => (value === undefined ? false : readFlag(value))
})

const readInteger = (value: string): number | ParameterFault =>
  parseInt32(value) ?? new ParameterFault(`is "${value}"; expected an integer from -2147483648 to 2147483647`)

/** An int. */
export const integer = (summary: string): Parameter<number> => ({
  contract: { dataType: 'int', required: true, summary },
  read: (value) => (value === undefined ? missing : readInteger(value))
})

/** An int that may be left out. */
export const optionalInteger = (summary: string): Parameter<number | undefined> => ({
  contract: { dataType: 'int', required: false, summary },
  read: (value) => (value === undefined ? undefined : readInteger(value))
})

/** An int with a default. */
export const integerOr = (defaultValue: number, summary: string): Parameter<number> => ({
  contract: { dataType: 'int', required: false, default: String(defaultValue), summary },
  read: (value) => (value === undefined ? defaultValue : readInteger(value))
})

/** A date and time. */
export const instant = (summary: string): Parameter<Instant> => ({
  contract: { dataType: 'dateTime', required: true, summary },
  read: (value) =>
    value === undefined
      ? missing
      : (parseInstant(value) ??
        new ParameterFault(`is "${value}"; expected a date and time such as 2022-01-03T00:00:00Z`))
})

/** `"a", "b" or "c"`. */
const oneOf = (values: ReadonlyArray<string>): string => {
  const quoted = values.map((value) => `"${value}"`)
  return quoted.length < 2 ? quoted.join() : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`
}

const readChoice = <const V extends string>(values: ReadonlyArray<V>, value: string): V | ParameterFault =>
  values.find((known) => known.toLowerCase() === value.toLowerCase()) ??
  new ParameterFault(
    `is "${value}"; expected ${oneOf(values)}`,
    'refused',
    'InvalidParameter',
    didYouMean(value, values)
  )

/** One of some values, in any case (claims-transformations 9). */
export const choice = <const V extends string>(values: ReadonlyArray<V>, summary: string): Parameter<V> => ({
  contract: { dataType: 'string', required: true, values, summary },
  read: (value) => (value === undefined ? missing : readChoice(values, value))
})

/** One of some values with a default. */
export const choiceOr = <const V extends string>(
  values: ReadonlyArray<V>,
  defaultValue: NoInfer<V>,
  summary: string
): Parameter<V> => ({
  contract: { dataType: 'string', required: false, default: defaultValue, values, summary },
  read: (value) => (value === undefined ? defaultValue : readChoice(values, value))
})

/** A .NET regular expression. */
export const pattern = (summary: string): Parameter<Regex> => ({
  contract: { dataType: 'string', required: true, summary },
  read: (value) => {
    if (value === undefined) return missing
    const regex = compileRegex(value)
    if (!(regex instanceof RegexProblem)) return regex
    return regex.unsupported
      ? new ParameterFault(`cannot be used. ${regex.message}`, 'refused', 'UnsupportedRegex')
      : new ParameterFault(`cannot be used. ${regex.message}`, 'fails')
  }
})

const expressionNames = [
  'TechnicalProfileId',
  'RelyingPartyTenantId',
  'TrustFrameworkTenantId',
  'AuthenticatorIssuer'
] as const satisfies ReadonlyArray<keyof Expressions>

/** Replaces `{RelyingPartyTenantId}` and its like; one whose value is not known stays, written by `otherwise`. */
export const resolveExpressions = (
  value: string,
  expressions: Expressions | undefined,
  otherwise = (expression: string): string => expression
): string =>
  expressionNames.reduce((resolved, name) => {
    const expression = `{${name}}`
    return resolved.replaceAll(expression, () => expressions?.[name] ?? otherwise(expression))
  }, value)

/** A text in which expressions are resolved. */
export const textWithExpressions = (summary: string): Parameter<string> => ({
  contract: { dataType: 'string', required: true, summary },
  read: (value, { expressions }) => (value === undefined ? missing : resolveExpressions(value, expressions))
})

const longestFormat = 4000

const readFormat = (value: string, arity: number): CompositeFormat | ParameterFault => {
  if (value.length > longestFormat)
    return new ParameterFault(`has ${value.length} characters; at most ${longestFormat} are allowed`, 'fails')
  const format = compileFormat(value)
  if (format instanceof FormatProblem) return new ParameterFault(`cannot be used. ${format.message}`, 'fails')
  return format.arity > arity
    ? new ParameterFault(
        `refers to {${format.arity - 1}}, but there ${arity === 1 ? 'is one argument, {0}' : `are ${arity} arguments, from {0}`}`,
        'fails'
      )
    : format
}

/** A .NET format string over a number of arguments; expressions are resolved first (claims-transformations 1.5). */
export const format = (arity: number, summary: string): Parameter<CompositeFormat> => ({
  contract: { dataType: 'string', required: true, summary },
  read: (value, { expressions }) =>
    value === undefined
      ? missing
      : readFormat(
          resolveExpressions(value, expressions, (expression) => `{${expression}}`),
          arity
        )
})

/** A .NET format string over one argument that may be left out. */
export const optionalFormat = (summary: string): Parameter<CompositeFormat | undefined> => ({
  contract: { dataType: 'string', required: false, summary },
  read: (value) => (value === undefined ? undefined : readFormat(value, 1))
})
