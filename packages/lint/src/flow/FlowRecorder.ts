/** Takes down what a journey reads and writes while it is followed. */
import { keyOf, type Policy, type Text } from '@trustframe/policy'
import type { CheckedProfile } from '../CheckedPolicy.ts'
import type { ClaimScope } from './ClaimScope.ts'
import type { ClaimRead, ClaimReader, ClaimWrite, UnfilledOutput } from './journeyFlow.ts'

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

  /** A claim is read; `defaulted` when it has a default value for the case that nothing wrote it. */
  read(claim: Text, by: ClaimReader, step: number, scope: ClaimScope, defaulted = false): void {
    const key = keyOf(claim.value)
    this.readKeys.add(key)
    if (!this.claimTypes.has(key)) return
    const written = defaulted || scope.has(claim.value)
    this.reads.push({ claim, by, step, written, lostOn: written ? undefined : this.lost.get(key) })
  }

  /** A claim is read by something that needs no value. */
  mention(claimTypeId: string): void {
    this.readKeys.add(keyOf(claimTypeId))
  }

  write(claim: Text, writer: CheckedProfile, step: number): void {
    if (this.claimTypes.has(keyOf(claim.value))) this.writes.push({ claim, writer, step })
  }

  /** A validation of a page gave a claim. */
  lose(claimTypeId: string, page: string): void {
    this.lost.set(keyOf(claimTypeId), page)
  }

  leaveUnfilled(output: UnfilledOutput): void {
    this.unfilled.push(output)
  }
}
