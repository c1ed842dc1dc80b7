/** Reads which faults stubs make: those of the command line, and after them those of the project file. */
import { type FaultPlan, readFaultPlan } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import * as Result from 'effect/Result'
import { cannotRun, type CannotRun } from '../CliFailure.ts'
import { assignments } from '../project/assignments.ts'

const read = (input: unknown, where: string): Effect.Effect<FaultPlan, CannotRun> => {
  const plan = readFaultPlan(input)
  return Result.isSuccess(plan)
    ? Effect.succeed(plan.success)
    : Effect.fail(cannotRun(`${where}: ${plan.failure}`, 'for example: timeout, 503, contract:Your account is locked.'))
}

/** One fault for a profile holds for every try; several are for one try each, in order. */
const byProfile = (given: ReadonlyArray<readonly [string, string]>): Readonly<Record<string, unknown>> => {
  const faults = new Map<string, ReadonlyArray<string>>()
  for (const [profile, fault] of given) faults.set(profile, [...(faults.get(profile) ?? []), fault])
  return Object.fromEntries([...faults].map(([profile, list]) => [profile, list.length === 1 ? list[0] : list]))
}

/** The faults of `--fault PROFILE=FAULT` and of `faults` in trustframe.json. */
export const stubFaults = Effect.fnUntraced(function* (
  options: ReadonlyArray<string>,
  configured: unknown
): Effect.fn.Return<FaultPlan, CannotRun> {
  const given = byProfile(yield* assignments('--fault', options))
  const ofOptions = yield* read(given, '--fault')
  const ofConfig = yield* read(configured ?? {}, 'faults of trustframe.json')
  return [...ofOptions, ...ofConfig]
})
