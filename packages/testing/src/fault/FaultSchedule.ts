/** Which fault the next try meets: a fault plan, and how much of it is used up. */
import * as Context from 'effect/Context'
import * as Layer from 'effect/Layer'
import { matcherOf, type RequestMatcher } from '../request/RequestPattern.ts'
import type { ServiceRequest } from '../request/ServiceRequest.ts'
import type { Fault } from './Fault.ts'
import type { FaultPlan } from './FaultPlan.ts'

interface Scheduled {
  readonly technicalProfile: string | undefined
  readonly matches: RequestMatcher
  readonly faults: Fault | ReadonlyArray<Fault>
  used: number
}

const ok: Fault = { kind: 'ok' }

const isList = (faults: Scheduled['faults']): faults is ReadonlyArray<Fault> => Array.isArray(faults)

const next = ({ faults, used }: Scheduled): Fault | undefined => (isList(faults) ? faults[used] : faults)

/** The faults that are still to come; what is asked for is used up. */
export class FaultSchedule {
  readonly #scheduled: ReadonlyArray<Scheduled>

  constructor(plan: FaultPlan) {
    this.#scheduled = plan.map(({ faults, when }) => ({
      technicalProfile: when.technicalProfile?.toLowerCase(),
      matches: matcherOf(when),
      faults,
      used: 0
    }))
  }

  /** The fault of a try; `ok` when there is none. */
  take(request: ServiceRequest, alsoFor: ReadonlyArray<string>): Fault {
    const found = this.#scheduled.find(
      (entry) => next(entry) !== undefined && entry.matches(request, alsoFor) !== undefined
    )
    if (found === undefined) return ok
    const fault = next(found) ?? ok
    found.used += 1
    return fault
  }

  /** Whether any of them is for a technical profile, so that it has to be known which one is calling. */
  get needsCaller(): boolean {
    return this.#scheduled.some(({ technicalProfile }) => technicalProfile !== undefined)
  }

  /** Whether the next call of that profile finds its circuit open; nothing is used up. */
  expectsCircuitOpen(technicalProfile: string): boolean {
    return this.#circuitOpen(technicalProfile) !== undefined
  }

  /** Uses up the open circuit that was expected. */
  takeCircuitOpen(technicalProfile: string): void {
    const found = this.#circuitOpen(technicalProfile)
    if (found !== undefined) found.used += 1
  }

  #circuitOpen(technicalProfile: string): Scheduled | undefined {
    const id = technicalProfile.toLowerCase()
    const found = this.#scheduled.find((entry) => entry.technicalProfile === id && next(entry) !== undefined)
    return found !== undefined && next(found)?.kind === 'circuitOpen' ? found : undefined
  }
}

/** The faults of a runtime. */
export class Faults extends Context.Service<Faults, FaultSchedule>()('trustframe/testing/Faults') {
  /** The faults of a plan; every build starts at their beginning. */
  static readonly layer = (plan: FaultPlan): Layer.Layer<Faults> => Layer.sync(Faults, () => new FaultSchedule(plan))
}
