/** The claims that may have a value at a point of a journey. */

/** Claims of the bag, or of a page, which sees those of the bag too; by the keys of their types. */
export class ClaimScope {
  private readonly keys = new Set<string>()
  private readonly outer: ClaimScope | undefined

  constructor(outer?: ClaimScope) {
    this.outer = outer
  }

  add(key: string): void {
    this.keys.add(key)
  }

  has(key: string): boolean {
    return this.keys.has(key) || this.outer?.has(key) === true
  }
}
