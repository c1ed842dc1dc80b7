/** Compiles a ClaimsTransformation element of a policy to a function over the claims bag. */
import type { Ambient } from './Ambient.ts'
import type { ClaimsBag } from './ClaimsBag.ts'
import type { TransformationDeclaration } from './contract/Declaration.ts'
import type { RunTransformation, Transformation } from './contract/defineTransformation.ts'
import type { TransformationEnvironment } from './contract/Environment.ts'
import type { TransformationFailure } from './contract/Failure.ts'
import type { TransformationProblem } from './contract/Problem.ts'
import { didYouMean } from './suggest.ts'
import { transformations } from './transformations/table.ts'

/** A claims transformation that can run. */
export interface CompiledTransformation {
  readonly _tag: 'CompiledTransformation'
  readonly id: string
  readonly method: string
  /** What should be changed, and what makes it fail whenever it runs (`effect: 'fails'`). */
  readonly problems: ReadonlyArray<TransformationProblem>
  /** Runs over a bag in place; gives the failure, if any. */
  readonly run: RunTransformation
}

/** A claims transformation that the policy cannot have. */
export interface RefusedTransformation {
  readonly _tag: 'RefusedTransformation'
  readonly id: string
  readonly problems: ReadonlyArray<TransformationProblem>
}

const byName: ReadonlyMap<string, Transformation> = new Map(
  [...transformations.values()].flatMap((transformation) =>
    [transformation.contract.method, ...transformation.contract.aliases].map(
      (name) => [name.toLowerCase(), transformation] as const
    )
  )
)

/** The transformation of a method name, in any case (claims-transformations 1.1); one's own come first. */
export const findTransformation = (
  method: string,
  own: ReadonlyArray<Transformation> = []
): Transformation | undefined => {
  const name = method.toLowerCase()
  const isNamed = ({ contract }: Transformation): boolean =>
    [contract.method, ...contract.aliases].some((candidate) => candidate.toLowerCase() === name)
  return own.find(isNamed) ?? byName.get(name)
}

/**
 * Compiles a claims transformation: the method is looked up, claims are bound to slots, parameters are read, regular expressions
 * and format strings compiled. What is wrong is said in a list of problems, each naming the part of the declaration.
 *
 * @example
 * const compiled = compileTransformation(
 *   {
 *     id: 'CreateEmailFromUserName',
 *     method: 'FormatStringClaim',
 *     inputClaims: [{ claimTypeId: 'userName', transformationClaimType: 'inputClaim' }],
 *     inputParameters: [{ id: 'stringFormat', dataType: 'string', value: '{0}@contoso.com' }],
 *     outputClaims: [{ claimTypeId: 'email', transformationClaimType: 'outputClaim' }]
 *   },
 *   { claims }
 * )
 */
export const compileTransformation = (
  declaration: TransformationDeclaration,
  environment: TransformationEnvironment
): CompiledTransformation | RefusedTransformation => {
  const { id } = declaration
  const transformation = findTransformation(declaration.method, environment.own)
  if (transformation === undefined) {
    const names = [...(environment.own ?? []).map(({ contract }) => contract.method), ...transformations.keys()]
    const problem: TransformationProblem = {
      kind: 'UnknownMethod',
      effect: 'refused',
      part: { _tag: 'Method' },
      message: `There is no TransformationMethod "${declaration.method}".${didYouMean(declaration.method, names)}`
    }
    return { _tag: 'RefusedTransformation', id, problems: [problem] }
  }
  const { problems, run } = transformation.compile(declaration, environment)
  return run === undefined
    ? { _tag: 'RefusedTransformation', id, problems }
    : { _tag: 'CompiledTransformation', id, method: transformation.contract.method, problems, run }
}

/** Runs claims transformations from first to last, each seeing the results of those before; the first failure ends it. */
export const runTransformations = (
  compiled: ReadonlyArray<Pick<CompiledTransformation, 'run'>>,
  bag: ClaimsBag,
  ambient: Ambient
): TransformationFailure | undefined => {
  for (const { run } of compiled) {
    const failure = run(bag, ambient)
    if (failure !== undefined) return failure
  }
  return undefined
}
