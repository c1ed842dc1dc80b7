/** Runs profiles that the engine answers by itself: transformations, contexts, grants that are refreshed. */
import { ConversionFailure, formatInstant, fromJson, instantFromMillis } from '@trustframe/claims'
import type {
  ClaimsTransformationCall,
  EnginePlan,
  UnsupportedCall,
  UserJourneyContextPlan
} from '@trustframe/plan/plan'
import { putOutput, takeInput } from '../bag.ts'
import { plainError } from '../makeError.ts'
import { type CallRunner, done, failed } from './CallRunner.ts'

/** Input and output claims that are defaults; the work is in the transformations. */
export const claimsTransformation: CallRunner<ClaimsTransformationCall> = {
  begin: ({ call, run }) => {
    for (const binding of call.inputClaims) takeInput(run.scope, binding, run.resolvers)
    for (const binding of call.outputClaims) putOutput(run.scope, binding, undefined, run.resolvers)
    return done
  }
}

/**
 * Protocol `None`. In a journey that refreshes a grant the outputs are claims of the grant, by claim type id or partner name,
 * and `refreshTokenIssuedOnDateTime`; elsewhere they are defaults. Source: protocols section 7.
 */
export const engine: CallRunner<EnginePlan> = {
  begin: ({ call, run }) => {
    const { grant } = run.context
    const claims = new Map(Object.entries(grant?.claims ?? {}).map(([id, value]) => [id.toLowerCase(), value]))
    for (const binding of call.outputClaims) {
      const { claim, partnerName } = binding
      const issued = grant !== undefined && partnerName.toLowerCase() === 'refreshtokenissuedondatetime'
      const json = issued
        ? formatInstant(instantFromMillis(grant.issuedAtMillis))
        : (claims.get(claim.id.toLowerCase()) ?? claims.get(partnerName.toLowerCase()))
      const value = fromJson(claim.dataType, json)
      putOutput(run.scope, binding, value instanceof ConversionFailure ? undefined : value, run.resolvers)
    }
    return done
  }
}

/** What the engine knows of the request, by the name of the output claim. */
const contextValue = (name: string, values: Readonly<Record<string, string | undefined>>) =>
  values[name.toLowerCase().replaceAll(/[^a-z]/g, '')]

/** `UserJourneyContextProvider`. Source: technical-profiles section 17. */
export const userJourneyContext: CallRunner<UserJourneyContextPlan> = {
  begin: ({ call, run }) => {
    const { context, plan } = run
    const values = {
      ipaddress: context.ipAddress,
      correlationid: context.correlationId,
      hostname: context.hostName,
      deploymentmode: plan.policy.deploymentMode,
      policyid: plan.policy.policyId,
      culture: run.language,
      kmsi: run.keepMeSignedIn?.toString()
    }
    for (const binding of call.outputClaims) {
      const { claim, partnerName } = binding
      const text = contextValue(partnerName, values) ?? contextValue(claim.id, values)
      const value = fromJson(claim.dataType, text)
      putOutput(run.scope, binding, value instanceof ConversionFailure ? undefined : value, run.resolvers)
    }
    return done
  }
}

/** A handler that cannot be run. */
export const unsupported: CallRunner<UnsupportedCall> = {
  begin: ({ call, profile, run }) =>
    failed(
      plainError(run, {
        tag: call.handler === '' ? 'ProfileIncomplete' : 'NotSupported',
        description:
          call.handler === ''
            ? `technical profile "${profile.id}" has no Protocol, so nothing can run it`
            : `technical profile "${profile.id}" uses "${call.handler}", which Trustframe does not run yet`,
        origin: profile.origin,
        technicalProfile: profile.id
      })
    )
}
