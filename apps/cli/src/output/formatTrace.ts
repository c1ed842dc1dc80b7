/** Traces for people: a line per step, profile and request, with what changed. */
import { type Attempt, describeEntry, describeFailure, showClaim, type TraceEntry } from '@trustframe/core'
import { stringifyJson } from '@trustframe/claims'
import { formatOrigin, type JourneyPlan } from '@trustframe/plan'
import type { Style } from './style.ts'

const milliseconds = (millis: number): string =>
  millis >= 10_000 ? `${(millis / 1000).toFixed(1)} s` : `${Math.round(millis)} ms`

const attemptLine = (attempt: Attempt, failure: string | undefined, style: Style): string => {
  const delay = attempt.delayMillis === undefined ? '' : style.dim(`after ${milliseconds(attempt.delayMillis)} `)
  const result =
    attempt.outcome === 'answered'
      ? style.green(String(attempt.status ?? 'answered'))
      : style.red(failure ?? attempt.outcome)
  const retry = attempt.number > 1 ? style.yellow(`try ${attempt.number} `) : ''
  const routed = attempt.routedTo === undefined ? '' : style.dim(` at ${attempt.routedTo}`)
  return `      ${retry}${delay}${attempt.method} ${attempt.url}${routed} → ${result} ${style.dim(`in ${milliseconds(attempt.durationMillis)}`)}`
}

/** The lines of an entry; none for what other lines already say. */
export const formatEntry = (plan: JourneyPlan, entry: TraceEntry, style: Style): ReadonlyArray<string> => {
  switch (entry._tag) {
    case 'StepEntered':
      return [`${style.bold(`  ${entry.order} ${entry.type}`)}  ${style.dim(formatOrigin(entry.origin))}`]
    case 'StepSkipped':
      return [style.dim(`  ${entry.order} ${entry.type} skipped: ${entry.precondition}  ${formatOrigin(entry.origin)}`)]
    case 'ProfileEntered':
      return [`    ${style.cyan(entry.technicalProfile)}  ${style.dim(formatOrigin(entry.origin))}`]
    case 'ProfileSkipped':
      return [style.dim(`    ${entry.technicalProfile} skipped: EnabledForUserJourneys is ${entry.condition}`)]
    case 'TransformationRun':
      return [`      ${entry.transformation} ${style.dim(`(${entry.method})`)}`]
    case 'ClaimsChanged':
      return entry.changes.map(({ slot, value }) => {
        const id = plan.claims.slots[slot]?.id ?? ''
        return `      ${id} ${style.dim('=')} ${value === undefined ? style.dim('no value') : stringifyJson(showClaim(plan, slot, value))}`
      })
    case 'ExchangePerformed': {
      const last = entry.attempts.length
      if (last === 0 && entry.failure !== undefined) return [`      ${style.red(describeFailure(entry.failure))}`]
      return entry.attempts.map((attempt) =>
        attemptLine(
          attempt,
          attempt.number === last && entry.failure !== undefined ? describeFailure(entry.failure) : undefined,
          style
        )
      )
    }
    case 'RequestPerformed':
      return [`      asked for ${entry.request}: ${entry.answer}`]
    case 'SessionRestored':
      return [`      from the session ${entry.session}`]
    case 'ExchangeSelected':
      return [
        `      ${entry.exchange} ${style.dim(`chosen by ${entry.by === 'single' ? 'being the only one' : entry.by}`)}`
      ]
    case 'PageShown':
      return [`      page ${entry.page} ${style.dim(formatOrigin(entry.origin))}`]
    case 'PageRefused':
      return [`      ${style.red('refused')}: ${entry.message} ${style.dim(`(${entry.key})`)}`]
    case 'PageAccepted':
      return [`      ${style.green('accepted')}`]
    case 'ValidationSkipped':
      return [style.dim(`      ${entry.technicalProfile} skipped: ${entry.precondition}`)]
    case 'ValidationIgnored':
      return [`      ${style.yellow('ignored')}: ${entry.technicalProfile} failed: ${entry.description}`]
    case 'SubJourneyEntered':
      return [`    ${style.bold(entry.subJourney)}  ${style.dim(formatOrigin(entry.origin))}`]
    case 'ClaimsSent':
      return [`      claims sent to ${entry.issuer}`]
    case 'JourneyCompleted':
    case 'JourneyFailed':
      return []
    default:
      return [`      ${describeEntry(entry)}`]
  }
}
