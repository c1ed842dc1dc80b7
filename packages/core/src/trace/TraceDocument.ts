/** Traces for machines: plain JSON with claims by name, times from the start, and without secrets. */
import { type ClaimValue, type Json, type JsonObject, toJson } from '@trustframe/claims'
import { formatOrigin, type JourneyPlan } from '@trustframe/plan/plan'
import type { TraceEntry } from './TraceEntry.ts'

/** Stands in the place of a secret. */
export const masked = '***'

/** A claim's value as people and machines may read it. */
export const showClaim = (plan: JourneyPlan, slot: number, value: ClaimValue): Json =>
  plan.secrets.has(slot) ? masked : toJson(value)

/** The claims of a bag by claim type id; secrets are masked. */
export const showBag = (plan: JourneyPlan, bag: ReadonlyArray<ClaimValue | undefined>): JsonObject => {
  const claims: Record<string, Json> = {}
  for (const { id, slot } of plan.claims.slots) {
    const value = bag[slot]
    if (value !== undefined) claims[id] = showClaim(plan, slot, value)
  }
  return claims
}

/** The content of a token by claim name; secrets are masked. */
export const showToken = (plan: JourneyPlan, token: Readonly<Record<string, Json>>): JsonObject => {
  const secret = new Set(plan.tokenClaims.flatMap((binding) => (binding.secret ? binding.partnerName : [])))
  return Object.fromEntries(Object.entries(token).map(([name, value]) => [name, secret.has(name) ? masked : value]))
}

const body = (plan: JourneyPlan, entry: TraceEntry): JsonObject => {
  switch (entry._tag) {
    case 'StepEntered':
      return { step: entry.order, type: entry.type, at: formatOrigin(entry.origin) }
    case 'StepSkipped':
      return { step: entry.order, type: entry.type, precondition: entry.precondition, at: formatOrigin(entry.origin) }
    case 'ProfileEntered':
      return { technicalProfile: entry.technicalProfile, at: formatOrigin(entry.origin) }
    case 'ProfileSkipped':
      return { technicalProfile: entry.technicalProfile, condition: entry.condition, at: formatOrigin(entry.origin) }
    case 'TransformationRun':
      return { transformation: entry.transformation, method: entry.method, at: formatOrigin(entry.origin) }
    case 'ClaimsChanged': {
      const claims: Record<string, Json> = {}
      for (const { slot, value } of entry.changes) {
        const id = plan.claims.slots[slot]?.id
        if (id !== undefined) claims[id] = value === undefined ? null : showClaim(plan, slot, value)
      }
      return { by: entry.by, claims }
    }
    case 'ExchangePerformed':
      return {
        technicalProfile: entry.technicalProfile,
        outcome: entry.failure?._tag ?? 'answered',
        attempts: entry.attempts.map((attempt) => ({ ...attempt })),
        at: formatOrigin(entry.origin)
      }
    case 'RequestPerformed':
      return {
        technicalProfile: entry.technicalProfile,
        request: entry.request,
        outcome: entry.answer,
        at: formatOrigin(entry.origin)
      }
    case 'SessionRestored':
      return { technicalProfile: entry.technicalProfile, session: entry.session, at: formatOrigin(entry.origin) }
    case 'ExchangeSelected':
      return { exchange: entry.exchange, by: entry.by, at: formatOrigin(entry.origin) }
    case 'PageShown':
      return { technicalProfile: entry.technicalProfile, page: entry.page, at: formatOrigin(entry.origin) }
    case 'PageRefused':
      return {
        technicalProfile: entry.technicalProfile,
        key: entry.key,
        message: entry.message,
        ...(entry.error === undefined ? {} : { error: entry.error.tag, description: entry.error.description }),
        at: formatOrigin(entry.origin)
      }
    case 'PageAccepted':
      return { technicalProfile: entry.technicalProfile, at: formatOrigin(entry.origin) }
    case 'ValidationSkipped':
      return {
        technicalProfile: entry.technicalProfile,
        precondition: entry.precondition,
        at: formatOrigin(entry.origin)
      }
    case 'ValidationIgnored':
      return {
        technicalProfile: entry.technicalProfile,
        description: entry.description,
        at: formatOrigin(entry.origin)
      }
    case 'SubJourneyEntered':
      return { subJourney: entry.subJourney, at: formatOrigin(entry.origin) }
    case 'ClaimsSent':
      return { issuer: entry.issuer, at: formatOrigin(entry.origin) }
    case 'JourneyCompleted':
      return {}
    case 'JourneyFailed':
      return { tag: entry.error.tag, code: entry.error.code, at: formatOrigin(entry.error.origin) }
  }
}

/** One entry; `event` says which, `ms` how long after the journey's start. */
export const showEntry = (plan: JourneyPlan, entry: TraceEntry, startMillis: number): JsonObject => ({
  event: entry._tag,
  ms: entry.atMillis - startMillis,
  ...body(plan, entry)
})
