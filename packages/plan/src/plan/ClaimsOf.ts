/** The claims that go into a call, and those that come out of it. */
import type { ClaimBinding } from './ClaimBinding.ts'

/** An output claim, with the path of its member where the profile reads paths. */
export interface OutputBinding extends ClaimBinding {
  /** Where the member is; its partner name alone unless `ResolveJsonPathsInJsonTokens` is on. */
  readonly path: ReadonlyArray<string | number>
}

/** The input and output claims of a profile, in order. */
export interface ClaimsOf {
  readonly inputClaims: ReadonlyArray<ClaimBinding>
  readonly outputClaims: ReadonlyArray<OutputBinding>
}
