/** The secret values of a run, so that they can be masked wherever they turn up. */
import { formatValue } from '@trustframe/claims'
import type { PolicyKey, TraceEntry } from '@trustframe/core'
import type { JourneyPlan } from '@trustframe/plan'
import * as Redacted from 'effect/Redacted'

/** Secrets of the key store, and values of claims that hold credentials. */
export const secretValues = (
  plan: JourneyPlan,
  keys: Readonly<Record<string, PolicyKey>>,
  trace: ReadonlyArray<TraceEntry>
): ReadonlySet<string> => {
  const values = new Set<string>()
  for (const key of Object.values(keys)) if (key._tag === 'Secret') values.add(Redacted.value(key.secret))
  for (const entry of trace) {
    if (entry._tag !== 'ClaimsChanged') continue
    for (const { slot, value } of entry.changes) {
      if (plan.secrets.has(slot) && value !== undefined) values.add(formatValue(value))
    }
  }
  return values
}
