/** How a directory behaves where tenants differ. */
import { defaultLockoutRules, type LockoutRules } from '../passwords/lockout.ts'
import type { SeedUser } from './SeedUser.ts'

/** What can be set; everything has a default. */
export interface DirectoryOptions {
  /**
   * Verified domains of the tenant; the first one ends the user principal names that the directory makes. Absent: a user
   * principal name may have any domain, and those that are made end in `directory.onmicrosoft.com`.
   */
  readonly domains?: ReadonlyArray<string>
  readonly lockout?: Partial<LockoutRules>
  /** Passwords expire after so many days, unless `passwordPolicies` says otherwise; 90 by default, `0` for never. */
  readonly passwordLifetimeDays?: number
  /** A new password must differ from the current one; `false` by default, as in Azure AD B2C. */
  readonly refuseCurrentPassword?: boolean
  /** Accounts that are there from the beginning. */
  readonly users?: ReadonlyArray<SeedUser>
}

/** `DirectoryOptions` with every default in its place. */
export interface DirectoryRules {
  readonly domains: ReadonlyArray<string> | undefined
  readonly ownDomain: string
  readonly lockout: LockoutRules
  /** Infinite for passwords that never expire. */
  readonly passwordLifetimeMillis: number
  readonly refuseCurrentPassword: boolean
}

const dayMillis = 24 * 60 * 60_000

/** Source: Entra password policies (90 days). */
const defaultLifetimeDays = 90

/** Puts the defaults in. */
export const directoryRules = ({
  domains,
  lockout = {},
  passwordLifetimeDays = defaultLifetimeDays,
  refuseCurrentPassword = false
}: DirectoryOptions): DirectoryRules => ({
  domains,
  ownDomain: domains?.[0] ?? 'directory.onmicrosoft.com',
  lockout: { ...defaultLockoutRules, ...lockout },
  passwordLifetimeMillis: passwordLifetimeDays === 0 ? Infinity : passwordLifetimeDays * dayMillis,
  refuseCurrentPassword
})
