/** Policy keys that a plan needs and nobody configured. */
import type { PolicyKey } from '@trustframe/core'
import { type JourneyPlan, keyReferencesOf } from '@trustframe/plan'

/** `StorageReferenceId`s of the RESTful profiles of a plan that are not among the keys, each once. */
export const missingKeys = (plan: JourneyPlan, keys: Readonly<Record<string, PolicyKey>>): ReadonlyArray<string> => {
  const known = new Set(Object.keys(keys).map((name) => name.toLowerCase()))
  const needed = plan.steps.flatMap(({ work }) =>
    work._tag === 'ClaimsExchange'
      ? work.exchanges.flatMap(({ profile: { call } }) =>
          call._tag === 'Restful' ? keyReferencesOf(call.authentication).map((key) => key.storageReferenceId) : []
        )
      : []
  )
  return [...new Set(needed)].filter((name) => !known.has(name.toLowerCase()))
}
