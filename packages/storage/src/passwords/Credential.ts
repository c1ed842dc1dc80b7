/** What an account knows of its password. */
import type { Lockout } from './lockout.ts'

export interface Credential {
  /** See `PasswordHasher`. */
  readonly hash: string
  /** The one before; tells its owner that an old password was used. */
  readonly previousHash: string | undefined
  /** Milliseconds since 1970. */
  readonly changedAt: number
  /** The password counts as expired at the next sign-in. */
  readonly mustChange: boolean
  readonly lockout: Lockout
}
