import { VirtualClock } from '@trustframe/testing'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import * as Fiber from 'effect/Fiber'
import { describe, expect, it } from 'vitest'

/** Runs an effect in the time of a clock and collects what it says, with the time of each. */
const inTime = (clock: VirtualClock, program: (say: (text: string) => Effect.Effect<void>) => Effect.Effect<void>) => {
  const said: Array<string> = []
  const say = (text: string) =>
    Effect.map(Clock.currentTimeMillis, (millis) => {
      said.push(`${millis} ${text}`)
    })
  const fiber = Effect.runForkWith(clock.context)(program(say))
  return { said, fiber }
}

const sleepers = (say: (text: string) => Effect.Effect<void>) =>
  Effect.all(
    [
      Effect.andThen(Effect.sleep(200), say('b')),
      Effect.andThen(Effect.sleep(100), Effect.andThen(say('a'), Effect.andThen(Effect.sleep(150), say('c')))),
      Effect.andThen(Effect.sleep(200), say('b2'))
    ],
    { concurrency: 'unbounded', discard: true }
  )

describe('a virtual clock', () => {
  it('stands still until it is moved', async () => {
    const clock = new VirtualClock(1000)
    const { fiber, said } = inTime(clock, sleepers)
    await Effect.runPromise(clock.advance(100))
    expect(said).toEqual(['1100 a'])
    await Effect.runPromise(clock.advance('1 second'))
    expect(said).toEqual(['1100 a', '1200 b', '1200 b2', '1250 c'])
    expect(fiber.pollUnsafe()?._tag).toBe('Success')
    expect(clock.currentTimeMillisUnsafe()).toBe(2100)
    expect(clock.monotonicTimeNanosUnsafe()).toBe(1_100_000_000n)
  })

  it('moves by itself to whatever is waited for, and no further', async () => {
    const clock = new VirtualClock(0)
    const passing = clock.run()
    const { fiber, said } = inTime(clock, sleepers)
    await Effect.runPromise(Fiber.await(fiber))
    passing.stop()
    expect(said).toEqual(['100 a', '200 b', '200 b2', '250 c'])
    expect(clock.currentTimeMillisUnsafe()).toBe(250)
  })

  it('stands still while something real is waited for', async () => {
    const clock = new VirtualClock(0)
    const passing = clock.run()
    const real = clock.hold(
      Effect.promise(
        () =>
          new Promise<void>((resolve) => {
            setTimeout(resolve, 20)
          })
      )
    )
    const { fiber, said } = inTime(clock, (say) =>
      Effect.all([Effect.andThen(real, say('real')), Effect.andThen(Effect.sleep(100), say('virtual'))], {
        concurrency: 'unbounded',
        discard: true
      })
    )
    await Effect.runPromise(Fiber.await(fiber))
    passing.stop()
    expect(said).toEqual(['0 real', '100 virtual'])
  })

  it('forgets who no longer waits', async () => {
    const clock = new VirtualClock(0)
    const { said } = inTime(clock, (say) =>
      Effect.andThen(Effect.timeoutOption(Effect.andThen(Effect.sleep(500), say('late')), 100), say('in time'))
    )
    await Effect.runPromise(clock.advance('1 second'))
    expect(said).toEqual(['100 in time'])
  })
})
