/** What the claims resolvers of a journey are resolved against. */
import type { ClaimValue, ResolverContext } from '@trustframe/claims'
import type { Run } from './Run.ts'

/**
 * Reads the run as it is when a resolver is evaluated; most runs evaluate none. A class, because V8 makes a hidden class for
 * every object literal with getters, and that keeps the run alive until the next full collection.
 */
export class RunResolverContext implements ResolverContext {
  readonly #run: Run

  constructor(run: Run) {
    this.#run = run
  }

  claim(id: string): ClaimValue | undefined {
    const found = this.#run.plan.claims.find(id)
    return found === undefined ? undefined : this.#run.scope[found.slot]
  }

  get language() {
    return this.#run.language
  }

  get policy() {
    const { policyId, tenantId, tenantObjectId, trustFrameworkTenantId } = this.#run.plan.policy
    return { policyId, relyingPartyTenantId: tenantId, tenantObjectId, trustFrameworkTenantId }
  }

  get context() {
    const { context, keepMeSignedIn, moment, plan } = this.#run
    return {
      buildNumber: '1.0.0.0',
      correlationId: context.correlationId,
      nowMillis: moment.epochMillis,
      deploymentMode: plan.policy.deploymentMode,
      hostName: context.hostName,
      ipAddress: context.ipAddress,
      keepMeSignedIn
    }
  }

  get parameters() {
    return this.#run.context.parameters
  }

  get tokens() {
    return this.#run.tokens
  }

  get serviceUrl() {
    const { context, plan } = this.#run
    return `https://${context.hostName}/${plan.policy.tenantId}/${plan.policy.policyId}`
  }
}
