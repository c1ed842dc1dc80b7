/** Scenarios: a situation that is described once, varied in each test, and run. */
import { type Policy, suggest } from '@trustframe/policy'
import * as Effect from 'effect/Effect'
import * as Result from 'effect/Result'
import { type FaultPlan, readFaultPlan } from '../fault/FaultPlan.ts'
import { parseRequestPattern } from '../request/RequestPattern.ts'
import type { Services } from '../service/FakeServices.ts'
import { loadPolicy } from './loadPolicy.ts'
import type { Person } from '../person/Person.ts'
import type { Outcome } from './Outcome.ts'
import { ScenarioProblem } from './ScenarioProblem.ts'
import type { Run, Situation } from './Situation.ts'
import { TestRuntime } from './TestRuntime.ts'

const defaultClock = '2025-01-01T00:00:00Z'

const readClock = (clock: string): number => {
  const millis = Date.parse(clock)
  if (Number.isNaN(millis)) throw new ScenarioProblem(`"${clock}" is no time; write it as ${defaultClock}`)
  return millis
}

const readFaults = (input: Situation['faults']): FaultPlan => {
  const read = readFaultPlan(input ?? [])
  if (Result.isFailure(read)) throw new ScenarioProblem(`the faults cannot be read:\n${read.failure}`)
  return read.success
}

/** A slip of the pen in a profile's id would test nothing, without anybody noticing. */
const checkProfiles = (policy: Policy, faults: FaultPlan, services: ReadonlyArray<Services>): void => {
  const named = [
    ...faults.map(({ when }) => when.technicalProfile),
    ...services.flatMap((set) => Object.keys(set).map((name) => parseRequestPattern(name).technicalProfile))
  ]
  const unknown = named.find((id) => id !== undefined && !policy.technicalProfiles.has(id.toLowerCase()))
  if (unknown === undefined) return
  const near = suggest(
    unknown,
    [...policy.technicalProfiles.values()].map(({ id }) => id.value)
  )
  throw new ScenarioProblem(
    `policy "${policy.policyId.value}" has no technical profile "${unknown}", which a fault or a service is for\n  help: ${
      near === undefined ? 'requests are written as "GET https://host/path"' : `did you mean "${near}"?`
    }`
  )
}

/**
 * A situation that can be varied and run. Nothing in it changes: `with` makes another one.
 *
 * @example
 * const scenario = new Scenario({ policies, examples: true })
 * const outcome = await scenario.with({ faults: { 'RestApi-GetProfile': 'timeout' } }).run({ claims: { ObjectId: '7' } })
 * outcome.userReads // what the metadata of RestApi-GetProfile says
 */
export class Scenario {
  readonly situation: Situation
  #services: ReadonlyArray<Services>
  #policy: Policy | undefined

  constructor(situation: Situation) {
    this.situation = situation
    this.#services = situation.services === undefined ? [] : [situation.services]
  }

  /** The policy with everything that it inherits. Throws `ScenarioProblem` when it has errors. */
  get policy(): Policy {
    this.#policy ??= loadPolicy(this.situation)
    return this.#policy
  }

  /**
   * The same situation with changes. Claims and context are added to those that are there; services are asked before
   * those that are there; everything else takes the place of what was there.
   */
  with(changes: Partial<Situation>): Scenario {
    const { claims, context } = this.situation
    const varied = new Scenario({
      ...this.situation,
      ...changes,
      claims: { ...claims, ...changes.claims },
      context: { ...context, ...changes.context }
    })
    varied.#services = changes.services === undefined ? this.#services : [changes.services, ...this.#services]
    const samePolicies = !('policies' in changes || 'policy' in changes || 'settings' in changes)
    varied.#policy = samePolicies ? this.#policy : undefined
    return varied
  }

  /** Sets the situation up, for several runs that share circuits, faults and time. Throws `ScenarioProblem`. */
  open(): TestRuntime {
    const { policy, situation } = this
    const faults = readFaults(situation.faults)
    checkProfiles(policy, faults, this.#services)
    const startMillis = readClock(situation.clock ?? defaultClock)
    return new TestRuntime({ situation, policy, faults, services: this.#services, startMillis })
  }

  /** A person in a situation of his own, who drives journeys page by page. Throws `ScenarioProblem`. */
  person(): Person {
    return this.open().person()
  }

  /** One run in a situation of its own. Rejects with `ScenarioProblem` or `UnexpectedRequest`; a failure is an outcome. */
  async run(run: Run = {}): Promise<Outcome> {
    return await this.open().run(run)
  }

  /** The same as an effect. */
  runEffect(run: Run = {}): Effect.Effect<Outcome> {
    return Effect.suspend(() => this.open().runEffect(run))
  }
}
