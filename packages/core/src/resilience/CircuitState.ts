/** The circuit breaker as a pure state machine: what a call may do, and what its outcome changes. */
import type { ResolvedCircuitBreaker } from './resolveOptions.ts'
import { count, type RollingWindow, totals } from './RollingWindow.ts'

/**
 * A circuit, as plain data that a store can share between processes. Times are milliseconds since 1970. `generation` grows
 * with every change of the state, so that outcomes of calls that were admitted before it do not count.
 */
export type CircuitState =
  | {
      readonly _tag: 'Closed'
      readonly generation: number
      readonly consecutiveFailures: number
      readonly window: RollingWindow
    }
  | { readonly _tag: 'Open'; readonly generation: number; readonly untilMillis: number }
  | {
      readonly _tag: 'HalfOpen'
      readonly generation: number
      /** When the probes that are under way were admitted. */
      readonly probes: ReadonlyArray<number>
      readonly successes: number
    }
  | { readonly _tag: 'Isolated'; readonly generation: number }

export type CircuitStatus = CircuitState['_tag']

/** A circuit that nothing is known of. */
export const initialCircuit: CircuitState = { _tag: 'Closed', generation: 0, consecutiveFailures: 0, window: [] }

/** Whether a call may be made; an admission is handed back with the call's outcome. */
export type Admission =
  | { readonly _tag: 'Admitted'; readonly generation: number; readonly atMillis: number }
  /** `retryAfterMillis`: how long the circuit stays open; `undefined` when it is isolated or being probed. */
  | { readonly _tag: 'Rejected'; readonly retryAfterMillis: number | undefined }

/** What a call came to; `ignored` says nothing about the service: interrupted, or no request was made. */
export type Outcome = 'success' | 'failure' | 'ignored'

/** A probe whose outcome is not known after this long is given up: whoever made it may be gone. */
const probeLeaseMillis = (options: ResolvedCircuitBreaker): number => Math.max(options.breakMillis, 30_000)

const opened = (generation: number, nowMillis: number, options: ResolvedCircuitBreaker): CircuitState => ({
  _tag: 'Open',
  generation: generation + 1,
  untilMillis: nowMillis + options.breakMillis
})

const closed = (generation: number): CircuitState => ({ ...initialCircuit, generation: generation + 1 })

const probe = (
  state: Extract<CircuitState, { readonly _tag: 'HalfOpen' }>,
  nowMillis: number,
  options: ResolvedCircuitBreaker
): readonly [Admission, CircuitState] => {
  const leaseMillis = probeLeaseMillis(options)
  const probes = state.probes.filter((atMillis) => atMillis + leaseMillis > nowMillis)
  if (probes.length + state.successes >= options.halfOpenProbes) {
    return [{ _tag: 'Rejected', retryAfterMillis: undefined }, state]
  }
  return [
    { _tag: 'Admitted', generation: state.generation, atMillis: nowMillis },
    { ...state, probes: [...probes, nowMillis] }
  ]
}

/** What a call may do now, and the circuit that this decision leaves behind. */
export const admit = (
  state: CircuitState,
  nowMillis: number,
  options: ResolvedCircuitBreaker
): readonly [Admission, CircuitState] => {
  switch (state._tag) {
    case 'Closed':
      return [{ _tag: 'Admitted', generation: state.generation, atMillis: nowMillis }, state]
    case 'Isolated':
      return [{ _tag: 'Rejected', retryAfterMillis: undefined }, state]
    case 'HalfOpen':
      return probe(state, nowMillis, options)
    case 'Open':
      return nowMillis < state.untilMillis
        ? [{ _tag: 'Rejected', retryAfterMillis: state.untilMillis - nowMillis }, state]
        : probe({ _tag: 'HalfOpen', generation: state.generation + 1, probes: [], successes: 0 }, nowMillis, options)
  }
}

const reaches = (share: number, calls: number, limit: number | undefined): boolean =>
  limit !== undefined && share / calls >= limit

const recordClosed = (
  state: Extract<CircuitState, { readonly _tag: 'Closed' }>,
  isFailure: boolean,
  isSlow: boolean,
  nowMillis: number,
  options: ResolvedCircuitBreaker
): CircuitState => {
  const { consecutiveFailures: allowed, failureRate, minimumThroughput, slowCallRate, windowMillis } = options
  const consecutiveFailures = isFailure ? state.consecutiveFailures + 1 : 0
  if (allowed !== undefined && consecutiveFailures >= allowed) return opened(state.generation, nowMillis, options)
  const isCounted = failureRate !== undefined || slowCallRate !== undefined
  if (!isCounted) return { ...state, consecutiveFailures }
  const window = count(state.window, nowMillis, windowMillis, 1, isFailure ? 1 : 0, isSlow ? 1 : 0)
  if (isFailure || isSlow) {
    const { calls, failures, slow } = totals(window)
    const trips = (isFailure && reaches(failures, calls, failureRate)) || (isSlow && reaches(slow, calls, slowCallRate))
    if (trips && calls >= minimumThroughput) return opened(state.generation, nowMillis, options)
  }
  return { _tag: 'Closed', generation: state.generation, consecutiveFailures, window }
}

/** The circuit after an admitted call has ended. Only a probe can close a circuit that was open, or open it again. */
export const record = (
  state: CircuitState,
  admission: Extract<Admission, { readonly _tag: 'Admitted' }>,
  outcome: Outcome,
  durationMillis: number,
  nowMillis: number,
  options: ResolvedCircuitBreaker
): CircuitState => {
  if (state.generation !== admission.generation) return state
  const isSlow = options.slowCallRate !== undefined && durationMillis >= options.slowCallMillis
  switch (state._tag) {
    case 'Open':
    case 'Isolated':
      return state
    case 'Closed':
      return outcome === 'ignored' ? state : recordClosed(state, outcome === 'failure', isSlow, nowMillis, options)
    case 'HalfOpen': {
      if (outcome !== 'ignored' && (outcome === 'failure' || isSlow))
        return opened(state.generation, nowMillis, options)
      const at = state.probes.indexOf(admission.atMillis)
      const probes = at === -1 ? state.probes : state.probes.toSpliced(at, 1)
      const successes = state.successes + (outcome === 'success' ? 1 : 0)
      return successes >= options.halfOpenProbes ? closed(state.generation) : { ...state, probes, successes }
    }
  }
}

/** Lets no call through until the circuit is reset. */
export const isolate = (state: CircuitState): CircuitState =>
  state._tag === 'Isolated' ? state : { _tag: 'Isolated', generation: state.generation + 1 }

/** Closes the circuit and forgets what was counted. */
export const reset = (state: CircuitState): CircuitState => closed(state.generation)
