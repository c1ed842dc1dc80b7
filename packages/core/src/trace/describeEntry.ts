/** Entries of a trace about people, sessions and ports, in a sentence each. */
import type { TraceEntry } from './TraceEntry.ts'

/** What happens beside steps, profiles, transformations and calls of RESTful services. */
export type Happening = Extract<
  TraceEntry,
  {
    _tag:
      | 'ClaimsSent'
      | 'ExchangeSelected'
      | 'PageAccepted'
      | 'PageRefused'
      | 'PageShown'
      | 'RequestPerformed'
      | 'SessionRestored'
      | 'SubJourneyEntered'
      | 'ValidationIgnored'
      | 'ValidationSkipped'
  }
>

const chosenBy = {
  person: 'by the person',
  domain_hint: 'by domain_hint',
  session: 'by the session',
  single: 'since it is the only one'
} as const

/** One sentence, without a full stop and without values of claims. */
export const describeEntry = (entry: Happening): string => {
  switch (entry._tag) {
    case 'ClaimsSent':
      return entry.issuer === '' ? 'claims sent' : `claims sent by ${entry.issuer}`
    case 'ExchangeSelected':
      return `${entry.exchange} chosen ${chosenBy[entry.by]}`
    case 'PageShown':
      return `page ${entry.page} shown`
    case 'PageAccepted':
      return 'page accepted'
    case 'PageRefused':
      return `page shown again: "${entry.message}" (${entry.key})`
    case 'RequestPerformed':
      return `${entry.request} → ${entry.answer}`
    case 'SessionRestored':
      return entry.session === '' ? 'the session answers' : `session ${entry.session} answers`
    case 'SubJourneyEntered':
      return `sub journey ${entry.subJourney}`
    case 'ValidationSkipped':
      return `${entry.technicalProfile} skipped: ${entry.precondition}`
    case 'ValidationIgnored':
      return `${entry.technicalProfile} failed, and ContinueOnError goes on: ${entry.description}`
  }
}
