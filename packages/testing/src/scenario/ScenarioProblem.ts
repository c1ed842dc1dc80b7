/** What keeps a scenario from being run: mistakes of the test or the policy, never a failure of the journey. */
import { type Diagnostic, formatDiagnostic } from '@trustframe/policy'

/** A scenario cannot be run. The message says why, with places of the policy, and what to do. */
export class ScenarioProblem extends Error {
  override readonly name = 'ScenarioProblem'
}

/** The problem that these findings of severity `error` are, if there are any. */
export const problemOf = (diagnostics: ReadonlyArray<Diagnostic>): ScenarioProblem | undefined => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return errors.length === 0
    ? undefined
    : new ScenarioProblem(['the policy cannot be run', ...errors.map((error) => formatDiagnostic(error))].join('\n\n'))
}
