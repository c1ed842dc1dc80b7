/** What came of a run: everything that a test may want to assert. */
import type { Json, JsonObject } from '@trustframe/claims'
import {
  adviseOn,
  type JourneyError,
  type JourneyOutcome,
  type MessageSource,
  type PageModel,
  type RelyingPartyError,
  showBag,
  showToken,
  type TraceEntry
} from '@trustframe/core'
import type { JourneyPlan, Origin } from '@trustframe/plan'
import type { ReceivedRequest } from '../request/ReceivedRequest.ts'
import { formatTrace } from '../trace/formatTrace.ts'

/** A text that the user reads. */
export interface MessageRead {
  readonly text: string
  /** The message's id, such as `UserMessageIfRequestTimeout`; `userMessage` when the service wrote it. */
  readonly key: string
  /** Who wrote it; a page does not say. */
  readonly source?: MessageSource
  readonly origin?: Origin | undefined
}

/** A run that has ended. Credentials are masked in everything but `end` and the `reveal` of its requests. */
export class Outcome {
  /** The journey came to its end; otherwise there is an `error`, or something that it waits for. */
  readonly completed: boolean
  readonly error: JourneyError | undefined
  /** The page that is open, when the journey waits for its user. */
  readonly page: PageModel | undefined
  /** The identity provider that the browser was sent to, when the journey waits for it. */
  readonly redirect: string | undefined
  /** What the user reads: the error of the journey, or the message of the page that is open. */
  readonly message: MessageRead | undefined
  /** How often each service was called, by technical profile: the tries of all its calls. */
  readonly tries: Readonly<Record<string, number>>
  /** The claims bag at the end, by claim type id. */
  readonly claims: JsonObject
  /** What the relying party's token holds; absent when the journey sends none. */
  readonly token: Readonly<Record<string, Json>> | undefined
  /** The error that the relying party receives. */
  readonly relyingParty: RelyingPartyError | undefined
  /** What the services received, in order. */
  readonly requests: ReadonlyArray<ReceivedRequest>
  /** How long the journey took, in milliseconds of the test's own time. */
  readonly elapsedMillis: number
  readonly trace: ReadonlyArray<TraceEntry>
  readonly end: JourneyOutcome
  readonly #plan: JourneyPlan

  constructor(
    plan: JourneyPlan,
    end: JourneyOutcome,
    trace: ReadonlyArray<TraceEntry>,
    requests: ReadonlyArray<ReceivedRequest>,
    elapsedMillis: number
  ) {
    this.completed = end._tag === 'Completed'
    this.error = end._tag === 'Failed' ? end.error : undefined
    const waiting = end._tag === 'Suspended' ? end.interaction : undefined
    this.page = waiting?._tag === 'Page' ? waiting.page : undefined
    this.redirect = waiting?._tag === 'Redirect' ? waiting.url : undefined
    this.message = this.error?.userMessage ?? this.page?.message
    this.tries = triesOf(trace)
    this.claims = showBag(plan, end.state.bag)
    this.token = end._tag === 'Completed' && end.token !== undefined ? showToken(plan, end.token) : undefined
    this.relyingParty = this.error?.relyingParty
    this.requests = requests
    this.elapsedMillis = elapsedMillis
    this.trace = trace
    this.end = end
    this.#plan = plan
  }

  /** The tag of the error, such as `RequestTimeout`; `undefined` when the journey came to its end. */
  get tag(): JourneyError['tag'] | undefined {
    return this.error?.tag
  }

  /** The text that the user reads. */
  get userReads(): string | undefined {
    return this.message?.text
  }

  /** What happened, line by line, for golden files and for people. */
  formatTrace(): string {
    return formatTrace(this.#plan, this.trace)
  }

  /** How it ended, in a few lines. */
  toString(): string {
    const { error, page, redirect } = this
    if (redirect !== undefined) return `waits for an identity provider\n${this.formatTrace()}`
    if (page !== undefined) return `waits for the user at ${page.contentDefinition ?? page.kind}\n${this.formatTrace()}`
    if (error === undefined) return `completed\n${this.formatTrace()}`
    const { description, tag, userMessage } = error
    const reads = userMessage === undefined ? [] : [`the user reads: ${userMessage.text} (${userMessage.key})`]
    return [`${tag}: ${description}`, ...reads, `what to do: ${adviseOn(tag)}`, this.formatTrace()].join('\n')
  }
}

const triesOf = (trace: ReadonlyArray<TraceEntry>): Readonly<Record<string, number>> => {
  const tries: Record<string, number> = {}
  for (const entry of trace) {
    if (entry._tag !== 'ExchangePerformed') continue
    tries[entry.technicalProfile] = (tries[entry.technicalProfile] ?? 0) + entry.attempts.length
  }
  return tries
}
