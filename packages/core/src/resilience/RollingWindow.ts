/** Counts of what happened lately: a ring of slices of time, as plain data. */

/** What happened in one slice of time. A retry budget counts its retries as failures. */
export interface Slice {
  /** Which slice since 1970 it is. */
  readonly index: number
  readonly calls: number
  readonly failures: number
  readonly slow: number
}

/** The slices of a window that had calls, oldest first. */
export type RollingWindow = ReadonlyArray<Slice>

/** How many slices a window has: it forgets in steps of a tenth. */
const slicesPerWindow = 10

/** The slices that are still in the window. */
const recent = (window: RollingWindow, index: number): RollingWindow => {
  const first = window[0]
  return first === undefined || first.index > index - slicesPerWindow
    ? window
    : window.filter((slice) => slice.index > index - slicesPerWindow)
}

/** The window with more counted at this moment. */
export const count = (
  window: RollingWindow,
  nowMillis: number,
  windowMillis: number,
  calls: number,
  failures: number,
  slow: number
): RollingWindow => {
  const index = Math.floor((nowMillis * slicesPerWindow) / windowMillis)
  const kept = recent(window, index)
  const last = kept[kept.length - 1]
  // INVARIANT: indices grow. A clock that went back counts into the newest slice.
  if (last === undefined || last.index < index) return [...kept, { index, calls, failures, slow }]
  const slice = {
    index: last.index,
    calls: last.calls + calls,
    failures: last.failures + failures,
    slow: last.slow + slow
  }
  return kept.length === 1 ? [slice] : [...kept.slice(0, -1), slice]
}

/** The sums over a window as it was when `count` made it. */
export const totals = (window: RollingWindow): Omit<Slice, 'index'> => {
  let calls = 0
  let failures = 0
  let slow = 0
  for (const slice of window) {
    calls += slice.calls
    failures += slice.failures
    slow += slice.slow
  }
  return { calls, failures, slow }
}
