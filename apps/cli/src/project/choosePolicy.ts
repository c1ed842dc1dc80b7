/** The policy that a command works on, free of errors. */
import type { Diagnostic, Policy } from '@trustframe/policy'
import { selectPolicy } from '@trustframe/runtime'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import { CannotRun, cannotRun } from '../CliFailure.ts'
import { formatDiagnostics } from '../output/formatDiagnostics.ts'
import type { Project } from './Project.ts'

/** Prints findings that do not keep a policy from running. */
export const warn = (diagnostics: ReadonlyArray<Diagnostic>): Effect.Effect<void> => {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning')
  return warnings.length === 0 ? Effect.void : Console.error(`${formatDiagnostics(warnings, process.stderr.isTTY)}\n`)
}

/** Fails with the errors among the findings, if there are any. */
export const refuseErrors = (diagnostics: ReadonlyArray<Diagnostic>): Effect.Effect<void, CannotRun> => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return errors.length === 0
    ? Effect.void
    : Effect.fail(new CannotRun({ text: formatDiagnostics(errors, process.stderr.isTTY) }))
}

/** The effective policy that was named, or that is the only one it can be. */
export const choosePolicy = Effect.fnUntraced(function* (
  { policies }: Project,
  named: string | undefined
): Effect.fn.Return<Policy, CannotRun> {
  const selection = selectPolicy(policies.named, named)
  if (selection._tag === 'Undecided') return yield* cannotRun(selection.message, selection.help)
  const { chain, diagnostics, policy } = policies.set.effective(selection.policyId)
  yield* refuseErrors([...chain.flatMap((file) => file.diagnostics), ...diagnostics])
  if (policy === undefined) return yield* cannotRun(`policy "${selection.policyId}" cannot be resolved`)
  return policy
})
