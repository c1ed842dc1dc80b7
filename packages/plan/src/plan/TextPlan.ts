/** Texts that may hold claims resolvers, such as a `LoadUri`. */
import type { ResolverContext } from '@trustframe/claims'
import type { Origin } from './Origin.ts'

/** A text and how it is resolved. */
export interface TextPlan {
  /** As written. */
  readonly template: string
  readonly origin: Origin
  /** The text with its resolvers replaced; a resolver without a value leaves an empty place. */
  readonly evaluate: (context: ResolverContext) => string
}
