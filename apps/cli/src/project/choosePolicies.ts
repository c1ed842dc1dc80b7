/** The policies that a command works on when it works on several, free of errors. */
import type { Policy } from '@trustframe/policy'
import { callablePolicies, selectPolicy } from '@trustframe/runtime'
import * as Effect from 'effect/Effect'
import { cannotRun, type CannotRun } from '../CliFailure.ts'
import { refuseErrors } from './choosePolicy.ts'
import type { Project } from './Project.ts'

/** The effective policy that was named, or all that applications call. */
export const choosePolicies = Effect.fnUntraced(function* (
  { policies }: Project,
  named: string | undefined
): Effect.fn.Return<ReadonlyArray<Policy>, CannotRun> {
  const selection = named === undefined ? undefined : selectPolicy(policies.named, named)
  if (selection?._tag === 'Undecided') return yield* cannotRun(selection.message, selection.help)
  const ids = selection === undefined ? callablePolicies(policies.named) : [selection.policyId]
  if (ids.length === 0) {
    return yield* cannotRun('no policy was found', 'name a file or a folder with TrustFrameworkPolicy files')
  }
  const found = ids.map((id) => policies.set.effective(id))
  const files = new Set(found.flatMap(({ chain }) => chain))
  yield* refuseErrors([
    ...[...files].flatMap((file) => file.diagnostics),
    ...new Set(found.flatMap(({ diagnostics }) => diagnostics))
  ])
  return found.flatMap(({ policy }) => policy ?? [])
})
