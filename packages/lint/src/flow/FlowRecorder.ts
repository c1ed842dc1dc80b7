/** Takes down what a journey reads and writes while it is followed. */
import type { Policy } from '@trustframe/policy'
import type { CheckedProfile } from '../CheckedPolicy.ts'
import type { ClaimScope } from './ClaimScope.ts'
import type { KeyedClaim, KeyedRead } from './claimsOfProfile.ts'
import type { ClaimRead, ClaimWrite, UnfilledOutput } from './journeyFlow.ts'

/** Claims whose types are not declared are left out: that they are not is reported as such. */
export class FlowRecorder {
  readonly reads: Array<ClaimRead> = []
  readonly writes: Array<ClaimWrite> = []
  readonly unfilled: Array<UnfilledOutput> = []
  readonly readKeys = new Set<string>()
  /** Claims that only a validation gave, and the page that did not keep them. */
  private readonly lost = new Map<string, string>()
  private readonly claimTypes: Policy['claimTypes']

  constructor({ claimTypes }: Policy) {
    this.claimTypes = claimTypes
  }

  /** A claim is read. */
  read(read: KeyedRead, step: number, scope: ClaimScope, by = read.by): void {
    const { claim, defaulted, key } = read
    this.readKeys.add(key)
    if (!this.claimTypes.has(key)) return
    const written = defaulted || scope.has(key)
    this.reads.push({ claim, by, step, written, lostOn: written ? undefined : this.lost.get(key) })
  }

  /** A claim is read by something that needs no value. */
  mention(key: string): void {
    this.readKeys.add(key)
  }

  write({ claim, key }: KeyedClaim, writer: CheckedProfile, step: number): void {
    if (this.claimTypes.has(key)) this.writes.push({ claim, key, writer, step })
  }

  /** A validation of a page gave a claim. */
  lose(key: string, page: string): void {
    this.lost.set(key, page)
  }

  leaveUnfilled(output: UnfilledOutput): void {
    this.unfilled.push(output)
  }
}
