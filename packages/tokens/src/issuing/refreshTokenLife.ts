/** How long a refresh token lives. */
import type { Grant } from '@trustframe/core/ports'
import type { JwtIssuerPlan } from '@trustframe/plan/plan'

/** Of a single-page application: a day, from the grant on. Source: protocols section 6.4. */
const singlePageSeconds = 86_400

/**
 * Seconds that a refresh token lives which is issued now: its lifetime, but not beyond the sliding window that began with the
 * grant. Nothing is left when the window has passed. Source: jwt-issuer-technical-profile, configure-tokens.
 */
export const refreshTokenLife = (
  plan: Pick<JwtIssuerPlan, 'refreshTokenLifetime' | 'refreshTokenWindow'>,
  { grantedAt }: Pick<Grant, 'grantedAt'>,
  nowSeconds: number,
  singlePageApplication: boolean
): number => {
  const lifetime = singlePageApplication ? singlePageSeconds : plan.refreshTokenLifetime
  const window = singlePageApplication ? singlePageSeconds : (plan.refreshTokenWindow ?? Infinity)
  return Math.max(0, Math.min(lifetime, grantedAt + window - nowSeconds))
}
