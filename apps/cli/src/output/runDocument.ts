/** The result of a run for machines: one JSON document of a documented shape. */
import { type JourneyEnd, showBag, showEntry, showToken, type TraceEntry } from '@trustframe/core'
import type { JsonObject } from '@trustframe/claims'
import { formatOrigin, type JourneyPlan } from '@trustframe/plan'

/** Version 1 of the document: `docs/reference/run-json.md` describes it. */
export const runDocument = (
  plan: JourneyPlan,
  end: JourneyEnd,
  trace: ReadonlyArray<TraceEntry>,
  tokens: JsonObject | undefined
): JsonObject => {
  const start = trace[0]?.atMillis ?? 0
  return {
    version: 1,
    outcome: end._tag === 'Completed' ? 'completed' : 'failed',
    policy: plan.policy.policyId,
    journey: plan.journeyId,
    claims: showBag(plan, end.state.bag),
    ...(end._tag === 'Completed' && end.token !== undefined ? { token: showToken(plan, end.token) } : {}),
    ...(tokens === undefined ? {} : { tokens }),
    ...(end._tag === 'Failed' ? { error: errorDocument(end) } : {}),
    trace: trace.map((entry) => showEntry(plan, entry, start))
  }
}

const errorDocument = ({ error }: Extract<JourneyEnd, { _tag: 'Failed' }>): JsonObject => ({
  tag: error.tag,
  code: error.code,
  description: error.description,
  userMessage: error.userMessage?.text ?? null,
  messageKey: error.userMessage?.key ?? null,
  messageSource: error.userMessage?.source ?? null,
  messageOrigin: error.userMessage?.origin === undefined ? null : formatOrigin(error.userMessage.origin),
  technicalProfile: error.technicalProfile ?? null,
  step: error.step,
  attempts: error.attempts,
  origin: formatOrigin(error.origin),
  relyingParty: { ...error.relyingParty }
})
