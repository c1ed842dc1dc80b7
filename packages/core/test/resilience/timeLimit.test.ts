import { assert, describe, it } from '@effect/vitest'
import * as Context from 'effect/Context'
import * as Deferred from 'effect/Deferred'
import * as Effect from 'effect/Effect'
import * as Exit from 'effect/Exit'
import * as Fiber from 'effect/Fiber'
import { TestClock } from 'effect/testing'
import { withTimeLimit } from '../../src/resilience/timeLimit.ts'
import { startTimer } from '../../src/resilience/timer.ts'

const late = () => Effect.succeed('late')

describe('a time limit', () => {
  it.effect('lets through what is done at once, whatever it comes to', () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* withTimeLimit(Effect.succeed(1), 0, late), 1)
      assert.strictEqual(yield* Effect.flip(withTimeLimit(Effect.fail('no'), 0, late)), 'no')
      assert.deepStrictEqual(yield* Effect.exit(withTimeLimit(Effect.die('bug'), 0, late)), Exit.die('bug'))
    })
  )

  it.effect.each([
    [99, 100, 'done'],
    [100, 100, 'done'],
    [101, 100, 'late'],
    [5000, 100, 'late']
  ] as const)('what takes %i ms of %i is %s', ([takes, limit, expected]) =>
    Effect.gen(function* () {
      const effect = withTimeLimit(Effect.as(Effect.sleep(takes), 'done'), limit, late)
      const fiber = yield* Effect.forkChild(effect)
      yield* TestClock.adjust(limit)
      assert.strictEqual(yield* Fiber.join(fiber), expected)
    })
  )

  it.effect('interrupts what is late, and goes on when it has ended', () =>
    Effect.gen(function* () {
      const log: Array<string> = []
      const cleanUp = Effect.andThen(
        Effect.sleep(50),
        Effect.sync(() => log.push('cleaned up'))
      )
      const effect = withTimeLimit(
        Effect.onInterrupt(Effect.never, () => cleanUp),
        100,
        () => Effect.sync(() => log.push('went on'))
      )
      const fiber = yield* Effect.forkChild(effect)
      yield* TestClock.adjust(149)
      assert.deepStrictEqual(log, [])
      yield* TestClock.adjust(1)
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(log, ['cleaned up', 'went on'])
    })
  )

  it.effect('waits for what cannot be interrupted', () =>
    Effect.gen(function* () {
      const stubborn = Effect.uninterruptible(Effect.as(Effect.sleep(500), 'done'))
      const fiber = yield* Effect.forkChild(withTimeLimit(stubborn, 100, late))
      yield* TestClock.adjust(499)
      assert.isUndefined(fiber.pollUnsafe())
      yield* TestClock.adjust(1)
      assert.strictEqual(yield* Fiber.join(fiber), 'late')
    })
  )

  it.effect('is not what ended an effect that interrupted itself', () =>
    Effect.gen(function* () {
      const exit = yield* Effect.exit(withTimeLimit(Effect.andThen(Effect.yieldNow, Effect.interrupt), 100, late))
      assert.isTrue(Exit.hasInterrupts(exit))
    })
  )

  it.effect('is interrupted with whoever waits', () =>
    Effect.gen(function* () {
      const ended = yield* Deferred.make<string>()
      const effect = Effect.onInterrupt(Effect.never, () => Deferred.succeed(ended, 'interrupted'))
      const fiber = yield* Effect.forkChild(withTimeLimit(effect, 100, late), { startImmediately: true })
      yield* Fiber.interrupt(fiber)
      assert.strictEqual(yield* Deferred.await(ended), 'interrupted')
    })
  )

  it.effect('runs in the context of whoever waits', () =>
    Effect.gen(function* () {
      const Name = Context.Reference<string>('test/Name', { defaultValue: () => 'nobody' })
      const effect = withTimeLimit(Effect.andThen(Effect.yieldNow, Name), 100, late)
      assert.strictEqual(yield* Effect.provideService(effect, Name, 'somebody'), 'somebody')
    })
  )

  it.live('passes on the real clock too', () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* withTimeLimit(Effect.never, 5, late), 'late')
      assert.strictEqual(yield* withTimeLimit(Effect.as(Effect.sleep(1), 'done'), 5000, late), 'done')
    })
  )
})

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length

describe('a timer', () => {
  it.effect('calls once, in its time', () =>
    Effect.gen(function* () {
      const context = yield* Effect.context()
      let called = 0
      startTimer(context, 100, () => (called += 1))
      yield* TestClock.adjust(99)
      assert.strictEqual(called, 0)
      yield* TestClock.adjust(1000)
      assert.strictEqual(called, 1)
    })
  )

  it.effect('does not call when it was stopped', () =>
    Effect.gen(function* () {
      const context = yield* Effect.context()
      let called = 0
      const stop = startTimer(context, 100, () => (called += 1))
      stop()
      stop()
      yield* TestClock.adjust(1000)
      assert.strictEqual(called, 0)
    })
  )

  it.live('keeps no process alive once it was stopped', () =>
    Effect.gen(function* () {
      const context = yield* Effect.context()
      const before = timers()
      const stop = startTimer(context, 60_000, () => undefined)
      assert.strictEqual(timers(), before + 1)
      stop()
      assert.strictEqual(timers(), before)
    })
  )
})
