/** Reads the claims of an answer into the bag. */
import type { Json } from '@trustframe/claims'
import type { OutputBinding } from '@trustframe/plan/plan'
import type { ExchangeFailure } from '../exchange/ExchangeFailure.ts'
import { readMember } from '../exchange/readAnswer.ts'
import { putOutput } from './bag.ts'
import type { Run } from './Run.ts'

/**
 * Stores output claims; all members are read before any is stored, so that an answer that does not fit leaves the bag as it
 * was. Answers why it does not fit.
 */
export const storeOutputs = (
  run: Run,
  bindings: ReadonlyArray<OutputBinding>,
  body: Json | undefined
): ExchangeFailure | undefined => {
  const values = bindings.map((binding) => readMember(binding, body))
  const unreadable = values.find((read) => 'failure' in read)
  if (unreadable !== undefined && 'failure' in unreadable) return unreadable.failure
  for (const [index, binding] of bindings.entries()) {
    const read = values[index]
    const received = read !== undefined && 'value' in read ? read.value : undefined
    const stored = putOutput(run.scope, binding, received, run.resolvers)
    if (!stored && binding.required)
      return { _tag: 'RequiredClaimMissing', claim: binding.claim.id, direction: 'output' }
  }
  return undefined
}
