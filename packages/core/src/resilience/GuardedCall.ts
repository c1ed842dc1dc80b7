/** One call under guard: its tries, and what each of them means for the circuit, the bulkhead and the budget. */
import type { RestfulPlan } from '@trustframe/plan/plan'
import * as Cause from 'effect/Cause'
import * as Clock from 'effect/Clock'
import type * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import type * as Exit from 'effect/Exit'
import type * as Fiber from 'effect/Fiber'
import * as Random from 'effect/Random'
import type { Attempt } from '../exchange/Attempt.ts'
import { ClaimsExchangeError } from '../exchange/ClaimsExchangeError.ts'
import { BulkheadFull, CircuitOpen, type ExchangeFailure, RequestTimeout } from '../exchange/ExchangeFailure.ts'
import type { RestfulAnswer, RestfulCallOptions, RestfulInput, RestfulProvider } from '../ports/RestfulProvider.ts'
import { pauseMillis } from './backoff.ts'
import type { Bulkhead, BulkheadIsFull } from './Bulkhead.ts'
import { admit, type Admission, type CircuitState, type CircuitStatus, type Outcome, record } from './CircuitState.ts'
import type { CircuitStore } from './CircuitStore.ts'
import { type ResilienceEvent, ResilienceListener } from './ResilienceEvent.ts'
import type { ResolvedCircuitBreaker, ResolvedResilience } from './resolveOptions.ts'
import { deposit, initialBudget, type RetryBudget, withdraw } from './RetryBudget.ts'
import { mayRetry, retryRuleOf } from './retryRules.ts'
import { withTimeLimit } from './timeLimit.ts'

/** A profile with what its calls are guarded by. */
export interface Guarded {
  readonly plan: RestfulPlan
  readonly settings: ResolvedResilience
  readonly origin: string
  readonly host: string
  /** The key of its circuit. */
  readonly circuit: string
  readonly bulkhead: Bulkhead | undefined
}

/** What all calls of a layer share. */
export interface SharedGuard {
  readonly provider: Context.Service.Shape<typeof RestfulProvider>
  readonly circuits: Context.Service.Shape<typeof CircuitStore>
  /** By origin. */
  readonly budgets: Map<string, RetryBudget>
}

type Call = Effect.Effect<RestfulAnswer, ClaimsExchangeError>

/** A try that was not let through. */
interface Rejection {
  readonly _tag: 'Rejection'
  readonly failure: ExchangeFailure
}

type Try = Effect.Effect<RestfulAnswer, ClaimsExchangeError | Rejection>

const outcomeOf = (exit: Exit.Exit<RestfulAnswer, ClaimsExchangeError>): Outcome => {
  if (exit._tag === 'Success') return 'success'
  const fail = exit.cause.reasons.find(Cause.isFailReason)
  return fail === undefined ? 'ignored' : retryRuleOf(fail.error.failure).circuit
}

/** The listener of the runtime, and the span around the call when somebody collects spans. */
const listenerOf = (fiber: Fiber.Fiber<unknown, unknown>): ((event: ResilienceEvent) => void) | undefined => {
  const listener = fiber.getRef(ResilienceListener)
  const { span, tracer } = fiber.cache
  if (tracer === undefined || span?._tag !== 'Span' || !span.sampled) return listener
  const clock = fiber.getRef(Clock.Clock)
  return (event) => {
    const { _tag, atMillis: _, ...attributes } = event
    span.event(_tag, clock.currentTimeNanosUnsafe(), attributes)
    listener?.(event)
  }
}

const shorter = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b)

/** A call, from its first try to its last. */
export class GuardedCall {
  readonly #shared: SharedGuard
  readonly #profile: Guarded
  readonly #input: RestfulInput
  readonly #fiber: Fiber.Fiber<unknown, unknown>
  readonly #clock: Clock.Clock
  readonly #listener: ((event: ResilienceEvent) => void) | undefined
  readonly #totalMillis: number | undefined
  readonly #startedAtNanos: bigint
  /** The tries that were made. */
  #tries = 0
  #attempts: ReadonlyArray<Attempt> = []
  /** The error of the last try, which stays when no other try is let through. */
  #last: ClaimsExchangeError | undefined
  #pauseMillis: number | undefined
  /** How the circuit was before and after the last change that the store made for this call. */
  #before: CircuitStatus = 'Closed'
  #after: CircuitStatus = 'Closed'

  constructor(
    shared: SharedGuard,
    profile: Guarded,
    input: RestfulInput,
    options: RestfulCallOptions | undefined,
    fiber: Fiber.Fiber<unknown, unknown>
  ) {
    this.#shared = shared
    this.#profile = profile
    this.#input = input
    this.#fiber = fiber
    this.#clock = fiber.getRef(Clock.Clock)
    this.#listener = listenerOf(fiber)
    this.#totalMillis = shorter(profile.settings.totalTimeoutMillis, options?.timeLimitMillis)
    this.#startedAtNanos = this.#totalMillis === undefined ? 0n : this.#clock.monotonicTimeNanosUnsafe()
  }

  /** The first try, and those that it leads to. */
  start(): Call {
    const { budget } = this.#profile.settings.retry
    if (budget !== undefined) {
      const { budgets } = this.#shared
      const spent = budgets.get(this.#profile.origin) ?? initialBudget
      budgets.set(this.#profile.origin, deposit(spent, this.#now(), budget))
    }
    return this.#next()
  }

  #now(): number {
    return this.#clock.currentTimeMillisUnsafe()
  }

  #elapsedMillis(): number {
    return Number(this.#clock.monotonicTimeNanosUnsafe() - this.#startedAtNanos) / 1e6
  }

  /** What is left of the time for the call as a whole. */
  #leftMillis(): number | undefined {
    const total = this.#totalMillis
    return total === undefined ? undefined : Math.max(0, total - this.#elapsedMillis())
  }

  #next(): Call {
    return Effect.matchEffect(this.#waitForTurn(), {
      onSuccess: (answer) => this.#succeed(answer),
      onFailure: (error) => {
        if (error._tag === 'ClaimsExchangeError') return this.#retryOrFail(error)
        return Effect.fail(error._tag === 'Rejection' ? this.#rejected(error.failure) : this.#rejected(this.#full()))
      }
    })
  }

  #waitForTurn(): Effect.Effect<RestfulAnswer, ClaimsExchangeError | Rejection | BulkheadIsFull> {
    const { bulkhead } = this.#profile
    if (bulkhead === undefined) return this.#passCircuit()
    const turn = Effect.suspend((): Effect.Effect<RestfulAnswer, ClaimsExchangeError | Rejection | BulkheadIsFull> =>
      this.#leftMillis() === 0 ? Effect.fail({ _tag: 'BulkheadIsFull' }) : this.#passCircuit()
    )
    return bulkhead.withPermit(turn, this.#leftMillis())
  }

  #passCircuit(): Try {
    const breaker = this.#profile.settings.circuitBreaker
    if (breaker === undefined) return this.#send()
    const { circuits } = this.#shared
    const { circuit } = this.#profile
    const change = (state: CircuitState): readonly [Admission, CircuitState] => {
      const admitted = admit(state, this.#now(), breaker)
      this.#before = state._tag
      this.#after = admitted[1]._tag
      return admitted
    }
    const { modifyUnsafe } = circuits
    return modifyUnsafe === undefined
      ? Effect.flatMap(circuits.modify(circuit, change), (admission) => this.#enter(admission, breaker))
      : this.#enter(modifyUnsafe(circuit, change), breaker)
  }

  #enter(admission: Admission, breaker: ResolvedCircuitBreaker): Try {
    this.#reportChange()
    return admission._tag === 'Rejected'
      ? Effect.fail({ _tag: 'Rejection', failure: this.#open(admission.retryAfterMillis) })
      : Effect.onExit(this.#send(), (exit) => this.#record(admission, outcomeOf(exit), breaker))
  }

  #record(
    admission: Extract<Admission, { readonly _tag: 'Admitted' }>,
    outcome: Outcome,
    breaker: ResolvedCircuitBreaker
  ): Effect.Effect<void> {
    const { circuits } = this.#shared
    const { circuit } = this.#profile
    const change = (state: CircuitState): readonly [undefined, CircuitState] => {
      const now = this.#now()
      const next = record(state, admission, outcome, now - admission.atMillis, now, breaker)
      this.#before = state._tag
      this.#after = next._tag
      return [undefined, next]
    }
    if (circuits.modifyUnsafe === undefined) {
      return Effect.map(circuits.modify(circuit, change), () => this.#reportChange())
    }
    circuits.modifyUnsafe(circuit, change)
    this.#reportChange()
    return Effect.void
  }

  /** One try, in the time that is left for it. */
  #send(): Call {
    const { plan, settings } = this.#profile
    const { provider } = this.#shared
    const timeLimitMillis = shorter(settings.timeoutMillis, this.#leftMillis())
    this.#tries += 1
    if (timeLimitMillis === undefined) return provider.exchange(plan, this.#input)
    const call = provider.exchange(plan, this.#input, { timeLimitMillis })
    return provider.keepsTimeLimit === true ? call : this.#limit(call, timeLimitMillis)
  }

  /** The time limit for a provider that does not keep it. */
  #limit(call: Call, millis: number): Call {
    const { host, plan } = this.#profile
    const startedAtMillis = this.#now()
    return withTimeLimit(call, millis, () => {
      const failure = RequestTimeout.make({ host, phase: 'headers', afterMillis: millis })
      const attempt = {
        number: 1,
        startedAtMillis,
        durationMillis: millis,
        outcome: failure._tag,
        method: plan.method,
        // Without its query, which may hold a key.
        url: plan.serviceUrl.template.replace(/\?.*/s, '')
      }
      return Effect.fail(new ClaimsExchangeError({ technicalProfile: plan.id, failure, attempts: [attempt] }))
    })
  }

  #retryOrFail(error: ClaimsExchangeError): Call {
    this.#collect(error.attempts)
    const failed = this.#tries === 1 ? error : this.#error(error.failure)
    this.#last = failed
    const { plan, settings } = this.#profile
    if (this.#tries >= settings.tries || !mayRetry(error.failure, plan.method, settings.retry))
      return Effect.fail(failed)

    const pause = pauseMillis(
      this.#tries,
      error.failure,
      settings.retry,
      this.#fiber.getRef(Random.Random).nextDoubleUnsafe()
    )
    const denied = this.#denial(pause)
    if (pause === undefined || denied !== undefined) {
      const by = denied ?? 'retryAfter'
      this.#report(() => ({ ...this.#retryEvent(error.failure), _tag: 'RetryDenied', by }))
      return Effect.fail(failed)
    }
    this.#report(() => ({ ...this.#retryEvent(error.failure), _tag: 'RetryScheduled', pauseMillis: pause }))
    this.#pauseMillis = pause
    return Effect.flatMap(Effect.sleep(pause), () => (this.#leftMillis() === 0 ? Effect.fail(failed) : this.#next()))
  }

  /** Why a retry that the rules allow is not made. */
  #denial(pause: number | undefined): 'retryAfter' | 'totalTimeout' | 'budget' | undefined {
    if (pause === undefined) return 'retryAfter'
    if (this.#totalMillis !== undefined && this.#elapsedMillis() + pause >= this.#totalMillis) return 'totalTimeout'
    const { origin, settings } = this.#profile
    const { budget } = settings.retry
    if (budget === undefined) return undefined
    const { budgets } = this.#shared
    const left = withdraw(budgets.get(origin) ?? initialBudget, this.#now(), budget)
    if (left === undefined) return 'budget'
    budgets.set(origin, left)
    return undefined
  }

  #succeed(answer: RestfulAnswer): Call {
    if (this.#tries === 1) return Effect.succeed(answer)
    this.#collect(answer.attempts)
    return Effect.succeed({ ...answer, attempts: this.#attempts })
  }

  #open(retryAfterMillis: number | undefined): ExchangeFailure {
    const { circuit } = this.#profile
    this.#report(() => this.#rejection('circuit', circuit))
    return CircuitOpen.make(retryAfterMillis === undefined ? { circuit } : { circuit, retryAfterMillis })
  }

  #full(): ExchangeFailure {
    const { origin, settings } = this.#profile
    const { concurrency, queue } = settings.bulkhead ?? { concurrency: 0, queue: 0 }
    this.#report(() => this.#rejection('bulkhead', origin))
    return BulkheadFull.make({ bulkhead: origin, concurrency, queue })
  }

  /** A try that was not let through: what the try before it failed of says more. */
  #rejected(failure: ExchangeFailure): ClaimsExchangeError {
    return this.#last ?? this.#error(failure)
  }

  #error(failure: ExchangeFailure): ClaimsExchangeError {
    return new ClaimsExchangeError({ technicalProfile: this.#profile.plan.id, failure, attempts: this.#attempts })
  }

  /** Adds the records of a try to those of the tries before it. */
  #collect(attempts: ReadonlyArray<Attempt>): void {
    const before = this.#attempts
    const delay = this.#pauseMillis === undefined ? {} : { delayMillis: this.#pauseMillis }
    this.#attempts =
      before.length === 0
        ? attempts
        : [
            ...before,
            ...attempts.map((attempt, index) => ({ ...attempt, number: before.length + index + 1, ...delay }))
          ]
  }

  #reportChange(): void {
    if (this.#before === this.#after) return
    const change = { circuit: this.#profile.circuit, from: this.#before, to: this.#after }
    this.#report(() => ({ _tag: 'CircuitChanged', atMillis: this.#now(), ...change }))
    this.#after = this.#before
  }

  #retryEvent(failure: ExchangeFailure) {
    const technicalProfile = this.#profile.plan.id
    return { atMillis: this.#now(), technicalProfile, attempt: this.#tries, failure: failure._tag }
  }

  #rejection(by: 'circuit' | 'bulkhead', key: string): ResilienceEvent {
    return { _tag: 'CallRejected', atMillis: this.#now(), technicalProfile: this.#profile.plan.id, by, key }
  }

  #report(event: () => ResilienceEvent): void {
    if (this.#listener !== undefined) this.#listener(event())
  }
}
