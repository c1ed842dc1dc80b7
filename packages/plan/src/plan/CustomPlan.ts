/** A profile whose handler is not one of Trustframe's: it is run by a claims provider of the runtime's own. */
import type { ClaimsOf } from './ClaimsOf.ts'
import type { Located, Origin } from './Origin.ts'

export interface CustomPlan extends ClaimsOf {
  readonly _tag: 'Custom'
  readonly id: string
  readonly origin: Origin
  /** As the policy names it, without its assembly. */
  readonly handler: string
  /** By key, as written. */
  readonly metadata: ReadonlyMap<string, Located>
}
