/** The claims that may have a value at a point of a journey. */
import { keyOf } from '@trustframe/policy'

/** Claims of the bag, or of a page, which sees those of the bag too. Ids are compared ignoring case. */
export class ClaimScope {
  private readonly keys = new Set<string>()
  private readonly outer: ClaimScope | undefined

  constructor(outer?: ClaimScope) {
    this.outer = outer
  }

  add(claimTypeId: string): void {
    this.keys.add(keyOf(claimTypeId))
  }

  has(claimTypeId: string): boolean {
    return this.keys.has(keyOf(claimTypeId)) || this.outer?.has(claimTypeId) === true
  }
}
