/** A runtime that was set up for a scenario: its circuits, faults and time go on from one run to the next. */
import { type JourneyContext, type JourneyStart, type PolicyKey, secretKey } from '@trustframe/core'
import type { CompileEnvironment, JourneyPlan } from '@trustframe/plan'
import type { Policy } from '@trustframe/policy'
import { startClaims } from '@trustframe/runtime'
import type * as Duration from 'effect/Duration'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import { exampleKeys } from '../example/exampleKeys.ts'
import type { FaultPlan } from '../fault/FaultPlan.ts'
import { Person, type Visit } from '../person/Person.ts'
import type { ReceivedRequest } from '../request/ReceivedRequest.ts'
import type { Services } from '../service/FakeServices.ts'
import { planOf } from './loadPolicy.ts'
import type { Outcome } from './Outcome.ts'
import { PlanRunner } from './PlanRunner.ts'
import { ScenarioProblem } from './ScenarioProblem.ts'
import type { Run, Situation } from './Situation.ts'

/** A situation whose parts were read and checked. */
export interface ReadSituation {
  readonly situation: Situation
  readonly policy: Policy
  readonly faults: FaultPlan
  /** The last ones that were added come first. */
  readonly services: ReadonlyArray<Services>
  readonly startMillis: number
}

/** A run that was started, and ends when enough time has passed. */
export interface StartedRun {
  /** `undefined` while the run goes on. */
  readonly outcome: Outcome | undefined
  readonly ended: Promise<Outcome>
}

type Keys = Readonly<Record<string, PolicyKey>>

const keysOf = ({ policy, situation: { keys } }: ReadSituation): Keys =>
  keys === undefined
    ? exampleKeys(policy)
    : Object.fromEntries(
        Object.entries(keys).map(([name, key]) => [name, typeof key === 'string' ? secretKey(key) : key])
      )

const runnerOf = ({ faults, services, situation, startMillis }: ReadSituation, keys: Keys): PlanRunner => {
  const { examples = false, ports, resilience = {}, restful = {}, seed = 'trustframe', tenant = {}, users } = situation
  return new PlanRunner({
    keys,
    faults,
    services,
    examples,
    resilience,
    restful,
    seed,
    startMillis,
    tenant: users === undefined ? tenant : { ...tenant, directory: { ...tenant.directory, users } },
    ...(ports === undefined ? {} : { ports })
  })
}

/** The secrets of keys by their names, ignoring case: what claims transformations may use. */
const secretsOf = (keys: Keys) => {
  const secrets = new Map(
    Object.entries(keys).flatMap(([name, key]) =>
      key._tag === 'Secret' ? [[name.toLowerCase(), Redacted.value(key.secret)]] : []
    )
  )
  return (name: string): string | undefined => secrets.get(name.toLowerCase())
}

/** The request that starts a journey, where a test does not say. */
export const defaultContext: JourneyContext = {
  correlationId: '00000000-0000-0000-0000-000000000000',
  language: 'en',
  parameters: {},
  hostName: 'localhost',
  ipAddress: '127.0.0.1'
}

/**
 * A runtime under its own clock. Runs share its circuits, the faults that are left and its time, as the requests to one
 * server do. It holds nothing that has to be closed.
 */
export class TestRuntime {
  readonly #read: ReadSituation
  readonly #runner: PlanRunner
  readonly #environment: CompileEnvironment
  readonly #plans = new Map<string, JourneyPlan>()

  constructor(read: ReadSituation) {
    const keys = keysOf(read)
    this.#read = read
    this.#runner = runnerOf(read, keys)
    this.#environment = { policyKey: secretsOf(keys), ...read.situation.environment }
  }

  /** The time of this runtime, in milliseconds since 1970. */
  get nowMillis(): number {
    return this.#runner.clock.currentTimeMillisUnsafe()
  }

  /** What the services received in all runs so far. */
  get requests(): ReadonlyArray<ReceivedRequest> {
    return this.#runner.requests
  }

  /** Runs a journey to its end; timeouts and pauses pass by themselves, and take no time. */
  run(run: Run = {}): Promise<Outcome> {
    return Effect.runPromise(this.runEffect(run))
  }

  /** The same as an effect. */
  runEffect(run: Run = {}): Effect.Effect<Outcome> {
    return Effect.suspend(() => {
      const plan = this.#planOf(run)
      return this.#runner.run(plan, this.#startOf(plan, run), run.user)
    })
  }

  /** A person with a browser of his own. */
  person(): Person {
    return new Person({
      runner: this.#runner,
      start: (visit, session) => {
        const plan = this.#planOf(visit)
        return { plan, ...this.#startOf(plan, visit), session }
      }
    })
  }

  /** Starts a journey under a clock that stands still until `advance` moves it. */
  start(run: Run = {}): StartedRun {
    const plan = this.#planOf(run)
    const journey = Effect.map(this.#runner.start(plan, this.#startOf(plan, run), run.user), (outcome) => {
      started.outcome = outcome
      return outcome
    })
    const started: { outcome: Outcome | undefined } = { outcome: undefined }
    return Object.assign(started, { ended: Effect.runPromise(journey) })
  }

  /** Lets time pass: for journeys that were started, and for circuits between runs. */
  advance(duration: Duration.Input): Promise<void> {
    return Effect.runPromise(this.advanceEffect(duration))
  }

  /** The same as an effect. */
  advanceEffect(duration: Duration.Input): Effect.Effect<void> {
    return this.#runner.advance(duration)
  }

  #planOf(run: Run): JourneyPlan {
    const key = JSON.stringify([run.journey, run.profile])
    const plan = this.#plans.get(key) ?? planOf(this.#read.policy, run, this.#environment)
    this.#plans.set(key, plan)
    return plan
  }

  #startOf(plan: JourneyPlan, run: Visit): JourneyStart {
    const { claims, context } = this.#read.situation
    const parameters = { ...defaultContext.parameters, ...context?.parameters, ...run.parameters }
    const given = Object.entries({ ...claims, ...run.claims })
    const start = startClaims(
      plan,
      given.map(([id, json]) => ({ _tag: 'Json', id, json }))
    )
    if (start._tag === 'Claims') return { claims: start.claims, context: { ...defaultContext, ...context, parameters } }
    throw new ScenarioProblem(start.problems.map(({ help, message }) => `${message}\n  help: ${help}`).join('\n'))
  }
}
