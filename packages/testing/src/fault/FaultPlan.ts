/** Which faults are made for which calls: `faults` of trustframe.json, of a scenario and of stubs. */
import * as Effect from 'effect/Effect'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'
import * as SchemaIssue from 'effect/SchemaIssue'
import * as SchemaTransformation from 'effect/SchemaTransformation'
import { parseRequestPattern, RequestPattern } from '../request/RequestPattern.ts'
import { FaultFromInput, type FaultInput } from './faultText.ts'

/** One fault is made for every try; of a list each for one try, and the tries after its end go on to the service. */
const Faults = Schema.Union([FaultFromInput, Schema.Array(FaultFromInput)])

const Rule = Schema.Struct({ when: RequestPattern, faults: Faults })

/** The faults for the requests that a pattern matches. */
export type FaultRule = typeof Rule.Type

const needsProfile = ({ faults, when }: FaultRule): boolean =>
  [faults].flat().some(({ kind }) => kind === 'circuitOpen') &&
  (when.technicalProfile === undefined || Object.keys(when).length > 1)

const check = (rules: ReadonlyArray<FaultRule>): string | undefined =>
  rules.some(needsProfile)
    ? '"circuitOpen" can be asked for by technical profile alone: no request is made that anything else could match'
    : undefined

const ByName = Schema.Record(Schema.String, Faults).annotate({
  description:
    'By the id of a technical profile, or by a request such as "GET https://api.contoso.com/profile/:id": one fault for every try, or a list with one for each try.'
})

const FromNames = ByName.pipe(
  Schema.decodeTo(
    Schema.toType(Schema.Array(Rule)),
    SchemaTransformation.transformEffect({
      decode: (byName: typeof ByName.Type) =>
        Effect.succeed(
          Object.entries(byName).map(([name, faults]): FaultRule => ({ when: parseRequestPattern(name), faults }))
        ),
      encode: (rules: ReadonlyArray<FaultRule>, options) =>
        Effect.fail(new SchemaIssue.InvalidValue({ message: 'a fault plan is written as a list' }, rules, options))
    })
  )
)

/**
 * A fault plan as people write it: an object whose keys are ids of technical profiles (ignoring case) or requests, or a
 * list of rules where both are needed. The first rule that matches and has a fault left decides.
 *
 * @example
 * { "RestApi-GetProfile": ["timeout", "503", "ok"], "POST https://login.microsoftonline.com/*": "dns" }
 */
export const FaultPlan = Schema.Union([FromNames, Schema.Array(Rule)])
export type FaultPlan = typeof FaultPlan.Type
export type FaultPlanInput =
  | Readonly<Record<string, FaultInput | ReadonlyArray<FaultInput>>>
  | ReadonlyArray<{ readonly when: RequestPattern; readonly faults: FaultInput | ReadonlyArray<FaultInput> }>

const decode = Schema.decodeUnknownResult(FaultPlan, { errors: 'all', onExcessProperty: 'error' })

/** The rules that an input stands for, or what is wrong with it, a line for each problem. */
export const readFaultPlan = (input: unknown): Result.Result<FaultPlan, string> =>
  Result.flatMap(
    Result.mapError(decode(input), ({ message }) => message),
    (rules) => {
      const problem = check(rules)
      return problem === undefined ? Result.succeed(rules) : Result.fail(problem)
    }
  )
