/** Smart lockout: when an account is locked after wrong passwords, and for how long. */

/** How many wrong passwords lock an account, and for how long. Source: threat-management. */
export interface LockoutRules {
  /** Wrong passwords until the first lockout. */
  readonly threshold: number
  /** How long the first ten lockouts last, in milliseconds. */
  readonly durationMillis: number
  /** No lockout is longer. */
  readonly longestMillis: number
}

/** Ten wrong passwords lock an account for a minute, at the most for five hours. Source: threat-management. */
export const defaultLockoutRules: LockoutRules = {
  threshold: 10,
  durationMillis: 60_000,
  longestMillis: 5 * 60 * 60_000
}

/** What is remembered of wrong passwords. */
export interface Lockout {
  /** Wrong passwords since the last right one, until the first lockout. */
  readonly failures: number
  /** Lockouts since the last right password. */
  readonly lockouts: number
  /** Milliseconds since 1970; 0 when the account was never locked. */
  readonly lockedUntil: number
  /** Hashes of the last wrong passwords: typing one of them again does not count. */
  readonly recent: ReadonlyArray<string>
}

/** No wrong passwords. */
export const unlocked: Lockout = { failures: 0, lockouts: 0, lockedUntil: 0, recent: [] }

/** How many wrong passwords are remembered. Source: Entra smart lockout, which keeps the last three hashes. */
const rememberedPasswords = 3

/** Lockouts get longer after every so many. Source: threat-management. */
const lockoutsOfOneLength = 10

/** Whether nothing is checked at this time. */
export const isLocked = (lockout: Lockout, nowMillis: number): boolean => nowMillis < lockout.lockedUntil

/**
 * How long the lockout after so many earlier ones lasts. The documentation says that it grows after every ten, up to five
 * hours, and not how fast: here it doubles.
 */
const lockoutMillis = (earlier: number, rules: LockoutRules): number =>
  Math.min(rules.durationMillis * 2 ** Math.floor(earlier / lockoutsOfOneLength), rules.longestMillis)

/**
 * After a wrong password: the account is locked when the threshold is reached, and again at each wrong password after a
 * lockout. A password among the last wrong ones changes nothing; `hash` stands for it.
 */
export const afterFailure = (lockout: Lockout, hash: string, nowMillis: number, rules: LockoutRules): Lockout => {
  if (lockout.recent.includes(hash)) return lockout
  const failures = lockout.failures + 1
  const recent = [...lockout.recent, hash].slice(-rememberedPasswords)
  return failures < rules.threshold
    ? { ...lockout, failures, recent }
    : {
        failures,
        lockouts: lockout.lockouts + 1,
        lockedUntil: nowMillis + lockoutMillis(lockout.lockouts, rules),
        recent
      }
}
