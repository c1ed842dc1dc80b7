import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Exit from 'effect/Exit'
import * as Fiber from 'effect/Fiber'
import { TestClock } from 'effect/testing'
import { Bulkhead } from '../../src/resilience/Bulkhead.ts'
import { makeRandom } from './random.ts'

const start = <A, E>(effect: Effect.Effect<A, E>) => Effect.forkChild(effect, { startImmediately: true })

describe('a bulkhead', () => {
  it.effect('runs as many at a time as it may, and the others in the order in which they came', () =>
    Effect.gen(function* () {
      const bulkhead = new Bulkhead(2, 10)
      const started: Array<number> = []
      const fibers = yield* Effect.forEach([1, 2, 3, 4, 5], (number) =>
        start(
          bulkhead.withPermit(
            Effect.andThen(
              Effect.sync(() => started.push(number)),
              Effect.sleep(100)
            ),
            undefined
          )
        )
      )
      assert.deepStrictEqual([started, bulkhead.running, bulkhead.waiting], [[1, 2], 2, 3])
      yield* TestClock.adjust(100)
      assert.deepStrictEqual([started, bulkhead.running, bulkhead.waiting], [[1, 2, 3, 4], 2, 1])
      yield* TestClock.adjust(200)
      yield* Fiber.awaitAll(fibers)
      assert.deepStrictEqual([started, bulkhead.running, bulkhead.waiting], [[1, 2, 3, 4, 5], 0, 0])
    })
  )

  it.effect('refuses at once when its queue is full', () =>
    Effect.gen(function* () {
      const bulkhead = new Bulkhead(1, 1)
      yield* start(bulkhead.withPermit(Effect.never, undefined))
      yield* start(bulkhead.withPermit(Effect.never, undefined))
      assert.strictEqual((yield* Effect.flip(bulkhead.withPermit(Effect.void, undefined)))._tag, 'BulkheadIsFull')
    })
  )

  it.effect('sends away whoever has waited long enough', () =>
    Effect.gen(function* () {
      const bulkhead = new Bulkhead(1, 2)
      yield* start(bulkhead.withPermit(Effect.sleep(150), undefined))
      const patient = yield* start(bulkhead.withPermit(Effect.succeed('ran'), 200))
      const impatient = yield* start(Effect.flip(bulkhead.withPermit(Effect.void, 100)))
      yield* TestClock.adjust(100)
      assert.strictEqual((yield* Fiber.join(impatient))._tag, 'BulkheadIsFull')
      assert.deepStrictEqual([bulkhead.running, bulkhead.waiting], [1, 1])
      yield* TestClock.adjust(50)
      assert.strictEqual(yield* Fiber.join(patient), 'ran')
      assert.deepStrictEqual([bulkhead.running, bulkhead.waiting], [0, 0])
    })
  )

  it.effect('gives the place of whoever goes away to the next', () =>
    Effect.gen(function* () {
      const bulkhead = new Bulkhead(1, 2)
      const running = yield* start(bulkhead.withPermit(Effect.never, undefined))
      const leaving = yield* start(bulkhead.withPermit(Effect.never, undefined))
      const last = yield* start(bulkhead.withPermit(Effect.succeed('ran'), undefined))
      yield* Fiber.interrupt(leaving)
      assert.deepStrictEqual([bulkhead.running, bulkhead.waiting], [1, 1])
      yield* Fiber.interrupt(running)
      assert.strictEqual(yield* Fiber.join(last), 'ran')
      assert.deepStrictEqual([bulkhead.running, bulkhead.waiting], [0, 0])
    })
  )

  it.effect('frees the place of whoever fails or dies', () =>
    Effect.gen(function* () {
      const bulkhead = new Bulkhead(1, 0)
      assert.isTrue(Exit.isFailure(yield* Effect.exit(bulkhead.withPermit(Effect.fail('no'), undefined))))
      assert.isTrue(Exit.isFailure(yield* Effect.exit(bulkhead.withPermit(Effect.die('bug'), undefined))))
      assert.strictEqual(yield* bulkhead.withPermit(Effect.succeed(1), undefined), 1)
    })
  )

  it.effect('never loses a place, whoever comes and goes', () =>
    Effect.gen(function* () {
      for (let seed = 1; seed <= 20; seed++) {
        const random = makeRandom(seed)
        const bulkhead = new Bulkhead(3, 5)
        let running = 0
        const fibers: Array<Fiber.Fiber<unknown, unknown>> = []
        const work = Effect.suspend(() => {
          running += 1
          assert.isAtMost(running, 3)
          return Effect.sleep(random.below(50))
        }).pipe(Effect.onExit(() => Effect.sync(() => void (running -= 1))))
        for (let turn = 0; turn < 200; turn++) {
          if (random.number() < 0.6) fibers.push(yield* start(bulkhead.withPermit(work, undefined)))
          const leaving = random.number() < 0.3 ? fibers[random.below(fibers.length)] : undefined
          if (leaving !== undefined) yield* Fiber.interrupt(leaving)
          if (random.number() < 0.3) yield* TestClock.adjust(random.below(20))
        }
        yield* TestClock.adjust(1000)
        yield* Fiber.awaitAll(fibers)
        assert.deepStrictEqual([running, bulkhead.running, bulkhead.waiting], [0, 0, 0])
      }
    })
  )
})
