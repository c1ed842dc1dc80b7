/** Declares a claims transformation: its contract and its function, once, together. */
import type { Ambient } from '../Ambient.ts'
import type { ClaimsBag, ClaimSlot } from '../ClaimsBag.ts'
import { caller, type Given, Unfit, writer } from './access.ts'
import {
  bindClaims,
  bindParameters,
  type BoundClaim,
  checkSameTypes,
  type OtherParameter,
  readParameters
} from './bind.ts'
import type { InputValues, OutputValues } from './claims.ts'
import type { TransformationDeclaration } from './Declaration.ts'
import type { TransformationEnvironment } from './Environment.ts'
import { Failed, type Raised, TransformationFailure } from './Failure.ts'
import type { Parameter, ParameterValues } from './parameters.ts'
import type { TransformationProblem } from './Problem.ts'
import type {
  ErrorContract,
  InputContract,
  OtherParametersContract,
  OutputContract,
  TransformationContract,
  TransformationExample,
  TransformationFamily
} from './TransformationContract.ts'

/** Runs over a bag in place; gives the failure, if any. What has been written before a failure stays. */
export type RunTransformation = (bag: ClaimsBag, ambient: Ambient) => TransformationFailure | undefined

/** A claims transformation method. */
export interface Transformation {
  readonly contract: TransformationContract
  /** Compiles one declaration; problems say what does not fit, and the function is there when nothing refuses it. */
  readonly compile: (
    declaration: TransformationDeclaration,
    environment: TransformationEnvironment
  ) => { readonly run: RunTransformation | undefined; readonly problems: ReadonlyArray<TransformationProblem> }
}

/** What a transformation knows before it runs. */
export interface Setup<P extends Readonly<Record<string, Parameter<unknown>>>> {
  readonly parameters: ParameterValues<P>
  /** Parameters of any number, in the order of the policy. */
  readonly otherParameters: ReadonlyArray<OtherParameter>
  /** Output claims of any number, in the order of the policy. */
  readonly otherOutputs: ReadonlyArray<BoundClaim>
  /** The claim type that an output slot was given. */
  readonly outputClaim: (slot: string) => ClaimSlot | undefined
  readonly environment: TransformationEnvironment
}

/** What a transformation gives: its outputs in order, an error of its contract, or a failure. */
export type Outcome<O extends ReadonlyArray<OutputContract>, E> =
  | OutputValues<O>
  | Raised<Extract<keyof E, string>>
  | Failed

/** A transformation method as it is written down. */
export interface TransformationDefinition<
  I extends ReadonlyArray<InputContract>,
  P extends Readonly<Record<string, Parameter<unknown>>>,
  O extends ReadonlyArray<OutputContract>,
  E extends Readonly<Record<string, ErrorContract>>
> {
  readonly method: string
  readonly aliases?: ReadonlyArray<string>
  readonly family: TransformationFamily
  readonly summary: string
  readonly remarks?: ReadonlyArray<string>
  readonly inputs: I
  readonly parameters: P
  readonly otherParameters?: OtherParametersContract
  readonly outputs: O
  readonly errors: E
  readonly source: string
  readonly example: TransformationExample
  /**
   * Called once per declaration, with its parameters; the function that it gives is called with the values of the input
   * claims, in the order of the contract, and with the ambient.
   */
  readonly transform: (setup: Setup<P>) => (...values: [...InputValues<I>, Ambient]) => Outcome<O, E>
}

const hasAllParameters = <P extends Readonly<Record<string, Parameter<unknown>>>>(
  parameters: P,
  values: Readonly<Record<string, unknown>>
): values is ParameterValues<P> => Object.keys(parameters).every((id) => id in values)

const isGiven = (outcome: Given | Unfit): outcome is ReadonlyArray<unknown> => Array.isArray(outcome)

const describe = <
  I extends ReadonlyArray<InputContract>,
  P extends Readonly<Record<string, Parameter<unknown>>>,
  O extends ReadonlyArray<OutputContract>,
  E extends Readonly<Record<string, ErrorContract>>
>(
  definition: TransformationDefinition<I, P, O, E>
): TransformationContract => ({
  method: definition.method,
  aliases: definition.aliases ?? [],
  family: definition.family,
  summary: definition.summary,
  remarks: definition.remarks ?? [],
  inputs: definition.inputs,
  parameters: Object.fromEntries(Object.entries(definition.parameters).map(([id, { contract }]) => [id, contract])),
  otherParameters: definition.otherParameters,
  outputs: definition.outputs,
  errors: definition.errors,
  source: definition.source,
  example: definition.example
})

/**
 * Declares a claims transformation method.
 *
 * The function gets typed values: an input of `claim('x', 'string')` is a string, one of `claimOrNone` may be `undefined`. It
 * gives its outputs as a list, in the order of the contract: a value, `null` to clear the claim, `undefined` to leave it as it
 * is; or `raise('MessageId', …)`, or `fail('why')`.
 *
 * @example
 * export const Reverse = defineTransformation({
 *   method: 'Reverse',
 *   family: 'own',
 *   summary: 'The text backwards.',
 *   inputs: [claim('inputClaim', 'string')],
 *   parameters: {},
 *   outputs: [output('outputClaim', 'string')],
 *   errors: {},
 *   source: 'our own',
 *   example: { inputs: { inputClaim: 'abc' }, parameters: {}, outputs: { outputClaim: 'cba' } },
 *   transform: () => (text) => [Array.from(text).toReversed().join('')]
 * })
 */
export const defineTransformation = <
  const I extends ReadonlyArray<InputContract>,
  const P extends Readonly<Record<string, Parameter<unknown>>>,
  const O extends ReadonlyArray<OutputContract>,
  const E extends Readonly<Record<string, ErrorContract>>
>(
  definition: TransformationDefinition<I, P, O, E>
): Transformation => {
  const contract = describe(definition)
  const { inputs, method, outputs, parameters } = definition

  return {
    contract,
    compile: (declaration, environment) => {
      const problems: Array<TransformationProblem> = []
      const report = (problem: TransformationProblem): void => void problems.push(problem)
      const boundInputs = bindClaims('InputClaim', declaration.inputClaims, inputs, method, environment, report)
      const boundOutputs = bindClaims('OutputClaim', declaration.outputClaims, outputs, method, environment, report)
      checkSameTypes(contract, boundInputs, boundOutputs, report)
      const { known, others } = bindParameters(declaration.inputParameters, contract, report)
      const values = readParameters(parameters, known, method, environment, report)
      if (problems.some(({ effect }) => effect === 'refused')) return { run: undefined, problems }

      const where = { transformationId: declaration.id, method }
      const failing = problems.find(({ effect }) => effect === 'fails')
      if (failing !== undefined || !hasAllParameters(parameters, values)) {
        const failure = new TransformationFailure(where, failing?.message ?? 'a parameter is missing')
        return { run: () => failure, problems }
      }

      const body = definition.transform({
        parameters: values,
        otherParameters: others,
        otherOutputs: boundOutputs.others,
        outputClaim: (slot) => boundOutputs.bySlot.get(slot),
        environment
      })
      const call = caller(body, inputs, boundInputs)
      const write = writer(outputs, boundOutputs)

      const unfit = ({ index, value }: Unfit): TransformationFailure => {
        const slot = inputs[index]?.slot ?? ''
        const claim = boundInputs.bySlot.get(slot)
        const reason =
          value === undefined ? 'has no value' : `holds a value that is not of data type ${claim?.dataType}`
        return new TransformationFailure(where, `the claim "${claim?.id}" (InputClaim "${slot}") ${reason}`)
      }

      const settle = (outcome: Raised | Failed | Unfit): TransformationFailure => {
        if (outcome instanceof Unfit) return unfit(outcome)
        if (outcome instanceof Failed) return new TransformationFailure(where, outcome.reason)
        return new TransformationFailure(where, outcome.reason, {
          id: outcome.messageId,
          defaultText: contract.errors[outcome.messageId]?.defaultText,
          arguments: outcome.messageArguments
        })
      }

      const misfit = ({ slot }: OutputContract): TransformationFailure => {
        const claim = boundOutputs.bySlot.get(slot)
        return new TransformationFailure(
          where,
          `its result is not a value of "${claim?.id ?? slot}" (${claim?.dataType})`
        )
      }

      const run: RunTransformation = (bag, ambient) => {
        const outcome = call(bag, ambient)
        if (!isGiven(outcome)) return settle(outcome)
        const unwritten = write(bag, outcome)
        return unwritten === undefined ? undefined : misfit(unwritten)
      }
      return { run, problems }
    }
  }
}
