/** What the claims resolvers of a journey are resolved against. */
import type { ClaimsBag, ResolverContext } from '@trustframe/claims'
import type { JourneyPlan } from '@trustframe/plan/plan'
import type { JourneyContext } from './JourneyContext.ts'
import type { Moment } from './JourneyEvent.ts'

/** Reads the bag as it is when a resolver is evaluated. */
export const resolverContext = (
  { claims, policy }: JourneyPlan,
  context: JourneyContext,
  moment: Moment,
  bag: ClaimsBag
): ResolverContext => ({
  language: context.language,
  policy: {
    policyId: policy.policyId,
    relyingPartyTenantId: policy.tenantId,
    tenantObjectId: policy.tenantObjectId,
    trustFrameworkTenantId: policy.trustFrameworkTenantId
  },
  buildNumber: '1.0.0.0',
  correlationId: context.correlationId,
  nowMillis: moment.epochMillis,
  deploymentMode: policy.deploymentMode,
  hostName: context.hostName,
  ipAddress: context.ipAddress,
  keepMeSignedIn: undefined,
  parameters: context.parameters,
  saml: {},
  oauth2: {},
  claim: (id) => {
    const found = claims.find(id)
    return found === undefined ? undefined : bag[found.slot]
  }
})
