/** What a person should know about an AADB2C error. */
export interface Aadb2cExplanation {
  /** One sentence. */
  readonly meaning: string
  /** The usual ones. */
  readonly causes: ReadonlyArray<string>
  /** What to do. */
  readonly remedy: string
}
