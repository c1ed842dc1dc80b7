/** Which items of a self-asserted profile are on the page that is shown. */
import type { PageItemPlan, SelfAssertedPlan } from '@trustframe/plan/plan'
import { pagePlan } from '../place.ts'
import type { Run } from '../Run.ts'

/**
 * All of them; a combined sign-in page has room for the first two fields, the user name and the password.
 * Source: self-asserted-technical-profile (unifiedssp).
 */
export const itemsOf = (run: Run, { items }: SelfAssertedPlan): ReadonlyArray<PageItemPlan> => {
  if (run.profile?.at !== 'form' || pagePlan(run)?.element !== 'unifiedssp') return items
  return items.filter(({ _tag }) => _tag === 'Field').slice(0, 2)
}
