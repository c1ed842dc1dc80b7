/** Runs plans through the complete interpreter: a tenant in memory, fake services in place of the network, a clock of its own. */
import {
  DiscoveryDocuments,
  Entropy,
  Interpreter,
  type IssuedTokens,
  type JourneyEnd,
  type JourneyOutcome,
  type JourneyStart,
  type JourneySuspension,
  type PolicyKey,
  PolicyKeys,
  seededEntropy,
  type TokenIssuer,
  type TraceEntry
} from '@trustframe/core'
import { CircuitStore, type ResilienceOptions } from '@trustframe/core/resilience'
import type { RestfulOptions } from '@trustframe/http'
import type { JourneyPlan } from '@trustframe/plan'
import { issueTokens, layerTenantMemory, type TenantOptions } from '@trustframe/runtime'
import { Inbox, PasswordHasher, type RecordedEvent, RecordedTelemetry, type SentMessage } from '@trustframe/storage'
import * as Context from 'effect/Context'
import type * as Duration from 'effect/Duration'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Random from 'effect/Random'
import * as Scope from 'effect/Scope'
import { holdStill, VirtualClock } from '../clock/VirtualClock.ts'
import type { FaultPlan } from '../fault/FaultPlan.ts'
import { layerFaults } from '../fault/layerFaults.ts'
import type { AnswerProblem } from '../person/AnswerProblem.ts'
import { AuthenticatorApp, layerAuthenticatorApp } from '../person/AuthenticatorApp.ts'
import { type Identities, layerIdentities } from '../person/Identities.ts'
import type { PageAnswer } from '../person/PageAnswer.ts'
import { performAnswer } from '../person/performAnswer.ts'
import type { ReceivedRequest } from '../request/ReceivedRequest.ts'
import { RequestListener } from '../request/RequestListener.ts'
import { layerFakeServices, type Services } from '../service/FakeServices.ts'
import { Outcome } from './Outcome.ts'
import { ScenarioProblem } from './ScenarioProblem.ts'
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
  readonly tenant: TenantOptions
  /** Ports of the interpreter in the place of those of the tenant. */
  readonly ports?: Layer.Layer<never>
}

type Running = AuthenticatorApp | Identities | Inbox | Interpreter | RecordedTelemetry | TokenIssuer

/** A hash that takes microseconds; while it is made, the time of the test stands still. */
const layerHasher = Layer.effect(
  PasswordHasher,
  Effect.map(PasswordHasher, ({ hash, rehash }) => ({
    hash: (password: Parameters<typeof hash>[0]) => holdStill(hash(password)),
    rehash: (password: Parameters<typeof rehash>[0], like: string) => holdStill(rehash(password, like))
  }))
).pipe(Layer.provide(PasswordHasher.layer({ memoryKib: 8, iterations: 1 })))

const layerOf = (options: PlanRunnerOptions): Layer.Layer<Running> => {
  const { examples, faults, keys, ports = Layer.empty, resilience, restful, services, tenant } = options
  const layerTenant = layerTenantMemory({ passwords: layerHasher, ...tenant, keys }).pipe(
    Layer.provide(DiscoveryDocuments.layerMemory({})),
    // An account or a key that the situation begins with cannot be one.
    Layer.catch((problem) => Layer.effectContext(Effect.die(new ScenarioProblem(problem.message))))
  )
  return Interpreter.layer.pipe(
    Layer.provide(ports),
    // Nothing leaves the process, so nobody can listen in on plain HTTP.
    Layer.provide(layerFaults(faults, { resilience, restful: { plainHttp: 'always', ...restful } })),
    Layer.provideMerge([layerTenant, layerIdentities, layerAuthenticatorApp]),
    Layer.provide([layerFakeServices(services, { examples }), PolicyKeys.layerMemory(keys), CircuitStore.layerMemory])
  )
}

/** Runs share circuits, faults, accounts and time. There is nothing to be closed. */
export class PlanRunner {
  readonly clock: VirtualClock
  readonly #context: Effect.Effect<Context.Context<Running>>
  readonly #seed: string
  readonly #requests: Array<ReceivedRequest> = []

  constructor(options: PlanRunnerOptions) {
    this.#seed = options.seed
    this.clock = new VirtualClock(options.startMillis)
    const surroundings = this.clock.context.pipe(
      Context.add(Entropy, seededEntropy(options.seed)),
      Context.add(RequestListener, (request: ReceivedRequest) => {
        this.#requests.push(request)
      })
    )
    const build = Layer.buildWithScope(layerOf(options), Scope.makeUnsafe()).pipe(
      Effect.map((built) => Context.merge(built, surroundings)),
      Effect.provideContext(surroundings)
    )
    this.#context = Effect.runSync(Effect.cached(build))
  }

  /** What the services received in all runs so far. */
  get requests(): ReadonlyArray<ReceivedRequest> {
    return this.#requests
  }

  /** Runs a plan while time passes by itself. */
  run(plan: JourneyPlan, start: JourneyStart, user: User = []): Effect.Effect<Outcome> {
    return this.#whileTimePasses(this.start(plan, start, user))
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

  /** Lets time pass for what was started. */
  advance(duration: Duration.Input): Effect.Effect<void> {
    // What was started before runs first.
    return Effect.andThen(this.#context, this.clock.advance(duration))
  }

  /** Begins a journey, up to its first page; time passes by itself. */
  begin(plan: JourneyPlan, start: JourneyStart, trace: Array<TraceEntry>): Effect.Effect<JourneyOutcome> {
    const record = (entry: TraceEntry) => trace.push(entry)
    return this.#whileTimePasses(
      this.#inside(Interpreter.use((interpreter) => interpreter.start(plan, start, { record })))
    )
  }

  /** Goes on by what a person does; time passes by itself. */
  perform(
    plan: JourneyPlan,
    suspension: JourneySuspension,
    answer: PageAnswer,
    trace: Array<TraceEntry>
  ): Effect.Effect<JourneyOutcome, AnswerProblem> {
    const record = (entry: TraceEntry) => trace.push(entry)
    return this.#whileTimePasses(this.#inside(performAnswer(plan, suspension, answer, { record })))
  }

  /** The tokens of a journey that has ended. */
  tokens(plan: JourneyPlan, end: JourneyEnd): Effect.Effect<IssuedTokens | undefined> {
    return this.#inside(Effect.orDie(issueTokens(plan, end)))
  }

  /** The messages that were sent, the oldest first. */
  get inbox(): Effect.Effect<ReadonlyArray<SentMessage>> {
    return this.#inside(Inbox.use(({ messages }) => messages))
  }

  /** The events that policies sent, the oldest first. */
  get telemetry(): Effect.Effect<ReadonlyArray<RecordedEvent>> {
    return this.#inside(RecordedTelemetry.use(({ events }) => events))
  }

  /** Adds a secret key to the authenticator app. */
  enrol(secretKey: string): Effect.Effect<void> {
    return this.#inside(AuthenticatorApp.use((app) => app.add(secretKey)))
  }

  get lastCode(): Effect.Effect<string | undefined> {
    return this.#inside(Inbox.use(({ lastCode }) => lastCode()))
  }

  #whileTimePasses<A, E>(effect: Effect.Effect<A, E>): Effect.Effect<A, E> {
    return Effect.suspend(() => {
      const passing = this.clock.run()
      return Effect.ensuring(effect, Effect.sync(passing.stop))
    })
  }

  /** Runs an effect in this runner's time, whatever time it is asked for in. */
  #inside<A, E>(effect: Effect.Effect<A, E, Running>): Effect.Effect<A, E> {
    return Effect.flatMap(this.#context, (context) =>
      Effect.callback<A, E>((resume) => {
        const fiber = Effect.runForkWith(context)(Random.withSeed(effect, this.#seed))
        fiber.addObserver((exit) => resume(exit))
        return Effect.sync(() => fiber.interruptUnsafe())
      })
    )
  }
}
