/** Runs the claims transformations of technical profiles. */
import type { TransformationFailure } from '@trustframe/claims'
import type { Origin, ProfilePlan, TransformationPlan } from '@trustframe/plan/plan'
import { findMessage } from '../exchange/findMessage.ts'
import type { JourneyError } from './JourneyError.ts'
import { codedError, plainError } from './makeError.ts'
import { messageSources } from './messages.ts'
import type { Run } from './Run.ts'

/** The error of a claims transformation that failed; the person reads the message of the page that called it. */
const transformationError = (
  run: Run,
  profile: ProfilePlan,
  origin: Origin,
  failure: TransformationFailure
): JourneyError => {
  const { defaultText, messageArguments, messageId, reason, transformationId } = failure
  const own = messageId === undefined ? [] : [{ key: messageId, values: messageArguments }]
  const sources = messageSources(run, profile)
  const builtIn =
    messageId === undefined || defaultText === undefined ? [] : [[messageId.toLowerCase(), defaultText] as const]
  const parts = {
    tag: 'ClaimsTransformationFailed',
    description: `claims transformation "${transformationId}" (${failure.method}) failed: ${reason}`,
    userMessage: findMessage(own, { ...sources, defaults: [...sources.defaults, new Map(builtIn)] }),
    technicalProfile: profile.id,
    origin
  } as const
  // An assertion over the times of a refresh token says that it is revoked. Source: protocols section 7.
  return run.context.grant !== undefined && messageId !== undefined
    ? codedError(run, { ...parts, tag: 'GrantRefused' }, 'AADB2C90129', [], 'invalid_grant')
    : plainError(run, parts)
}

/** Runs transformations in order, each seeing the results of those before; answers the first failure. */
export const transform = (
  run: Run,
  profile: ProfilePlan,
  transformations: ReadonlyArray<TransformationPlan>
): JourneyError | undefined => {
  for (const { id, method, origin, run: apply } of transformations) {
    const failure = apply(run.scope, run.ambient)
    if (failure !== undefined) return transformationError(run, profile, origin, failure)
    run.note({ _tag: 'TransformationRun', transformation: id, method, origin })
    run.noteClaims(id)
  }
  return undefined
}
