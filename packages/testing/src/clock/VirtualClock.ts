/** A clock that stands still until it is moved, and a scheduler that knows when there is nothing left to do but wait. */
import * as Clock from 'effect/Clock'
import * as Context from 'effect/Context'
import * as Duration from 'effect/Duration'
import * as Effect from 'effect/Effect'
import * as Scheduler from 'effect/Scheduler'

interface Sleep {
  readonly untilMillis: number
  readonly wake: () => void
}

const nanos = (millis: number): bigint => BigInt(Math.round(millis * 1e6))

/**
 * Time for one runtime. It moves when `advance` says so, or by itself (`runs`), to the next moment that somebody waits
 * for, as soon as every fiber waits for time. Fibers that wait for something real, such as a promise, hold it still:
 * see `holdStill`.
 */
export class VirtualClock implements Clock.Clock {
  readonly currentTimeMillis = Effect.sync(() => this.currentTimeMillisUnsafe())
  readonly currentTimeNanos = Effect.sync(() => this.currentTimeNanosUnsafe())
  readonly monotonicTimeNanos = Effect.sync(() => this.monotonicTimeNanosUnsafe())
  readonly #scheduler: Scheduler.Scheduler
  readonly #startMillis: number
  #nowMillis: number
  /** By the time of their end; of two with the same end, the one that began first comes first. */
  #sleeps: ReadonlyArray<Sleep> = []
  #tasks = 0
  #holds = 0
  #runs = 0
  #isMoving = false
  #onIdle: ReadonlyArray<() => void> = []

  constructor(startMillis: number) {
    this.#startMillis = startMillis
    this.#nowMillis = startMillis
    this.#scheduler = this.#countingScheduler(new Scheduler.MixedScheduler())
  }

  /** What a fiber needs to live in this time. */
  get context(): Context.Context<never> {
    return Context.empty().pipe(Context.add(Clock.Clock, this), Context.add(Scheduler.Scheduler, this.#scheduler))
  }

  currentTimeMillisUnsafe(): number {
    return this.#nowMillis
  }

  currentTimeNanosUnsafe(): bigint {
    return nanos(this.#nowMillis)
  }

  monotonicTimeNanosUnsafe(): bigint {
    return nanos(this.#nowMillis - this.#startMillis)
  }

  sleep(duration: Duration.Duration): Effect.Effect<void> {
    const millis = Duration.toMillis(duration)
    if (millis <= 0) return Effect.yieldNow
    if (!Number.isFinite(millis)) return Effect.never
    return Effect.callback((resume) => {
      const sleep: Sleep = { untilMillis: this.#nowMillis + millis, wake: () => resume(Effect.void) }
      const later = this.#sleeps.findIndex(({ untilMillis }) => untilMillis > sleep.untilMillis)
      this.#sleeps = this.#sleeps.toSpliced(later === -1 ? this.#sleeps.length : later, 0, sleep)
      // Whoever was woken by something real, such as a promise, runs outside of the scheduler's tasks.
      if (this.#runs > 0) this.#settleSoon()
      return Effect.sync(() => {
        this.#sleeps = this.#sleeps.filter((other) => other !== sleep)
      })
    })
  }

  /** Lets time pass by itself until `stop` is called; runs may overlap. */
  run(): { readonly stop: () => void } {
    this.#runs += 1
    this.#settleSoon()
    return {
      stop: () => {
        this.#runs -= 1
      }
    }
  }

  /** Stands still while an effect waits for something that is not this time. */
  hold<A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> {
    return Effect.acquireUseRelease(
      Effect.sync(() => {
        this.#holds += 1
      }),
      () => effect,
      () =>
        Effect.sync(() => {
          this.#holds -= 1
          this.#settleSoon()
        })
    )
  }

  /** Moves the time on; whoever waits for a moment on the way is woken at that moment, and runs before time goes on. */
  advance(duration: Duration.Input): Effect.Effect<void> {
    return Effect.suspend(() => {
      const untilMillis = this.#nowMillis + Duration.toMillis(Duration.fromInputUnsafe(duration))
      const step: Effect.Effect<void> = Effect.flatMap(this.#whenIdle, () => {
        if (this.#wakeNext(untilMillis)) return step
        this.#nowMillis = Math.max(this.#nowMillis, untilMillis)
        return Effect.void
      })
      return step
    })
  }

  /** Settles when whatever runs now has come to wait; what is started together shares its time. */
  #settleSoon(): void {
    queueMicrotask(() => this.#settle())
  }

  /** Moves on, if time passes by itself and everybody waits for it. Called whenever that may have become so. */
  #settle(): void {
    if (this.#isMoving) return
    this.#isMoving = true
    while (this.#runs > 0 && this.#isIdle() && this.#wakeNext(Number.POSITIVE_INFINITY)) {
      // Each turn wakes one sleeper, which runs until it waits again.
    }
    this.#isMoving = false
    if (!this.#isIdle()) return
    const waiting = this.#onIdle
    this.#onIdle = []
    for (const resume of waiting) resume()
  }

  readonly #whenIdle: Effect.Effect<void> = Effect.callback((resume) => {
    if (this.#isIdle()) return resume(Effect.void)
    this.#onIdle = [...this.#onIdle, () => resume(Effect.void)]
  })

  #isIdle(): boolean {
    return this.#tasks === 0 && this.#holds === 0
  }

  #wakeNext(untilMillis: number): boolean {
    const [first, ...others] = this.#sleeps
    if (first === undefined || first.untilMillis > untilMillis) return false
    this.#sleeps = others
    this.#nowMillis = first.untilMillis
    first.wake()
    return true
  }

  #countingScheduler(scheduler: Scheduler.Scheduler): Scheduler.Scheduler {
    const count = (task: () => void) => {
      this.#tasks += 1
      return () => {
        try {
          task()
        } finally {
          this.#tasks -= 1
          if (this.#tasks === 0) this.#settle()
        }
      }
    }
    return {
      executionMode: scheduler.executionMode,
      shouldYield: (fiber) => scheduler.shouldYield(fiber),
      makeDispatcher: () => {
        const dispatcher = scheduler.makeDispatcher()
        return {
          scheduleTask: (task, priority) => dispatcher.scheduleTask(count(task), priority),
          flush: () => dispatcher.flush()
        }
      }
    }
  }
}

/** Runs an effect that waits for something real, such as a promise, while the virtual clock stands still. */
export const holdStill = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.withFiber((fiber) => {
    const clock = fiber.getRef(Clock.Clock)
    return clock instanceof VirtualClock ? clock.hold(effect) : effect
  })
