/** Reads `--fault` and `--fail-on`: which faults are tried, and what makes the command fail. */
import { suggest } from '@trustframe/policy'
import { type FaultFinding, faultKindNames, parseFault, type TriedFault, triedFaults } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import * as Result from 'effect/Result'
import { cannotRun, type CannotRun } from '../CliFailure.ts'

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

const chosen = (named: string): ReadonlyArray<TriedFault> => {
  const exact = triedFaults.filter(({ name }) => same(name, named))
  const ofKind = triedFaults.filter(({ fault }) => same(fault.kind, named))
  // "timeout" names a fault and its kind: all of the kind are meant.
  return ofKind.length > 0 ? ofKind : exact
}

/** The faults that are named, by name, by kind or as any fault that can be written; all of them when none is. */
export const chooseFaults = (names: ReadonlyArray<string>): Effect.Effect<ReadonlyArray<TriedFault>, CannotRun> =>
  names.length === 0
    ? Effect.succeed(triedFaults)
    : Effect.map(
        Effect.forEach(names, (name) => {
          const known = chosen(name.trim())
          if (known.length > 0) return Effect.succeed(known)
          const parsed = parseFault(name)
          return Result.isSuccess(parsed)
            ? Effect.succeed([{ name: name.trim(), fault: parsed.success }])
            : Effect.fail(cannotRun(`--fault: ${parsed.failure}`, `kinds of faults: ${faultKindNames.join(', ')}`))
        }),
        (faults) =>
          faults.flat().filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
      )

/** What can make the command fail. */
export const conditions = ['leaks', 'missing'] as const
export type Condition = (typeof conditions)[number]

const isCondition = (text: string): text is Condition => conditions.some((condition) => condition === text)

/** Reads `leaks,missing`. */
export const chooseConditions = (values: ReadonlyArray<string>): Effect.Effect<ReadonlySet<Condition>, CannotRun> =>
  Effect.map(
    Effect.forEach(
      values.flatMap((value) => value.split(',')).map((value) => value.trim()),
      (value) => {
        if (isCondition(value)) return Effect.succeed(value)
        const near = suggest(value, conditions)
        return Effect.fail(
          cannotRun(
            `--fail-on knows ${conditions.join(' and ')}, not "${value}"`,
            near === undefined ? 'for example: --fail-on leaks,missing' : `did you mean "${near}"?`
          )
        )
      }
    ),
    (found) => new Set(found)
  )

/** Whether the user reads what was not meant for him, in whatever language. */
export const leaksAtAll = ({ leaks, localized }: FaultFinding): boolean =>
  leaks.length > 0 || localized.some((other) => other.leaks.length > 0)

/** The conditions that a finding meets. */
export const conditionsOf = (finding: FaultFinding): ReadonlyArray<Condition> =>
  conditions.filter((condition) => (condition === 'leaks' ? leaksAtAll(finding) : finding.missing))
