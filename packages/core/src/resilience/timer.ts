/** One-shot timers by the clock of whoever waits: a plain timer under the live clock, a sleeping fiber under any other. */
import * as Clock from 'effect/Clock'
import * as Context from 'effect/Context'
import * as Duration from 'effect/Duration'
import * as Effect from 'effect/Effect'

const liveClock = Context.get(Context.empty(), Clock.Clock)

/** The longest delay that the platform's timers take, in milliseconds. */
const longestMillis = 2 ** 31 - 1

/**
 * Calls `onTime` once after `millis` of the clock in `context`, unless the returned function is called before.
 *
 * A fiber for each timer costs as much as all the rest of a guarded call; so the live clock's own timer is used when it is
 * the clock in charge. Under `TestClock`, or any other, time passes as that clock says.
 */
export const startTimer = (context: Context.Context<never>, millis: number, onTime: () => void): (() => void) => {
  const clock = Context.get(context, Clock.Clock)
  if (clock === liveClock && millis <= longestMillis) {
    const handle = setTimeout(onTime, millis)
    return () => clearTimeout(handle)
  }
  const fiber = Effect.runForkWith(context)(clock.sleep(Duration.millis(millis)))
  fiber.addObserver((exit) => {
    if (exit._tag === 'Success') onTime()
  })
  return () => fiber.interruptUnsafe()
}
