/** Profiles of the tenant's directory: reading and writing accounts, and signing in with a password. */
import type { ClaimBinding } from './ClaimBinding.ts'
import type { ClaimsOf } from './ClaimsOf.ts'
import type { Origin } from './Origin.ts'

/** `AzureActiveDirectoryProvider`. Source: active-directory-technical-profile. */
export interface DirectoryPlan extends ClaimsOf {
  readonly _tag: 'Directory'
  readonly id: string
  readonly origin: Origin
  readonly operation: 'Read' | 'Write' | 'DeleteClaims' | 'DeleteClaimsPrincipal'
  readonly persistedClaims: ReadonlyArray<ClaimBinding>
  readonly raiseErrorIfMissing: boolean
  readonly raiseErrorIfPresent: boolean
}

/** An OpenID Connect profile with the password grant: answered by the directory. Source: add-ropc-policy, sign-in pair of the starter pack. */
export interface PasswordGrantPlan extends ClaimsOf {
  readonly _tag: 'PasswordGrant'
  readonly id: string
  readonly origin: Origin
}
