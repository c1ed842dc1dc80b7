/** How many retries an origin may still get: a share of its calls, so that retries cannot multiply an outage. */
import type { ResolvedBudget } from './resolveOptions.ts'
import { count, type RollingWindow, totals } from './RollingWindow.ts'

/** Calls are counted as calls, retries as failures of the window. */
export type RetryBudget = RollingWindow

/** Nothing counted yet. */
export const initialBudget: RetryBudget = []

/** The budget after one more call. */
export const deposit = (budget: RetryBudget, nowMillis: number, { windowMillis }: ResolvedBudget): RetryBudget =>
  count(budget, nowMillis, windowMillis, 1, 0, 0)

/** The budget after one more retry, or `undefined` when there is none left. */
export const withdraw = (
  budget: RetryBudget,
  nowMillis: number,
  { minimum, ratio, windowMillis }: ResolvedBudget
): RetryBudget | undefined => {
  const counted = count(budget, nowMillis, windowMillis, 0, 1, 0)
  const { calls, failures } = totals(counted)
  return failures <= Math.max(minimum, calls * ratio) ? counted : undefined
}
