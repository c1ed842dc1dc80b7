/** Ends a call with the claims of its answer. */
import type { Json } from '@trustframe/claims'
import type { OutputBinding, ProfileCall } from '@trustframe/plan/plan'
import { describeFailure } from '../../exchange/describeFailure.ts'
import { codedError, plainError } from '../makeError.ts'
import { storeOutputs } from '../outputs.ts'
import { type Calling, type CallProgress, done, failed } from './CallRunner.ts'

/** Stores the outputs; an answer that does not fit its claims is an error. */
export const finishWith = (
  { profile, run }: Calling<ProfileCall>,
  outputs: ReadonlyArray<OutputBinding>,
  claims: Readonly<Record<string, Json>>
): CallProgress => {
  const failure = storeOutputs(run, outputs, claims)
  if (failure === undefined) return done
  const parts = {
    tag: failure._tag,
    description: describeFailure(failure),
    origin: profile.origin,
    technicalProfile: profile.id
  }
  return failed(
    failure._tag === 'ClaimUnreadable'
      ? codedError(run, parts, 'AADB2C90273', [failure.detail])
      : plainError(run, parts)
  )
}
