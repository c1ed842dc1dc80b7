/** How many calls are under way at a time: a counter and a bounded queue, first come first served. */
import * as Effect from 'effect/Effect'
import { withTimeLimit } from './timeLimit.ts'

/** The queue of a bulkhead has no room. */
export interface BulkheadIsFull {
  readonly _tag: 'BulkheadIsFull'
}

const isFull: BulkheadIsFull = { _tag: 'BulkheadIsFull' }

/** A call's place: in the queue while it has a `turn` to wait for. */
interface Ticket {
  state: 'none' | 'waiting' | 'held'
  turn: () => void
}

/** The bulkhead of one key. */
export class Bulkhead {
  readonly #concurrency: number
  readonly #capacity: number
  readonly #queue: Array<Ticket> = []
  #running = 0

  constructor(concurrency: number, capacity: number) {
    this.#concurrency = concurrency
    this.#capacity = capacity
  }

  /** Calls under way. */
  get running(): number {
    return this.#running
  }

  /** Calls that wait. */
  get waiting(): number {
    return this.#queue.length
  }

  /**
   * Runs an effect when it is its turn; one that is interrupted gives up its place, wherever it is. Whoever has waited
   * for `waitMillis` is sent away as if the queue had been full.
   */
  withPermit<A, E, R>(
    self: Effect.Effect<A, E, R>,
    waitMillis: number | undefined
  ): Effect.Effect<A, E | BulkheadIsFull, R> {
    return Effect.suspend(() => {
      const ticket: Ticket = { state: 'none', turn: () => undefined }
      const entered = this.#enter(ticket)
      const limited = waitMillis === undefined ? entered : withTimeLimit(entered, waitMillis, () => Effect.fail(isFull))
      return Effect.onExit(Effect.andThen(limited, self), () => Effect.sync(() => this.#leave(ticket)))
    })
  }

  #enter(ticket: Ticket): Effect.Effect<void, BulkheadIsFull> {
    if (this.#running < this.#concurrency) {
      this.#running += 1
      ticket.state = 'held'
      return Effect.void
    }
    if (this.#queue.length >= this.#capacity) return Effect.fail(isFull)
    return Effect.callback((resume) => {
      ticket.state = 'waiting'
      ticket.turn = () => resume(Effect.void)
      this.#queue.push(ticket)
    })
  }

  #leave(ticket: Ticket): void {
    if (ticket.state === 'waiting') this.#queue.splice(this.#queue.indexOf(ticket), 1)
    if (ticket.state !== 'held') return
    const next = this.#queue.shift()
    if (next === undefined) {
      this.#running -= 1
      return
    }
    // INVARIANT: the permit changes hands before anything else runs, so that the count of calls never exceeds the limit.
    next.state = 'held'
    next.turn()
  }
}
