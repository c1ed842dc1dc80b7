/** `iss`: what tokens of a policy are issued by, and discovery says. */
import type { Issuing } from '@trustframe/core/ports'
import type { JwtIssuerPlan } from '@trustframe/plan/plan'

/**
 * The issuer's name, with its slash at the end. A tenant without an object id is named by its domain.
 *
 * - `AuthorityAndTenantGuid`: `https://{host}/{tenant}/v2.0/`, the same for every policy.
 * - `AuthorityWithTfp`: `https://{host}/tfp/{tenant}/{policy in lower case}/v2.0/`.
 *
 * Source: protocols section 6.6.
 */
export const issuerName = (
  { authority, policy }: Pick<Issuing, 'authority' | 'policy'>,
  issuance: JwtIssuerPlan['issuance']
): string => {
  const tenant = policy.tenantObjectId ?? policy.tenantId
  return issuance === 'AuthorityWithTfp'
    ? `${authority}/tfp/${tenant}/${policy.policyId.toLowerCase()}/v2.0/`
    : `${authority}/${tenant}/v2.0/`
}
