import { assert, describe, it } from '@effect/vitest'
import * as Schema from 'effect/Schema'
import { afterFailure, defaultLockoutRules, isLocked, type Lockout, unlocked } from '../../src/passwords/lockout.ts'

/** One wrong password after another, each as soon as the account is not locked. */
const afterFailures = (count: number): { readonly lockout: Lockout; readonly now: number } => {
  let lockout = unlocked
  let now = 0
  for (let at = 0; at < count; at++) {
    now = Math.max(now, lockout.lockedUntil)
    lockout = afterFailure(lockout, `hash ${at}`, now, defaultLockoutRules)
  }
  return { lockout, now }
}

describe('the length of a lockout', () => {
  const minute = 60_000
  const rows: ReadonlyArray<readonly [failures: number, millis: number]> = [
    [9, 0],
    [10, minute],
    [11, minute],
    [19, minute],
    [20, 2 * minute],
    [29, 2 * minute],
    [30, 4 * minute],
    [89, 128 * minute],
    [99, 256 * minute],
    [100, 300 * minute],
    [1000, 300 * minute]
  ]
  it.each(rows)('after %d wrong passwords is %d ms', (failures, millis) => {
    const { lockout, now } = afterFailures(failures)
    assert.strictEqual(Math.max(0, lockout.lockedUntil - now), millis)
  })
})

describe('lockout', () => {
  const Guesses = Schema.Array(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 30 })))
  const Failures = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 60 }))

  it.prop('counts no more failures than there are different passwords', [Guesses], ([guesses]) => {
    const lockout = guesses.reduce(
      (state, guess) => afterFailure(state, String(guess), 0, defaultLockoutRules),
      unlocked
    )
    return lockout.failures <= guesses.length && lockout.failures >= new Set(guesses).size
  })

  it.prop('locks exactly from the threshold on', [Failures], ([failures]) => {
    const { lockout, now } = afterFailures(failures)
    return isLocked(lockout, now) === failures >= defaultLockoutRules.threshold
  })

  it.prop('always ends', [Failures], ([failures]) => {
    const { lockout, now } = afterFailures(failures)
    return !isLocked(lockout, now + defaultLockoutRules.longestMillis)
  })
})
