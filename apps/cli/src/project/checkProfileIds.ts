/** Technical profiles that options and the configuration name have to exist. */
import { keyOf, type Policy, suggest } from '@trustframe/policy'
import * as Effect from 'effect/Effect'
import { cannotRun, type CannotRun } from '../CliFailure.ts'
import type { Project } from './Project.ts'

/** Fails for the first id that none of the policies has. */
export const checkProfileIds = (
  policies: ReadonlyArray<Policy>,
  ids: ReadonlyArray<string>,
  namedIn = ''
): Effect.Effect<void, CannotRun> => {
  const known = new Map(
    policies.flatMap(({ technicalProfiles }) => [...technicalProfiles].map(([key, { id }]) => [key, id.value]))
  )
  const unknown = ids.find((id) => !known.has(keyOf(id)))
  if (unknown === undefined) return Effect.void
  const near = suggest(unknown, known.values())
  return Effect.fail(
    cannotRun(
      `${namedIn}there is no technical profile "${unknown}"`,
      near === undefined ? 'ids are matched ignoring case' : `did you mean "${near}"?`
    )
  )
}

/** Fails for the first id under `resilience.profiles` that no policy of the project has, even one that does not run now. */
export const checkResilienceProfiles = ({ config, policies }: Project): Effect.Effect<void, CannotRun> => {
  const ids = Object.keys(config.resilience?.profiles ?? {})
  if (ids.length === 0) return Effect.void
  const all = policies.set.files.flatMap((file) => policies.set.effective(file).policy ?? [])
  return checkProfileIds(all, ids, 'resilience.profiles of trustframe.json: ')
}
