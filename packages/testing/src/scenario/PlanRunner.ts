/** Runs plans through the complete interpreter, with fake services in place of the network and a clock of its own. */
import {
  Entropy,
  Interpreter,
  type JourneyOutcome,
  type JourneyStart,
  type PolicyKey,
  PolicyKeys,
  seededEntropy,
  type TraceEntry
} from '@trustframe/core'
import { CircuitStore, type ResilienceOptions } from '@trustframe/core/resilience'
import type { RestfulOptions } from '@trustframe/http'
import type { JourneyPlan } from '@trustframe/plan'
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Random from 'effect/Random'
import * as Scope from 'effect/Scope'
import { VirtualClock } from '../clock/VirtualClock.ts'
import type { FaultPlan } from '../fault/FaultPlan.ts'
import { layerFaults } from '../fault/layerFaults.ts'
import type { ReceivedRequest } from '../request/ReceivedRequest.ts'
import { RequestListener } from '../request/RequestListener.ts'
import { layerFakeServices, type Services } from '../service/FakeServices.ts'
import { Outcome } from './Outcome.ts'
import { reactionOf, type User } from './User.ts'

/** What a runner is made of. */
export interface PlanRunnerOptions {
  readonly keys: Readonly<Record<string, PolicyKey>>
  readonly faults: FaultPlan
  /** Of several sets, the first one that has an answer gives it. */
  readonly services: ReadonlyArray<Services>
  readonly examples: boolean
  readonly resilience: ResilienceOptions
  readonly restful: RestfulOptions
  readonly seed: string
  readonly startMillis: number
  /** Further ports of the interpreter, such as a directory. */
  readonly ports?: Layer.Layer<never>
}

const layerOf = (options: PlanRunnerOptions): Layer.Layer<Interpreter> => {
  const { examples, faults, keys, ports = Layer.empty, resilience, restful, seed, services } = options
  return Interpreter.layer.pipe(
    // Nothing leaves the process, so nobody can listen in on plain HTTP.
    Layer.provide(layerFaults(faults, { resilience, restful: { plainHttp: 'always', ...restful } })),
    Layer.provide([layerFakeServices(services, { examples }), PolicyKeys.layerMemory(keys), CircuitStore.layerMemory]),
    Layer.provide([Layer.succeed(Entropy, seededEntropy(seed)), ports])
  )
}

/** Runs share circuits, faults and time. There is nothing to be closed. */
export class PlanRunner {
  readonly clock: VirtualClock
  readonly #context: Context.Context<Interpreter>
  readonly #seed: string
  readonly #requests: Array<ReceivedRequest> = []

  constructor(options: PlanRunnerOptions) {
    this.#seed = options.seed
    this.clock = new VirtualClock(options.startMillis)
    const built = Effect.runSync(Layer.buildWithScope(layerOf(options), Scope.makeUnsafe()))
    this.#context = built.pipe(
      Context.merge(this.clock.context),
      Context.add(RequestListener, (request: ReceivedRequest) => {
        this.#requests.push(request)
      })
    )
  }

  /** What the services received in all runs so far. */
  get requests(): ReadonlyArray<ReceivedRequest> {
    return this.#requests
  }

  /** Runs a plan while time passes by itself. */
  run(plan: JourneyPlan, start: JourneyStart, user: User = []): Effect.Effect<Outcome> {
    return Effect.suspend(() => {
      const passing = this.clock.run()
      return Effect.ensuring(this.start(plan, start, user), Effect.sync(passing.stop))
    })
  }

  /** Runs a plan in a time that only moves when it is moved. */
  start(plan: JourneyPlan, start: JourneyStart, user: User = []): Effect.Effect<Outcome> {
    return Effect.suspend(() => {
      const trace: Array<TraceEntry> = []
      const received = this.#requests.length
      const startedAt = this.clock.currentTimeMillisUnsafe()
      const record = (entry: TraceEntry) => trace.push(entry)
      const journey = Interpreter.use((interpreter) => {
        const goOn = (outcome: JourneyOutcome, visit: number): Effect.Effect<JourneyOutcome> => {
          const reaction = outcome._tag === 'Suspended' ? reactionOf(user, outcome.interaction, visit) : undefined
          return reaction === undefined
            ? Effect.succeed(outcome)
            : Effect.flatMap(interpreter.advance(plan, outcome.state, reaction, { record }), (next) =>
                goOn(next, visit + 1)
              )
        }
        return Effect.flatMap(interpreter.start(plan, start, { record }), (outcome) => goOn(outcome, 0))
      })
      return Effect.map(this.#inside(journey), (end) => {
        const elapsedMillis = this.clock.currentTimeMillisUnsafe() - startedAt
        return new Outcome(plan, end, trace, this.#requests.slice(received), elapsedMillis)
      })
    })
  }

  /** Runs an effect in this runner's time, whatever time it is asked for in. */
  #inside<A>(effect: Effect.Effect<A, never, Interpreter>): Effect.Effect<A> {
    return Effect.callback((resume) => {
      const fiber = Effect.runForkWith(this.#context)(Random.withSeed(effect, this.#seed))
      fiber.addObserver((exit) => resume(exit))
      return Effect.sync(() => fiber.interruptUnsafe())
    })
  }
}
