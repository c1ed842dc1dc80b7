/** Reads options of the form `name=value`. */
import * as Effect from 'effect/Effect'
import { cannotRun, type CannotRun } from '../CliFailure.ts'

/** The pairs of a repeated option, in order; a value may hold further equal signs. */
export const assignments = (
  option: string,
  values: ReadonlyArray<string>
): Effect.Effect<ReadonlyArray<readonly [string, string]>, CannotRun> =>
  Effect.forEach(values, (value) => {
    const at = value.indexOf('=')
    return at > 0
      ? Effect.succeed([value.slice(0, at), value.slice(at + 1)] as const)
      : Effect.fail(cannotRun(`${option} needs NAME=VALUE and got "${value}"`, `for example: ${option} Name=value`))
  })
