/** What is wrong, surprising or worth a look in a policy, and where. */
import type { Span } from './syntax/SourceText.ts'

/** `error`: it will not work. `warning`: it may surprise. `advice`: it could be better. */
export type Severity = 'error' | 'warning' | 'advice'

/**
 * Whose rule it is: B2C refuses the upload; B2C accepts it and fails when it runs; it is advice; or it is valid and
 * Trustframe cannot run it yet.
 */
export type Origin = 'b2c-rejects' | 'b2c-fails' | 'advice' | 'unsupported'

/** A replacement that would settle the diagnostic. */
export interface Fix {
  readonly title: string
  readonly edits: ReadonlyArray<{ readonly span: Span; readonly replacement: string }>
}

/** One finding. */
export interface Diagnostic {
  /** Stable: `TF` and four digits. */
  readonly code: string
  readonly severity: Severity
  readonly origin: Origin
  /** What is wrong, in the words of the policy language; ids in double quotes. */
  readonly message: string
  /** What to do about it. */
  readonly help?: string
  readonly span: Span
  readonly related?: ReadonlyArray<{ readonly message: string; readonly span: Span }>
  readonly fix?: Fix
}
