/** Traces as text that can be read and compared: a line for each thing that happened, with the time since the start. */
import { stringifyJson } from '@trustframe/claims'
import { type Attempt, describeEntry, describeFailure, showClaim, type TraceEntry } from '@trustframe/core'
import { formatOrigin, type JourneyPlan } from '@trustframe/plan'

const seconds = (millis: number): string => `${(millis / 1000).toFixed(3)} s`.padStart(10)

const resultOf = ({ durationMillis, outcome, status }: Attempt, failure: string | undefined): string => {
  const took = durationMillis === 0 ? '' : ` (in ${Math.round(durationMillis)} ms)`
  return outcome === 'answered' ? `${status ?? 'answered'}${took}` : `${failure ?? outcome}${took}`
}

const attemptLine = (attempt: Attempt, failure: string | undefined): string => {
  const pause = attempt.delayMillis === undefined ? '' : ` after a pause of ${Math.round(attempt.delayMillis)} ms`
  return `    try ${attempt.number}${pause}: ${attempt.method} ${attempt.url} → ${resultOf(attempt, failure)}`
}

/** A line and when it happened; most happen when their entry is written. */
type Line = string | readonly [atMillis: number, text: string]

const linesOf = (plan: JourneyPlan, entry: TraceEntry): ReadonlyArray<Line> => {
  switch (entry._tag) {
    case 'StepEntered':
      return [`step ${entry.order} ${entry.type}  ${formatOrigin(entry.origin)}`]
    case 'StepSkipped':
      return [`step ${entry.order} ${entry.type} skipped: ${entry.precondition}  ${formatOrigin(entry.origin)}`]
    case 'ProfileEntered':
      return [`  ${entry.technicalProfile}  ${formatOrigin(entry.origin)}`]
    case 'ProfileSkipped':
      return [`  ${entry.technicalProfile} skipped: ${entry.condition}  ${formatOrigin(entry.origin)}`]
    case 'TransformationRun':
      return [`    ${entry.transformation} (${entry.method})  ${formatOrigin(entry.origin)}`]
    case 'ClaimsChanged':
      return entry.changes.map(({ slot, value }) => {
        const shown = value === undefined ? 'no value' : stringifyJson(showClaim(plan, slot, value))
        return `    ${plan.claims.slots[slot]?.id ?? ''} = ${shown}`
      })
    case 'ExchangePerformed': {
      const failure = entry.failure === undefined ? undefined : describeFailure(entry.failure)
      const last = entry.attempts.at(-1)
      const tries = entry.attempts.map((attempt): Line => [
        attempt.startedAtMillis,
        attemptLine(attempt, attempt === last ? failure : undefined)
      ])
      return last === undefined && failure !== undefined ? [`    ${failure}`] : tries
    }
    case 'JourneyCompleted':
      return ['completed']
    case 'JourneyFailed': {
      const { code, tag, userMessage } = entry.error
      const from = userMessage?.origin === undefined ? '' : `  ${formatOrigin(userMessage.origin)}`
      const reads =
        userMessage === undefined ? [] : [`  the user reads "${userMessage.text}" (${userMessage.key})${from}`]
      return [`failed: ${tag} (${code})`, ...reads]
    }
    default:
      return [`    ${describeEntry(entry)}  ${formatOrigin(entry.origin)}`]
  }
}

/**
 * The trace as text: the same run gives the same text, so that it can be kept in a file and compared. Times are seconds
 * since the first entry.
 */
export const formatTrace = (plan: JourneyPlan, trace: ReadonlyArray<TraceEntry>): string => {
  const start = trace[0]?.atMillis ?? 0
  return trace
    .flatMap((entry) =>
      linesOf(plan, entry).map((line) => {
        const [atMillis, text] = typeof line === 'string' ? [entry.atMillis, line] : line
        return `${seconds(atMillis - start)}  ${text}`
      })
    )
    .join('\n')
}
