import { assert, describe, it } from '@effect/vitest'
import { deposit, initialBudget, type RetryBudget, withdraw } from '../../src/resilience/RetryBudget.ts'
import { count, type RollingWindow, totals } from '../../src/resilience/RollingWindow.ts'
import { makeRandom } from './random.ts'

describe('a rolling window', () => {
  it('agrees with counting everything that happened', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = makeRandom(seed)
      const windowMillis = random.pick([10, 100, 1000, 30_000])
      let window: RollingWindow = []
      let now = 1_795_000_000_000
      const all: Array<{ readonly at: number; readonly failed: number }> = []
      for (let turn = 0; turn < 200; turn++) {
        now += random.below(random.pick([1, windowMillis / 5, windowMillis * 3]))
        const failed = random.below(2)
        all.push({ at: now, failed })
        window = count(window, now, windowMillis, 1, failed, 0)
        const slice = (at: number) => Math.floor((at * 10) / windowMillis)
        const recent = all.filter(({ at }) => slice(at) > slice(now) - 10)
        assert.deepStrictEqual(totals(window), {
          calls: recent.length,
          failures: recent.filter((entry) => entry.failed === 1).length,
          slow: 0
        })
        assert.isAtMost(window.length, 10)
      }
    }
  })

  it('counts into its newest slice when the clock goes back', () => {
    const window = count(count([], 5000, 1000, 1, 0, 0), 1000, 1000, 1, 1, 1)
    assert.deepStrictEqual(window, [{ index: 50, calls: 2, failures: 1, slow: 1 }])
  })
})

describe('a retry budget', () => {
  const options = { ratio: 0.2, minimum: 2, windowMillis: 10_000 }
  const after = (calls: number, now = 0): RetryBudget => {
    let budget = initialBudget
    for (let call = 0; call < calls; call++) budget = deposit(budget, now, options)
    return budget
  }
  const retries = (budget: RetryBudget, now = 0): number => {
    let granted = 0
    for (let left = withdraw(budget, now, options); left !== undefined; left = withdraw(left, now, options))
      granted += 1
    return granted
  }

  it.each([
    [0, 2],
    [1, 2],
    [10, 2],
    [15, 3],
    [100, 20]
  ])('grants after %i calls %i retries', (calls, granted) => {
    assert.strictEqual(retries(after(calls)), granted)
  })

  it('is full again when the window has passed', () => {
    const spent = withdraw(after(0), 0, { ...options, minimum: 1 })
    assert.isDefined(spent)
    if (spent === undefined) return
    assert.isUndefined(withdraw(spent, 9999, { ...options, minimum: 1 }))
    assert.isDefined(withdraw(spent, 10_000, { ...options, minimum: 1 }))
  })

  it('forgets calls as it forgets retries', () => {
    assert.strictEqual(retries(after(100), 10_000), 2)
  })
})
