/** A validation technical profile in the list of a page or of a display control's action. */
import type { Origin } from './Origin.ts'
import type { PreconditionPlan } from './JourneyPlan.ts'
import type { ProfilePlan } from './ProfilePlan.ts'

/** Source: validation-technical-profile. */
export interface ValidationPlan {
  readonly origin: Origin
  readonly profile: ProfilePlan
  /** When one is satisfied, this profile is skipped. */
  readonly preconditions: ReadonlyArray<PreconditionPlan>
  readonly continueOnError: boolean
  readonly continueOnSuccess: boolean
}
