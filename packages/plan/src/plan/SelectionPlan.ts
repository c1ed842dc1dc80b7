/** The choices that a `ClaimsProviderSelection` or `CombinedSignInAndSignUp` step gives. */
import type { Origin } from './Origin.ts'
import type { ExchangePlan } from './JourneyPlan.ts'

/** One choice: a button that leads to a claims exchange of a later step. */
export interface ChoicePlan {
  /** The claims exchange, as the button is called on the page. */
  readonly exchange: string
  readonly origin: Origin
  /** The exchange that it leads to; its profile decides whether the choice is offered. */
  readonly target: ExchangePlan
  /** Whom `domain_hint` names: the domain of the profile, else of its claims provider. */
  readonly domain: string | undefined
}
