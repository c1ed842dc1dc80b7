/** Which session a request belongs to: one browser has one for each scope. */
import type { PolicyIdentity, SessionBehaviorPlan } from '@trustframe/plan/plan'

/**
 * The key of a session in a store: the browser's own id with what shares the session. `undefined` when nobody shares one.
 * Source: sessions-and-state section 3 (Scope).
 */
export const sessionKey = (
  browser: string,
  { scope }: SessionBehaviorPlan,
  { policyId, tenantId }: PolicyIdentity,
  clientId: string | undefined
): string | undefined => {
  switch (scope) {
    case 'Suppressed':
      return undefined
    case 'TrustFramework':
    case 'Tenant':
      return `${browser}/tenant/${tenantId.toLowerCase()}`
    case 'Application':
      return `${browser}/application/${clientId ?? ''}`
    case 'Policy':
      return `${browser}/policy/${policyId.toLowerCase()}`
  }
}
