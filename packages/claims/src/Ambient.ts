/** What claims transformations know of the moment in which they run: time, chance, language, policy keys. */

/**
 * Given with every run, so that the same claims and the same ambient always give the same result: a test passes a fixed clock
 * and seeded entropy, a server the system's.
 */
export interface Ambient {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly nowMillis: number
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number
  /** So many bytes of entropy; GUIDs and secrets are made of them, so a server uses a cryptographic source. */
  readonly randomBytes: (count: number) => Uint8Array
  /** The language of the pages, such as `en` or `pt-BR`. */
  readonly uiLanguage?: string | undefined
  /** The secret of a policy key, by the name of its container (`B2C_1A_…`). */
  readonly policyKey: (name: string) => string | undefined
}
