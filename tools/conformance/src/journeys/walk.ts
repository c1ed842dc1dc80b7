/** Walks all paths that a generic person can take through a journey. */
import {
  decodeState,
  encodeState,
  type FieldModel,
  initialState,
  Interpreter,
  type JourneyError,
  type JourneyEvent,
  type JourneyOutcome,
  type JourneyStart,
  type PageMessage,
  type PageModel,
  showEntry,
  step,
  type TraceEntry
} from '@trustframe/core'
import { stringifyJson } from '@trustframe/claims'
import type { JourneyPlan } from '@trustframe/plan'
import { Inbox } from '@trustframe/storage'
import * as Cause from 'effect/Cause'
import * as Effect from 'effect/Effect'
import * as Exit from 'effect/Exit'
import * as Result from 'effect/Result'
import { actOn, type Attempts, freshAttempts, pageName } from './person.ts'
import { newUser } from './candidates.ts'
import { type Accounts, knownUser, layerStandIns } from './standIns.ts'

/** Why a path did not end in a token: the outside is missing, Trustframe does not do it yet, or it is our fault. */
export type Reason = 'outside' | 'later' | 'fault'

/** One way through a journey. */
export interface Path {
  /** What was chosen, as `place option`. */
  readonly choices: ReadonlyArray<string>
  readonly end: 'token' | 'error' | 'interaction' | 'stopped'
  readonly reason: Reason | undefined
  readonly detail: string
  /** The largest state at rest on the way, in bytes. */
  readonly stateBytes: number
}

/** Where a person gives up on one page. */
const mostMoves = 60

/** Errors that a policy means. */
const meant: ReadonlySet<JourneyError['tag']> = new Set(['OAuth2Error', 'Cancelled', 'PasswordForgotten'])

/** Errors that follow from what the stand-ins answered, or from what the person is not. */
const ofTheOutside: ReadonlySet<JourneyError['tag']> = new Set([
  'AccountExists',
  'AccountNotFound',
  'ClaimsTransformationFailed',
  'ClaimUnreadable',
  'DirectoryRefused',
  'NoClaimsProvider',
  'NoClaimsExchangeSelected',
  'PasswordRefused',
  'ProfileIncomplete',
  'RequiredClaimMissing',
  'RetriesExceeded',
  'TokenRefused'
])

const describe = ({ code, description, tag }: JourneyError) => `${tag} (${code}): ${description}`

type End = Pick<Path, 'detail' | 'end' | 'reason'>

const failed = (error: JourneyError): End => {
  const detail = describe(error)
  if (meant.has(error.tag)) return { end: 'error', reason: undefined, detail }
  if (error.tag === 'NotSupported') return { end: 'stopped', reason: 'later', detail }
  return { end: 'error', reason: ofTheOutside.has(error.tag) ? 'outside' : 'fault', detail }
}

/** `error` is the last one that a page was refused with. */
const endOf = (outcome: JourneyOutcome, pages: string, error: JourneyError | undefined): End => {
  switch (outcome._tag) {
    case 'Completed':
      return outcome.token === undefined
        ? { end: 'stopped', reason: 'fault', detail: 'the journey ended without SendClaims' }
        : { end: 'token', reason: undefined, detail: Object.keys(outcome.token).join(', ') }
    case 'Failed':
      return failed(outcome.error)
    case 'Suspended': {
      const { interaction } = outcome
      const message = interaction._tag === 'Page' ? messageOf(interaction.page) : undefined
      const said = message === undefined ? '' : `: "${message.text}" (${message.code ?? message.key})`
      const unfillable = interaction._tag === 'Page' && fieldsOf(interaction.page).some(isUnfillable)
      const refused =
        unfillable || (error !== undefined && (ofTheOutside.has(error.tag) || error.userMessage !== undefined))
      return { end: 'interaction', reason: refused ? 'outside' : 'fault', detail: `gave up at ${pages}${said}` }
    }
  }
}

const fieldsOf = (page: PageModel): ReadonlyArray<FieldModel> =>
  page.kind === 'SelfAsserted' ? page.form.items.flatMap((item) => (item._tag === 'Field' ? [item] : item.fields)) : []

/** A field that has to have a value, that nobody can type, and that nothing before it filled. */
const isUnfillable = ({ inputType, required, value }: FieldModel): boolean =>
  inputType === 'Readonly' && required && value === undefined

const messageOf = (page: PageModel): PageMessage | undefined => {
  const controls = page.kind === 'SelfAsserted' ? page.form.items : []
  const inControl = controls.flatMap((item) =>
    item._tag === 'Control' && item.message !== undefined ? [item.message] : []
  )
  return page.message ?? inControl[0]
}

/** Decisions of one path: prescribed ones first, then whatever nobody chose before. */
class Decisions {
  readonly made: Array<string> = []
  readonly #prescribed: ReadonlyArray<string>
  readonly #known: Set<string>
  readonly #queue: Array<ReadonlyArray<string>>

  constructor(prescribed: ReadonlyArray<string>, known: Set<string>, queue: Array<ReadonlyArray<string>>) {
    this.#prescribed = prescribed
    this.#known = known
    this.#queue = queue
  }

  choose(place: string, options: ReadonlyArray<string>): string {
    const before = this.made.find((decision) => decision.startsWith(`${place} `))
    const again = before?.slice(place.length + 1)
    if (again !== undefined && options.includes(again)) return again
    const prescribed = this.#prescribed[this.made.length]
    const wanted = prescribed?.startsWith(`${place} `) === true ? prescribed.slice(place.length + 1) : undefined
    const option = wanted !== undefined && options.includes(wanted) ? wanted : (options[0] ?? '')
    for (const other of options) {
      const decision = `${place} ${other}`
      if (other !== option && !this.#known.has(decision)) this.#queue.push([...this.made, decision])
      this.#known.add(decision)
    }
    this.made.push(`${place} ${option}`)
    return option
  }
}

/** Goes on in a second interpreter: the state is laid to rest and taken up again. */
const rest = (
  plan: JourneyPlan,
  outcome: JourneyOutcome
): { readonly outcome: JourneyOutcome; readonly bytes: number } => {
  if (outcome._tag !== 'Suspended') return { outcome, bytes: 0 }
  const text = encodeState(plan, outcome.state)
  return { outcome: { ...outcome, state: Result.getOrThrow(decodeState(plan, text)) }, bytes: text.length }
}

const startOf = (plan: JourneyPlan, loginHint: string | undefined): JourneyStart => ({
  context: {
    correlationId: '5b1a8b1c-0f3c-4c51-8d52-3a2a4b1f7c01',
    language: 'en',
    parameters: {
      client_id: '00001111-aaaa-2222-bbbb-3333cccc4444',
      redirect_uri: 'https://jwt.ms/',
      response_type: 'id_token',
      scope: 'openid',
      nonce: 'defaultNonce',
      ...(loginHint === undefined ? {} : { login_hint: loginHint }),
      id_token_hint: 'example',
      ...(plan.nonInteractive ? { username: knownUser.signInNames.emailAddress, password: knownUser.password } : {})
    },
    hostName: 'contoso.b2clogin.com',
    ipAddress: '203.0.113.7'
  },
  claims: new Map()
})

/** Whether recorded events, run again from the beginning, lead to the same state, byte for byte. */
const replays = (plan: JourneyPlan, events: ReadonlyArray<JourneyEvent>, outcome: JourneyOutcome): boolean => {
  const state = events.reduce((before, event) => step(plan, before, event).state, initialState(plan))
  return encodeState(plan, state) === encodeState(plan, outcome.state)
}

const replayDiffers: End = { end: 'stopped', reason: 'fault', detail: 'its recorded events replay otherwise' }

/** Told what happens, line by line. */
type Watch = (line: string) => void

/** What a path begins with. */
interface Situation {
  readonly accounts: Accounts
  /** Some pages show it, and let nobody change it. */
  readonly loginHint: string | undefined
}

const walkPath = Effect.fnUntraced(function* (
  plan: JourneyPlan,
  decisions: Decisions,
  { loginHint }: Situation,
  watch: Watch
) {
  const interpreter = yield* Interpreter
  const inbox = yield* Inbox
  let made: string | undefined
  let refused: JourneyError | undefined
  const events: Array<JourneyEvent> = []
  const recordEvent = (event: JourneyEvent) => {
    events.push(event)
    if (event._tag !== 'Answered') return
    if (event.answer._tag === 'CodeMade') made = event.answer.code
    // A code that was sent after it is in the inbox.
    if (event.answer._tag === 'Sent') made = undefined
  }
  const listeners = {
    recordEvent,
    record: (entry: TraceEntry) => {
      if (entry._tag === 'PageRefused') refused = entry.error
      watch(stringifyJson(showEntry(plan, entry, 0)))
    }
  }
  let { bytes, outcome } = rest(plan, yield* interpreter.start(plan, startOf(plan, loginHint), listeners))
  let stateBytes = bytes
  let page = ''
  let moves = 0
  let attempts: Attempts = freshAttempts
  while (outcome._tag === 'Suspended' && moves < mostMoves) {
    const { interaction, state } = outcome
    const here = pageName(outcome)
    if (here !== page) attempts = freshAttempts
    moves = here === page ? moves + 1 : 0
    page = here
    let next: JourneyOutcome
    if (interaction._tag === 'Redirect') {
      next = yield* interpreter.advance(
        plan,
        state,
        { _tag: 'Returned', parameters: { code: 'example', state: 'example' } },
        listeners
      )
    } else {
      const code = made ?? (yield* inbox.lastCode())
      const move = actOn(interaction.page, attempts, { code }, (place, options) => decisions.choose(place, options))
      attempts = move.attempts
      watch(stringifyJson({ ...move.interaction }))
      next = yield* interpreter.advance(plan, state, move.interaction, listeners)
    }
    ;({ bytes, outcome } = rest(plan, next))
    stateBytes = Math.max(stateBytes, bytes)
  }
  const end = replays(plan, events, outcome) ? endOf(outcome, page, refused) : replayDiffers
  return { ...end, stateBytes }
})

const pathOf = (decisions: Decisions, exit: Exit.Exit<Omit<Path, 'choices'>>): Path => ({
  choices: decisions.made,
  ...(Exit.isSuccess(exit)
    ? exit.value
    : { end: 'stopped', reason: 'fault', detail: Cause.pretty(exit.cause), stateBytes: 0 })
})

/** The paths of a journey; `most` bounds their number, and `watch` is told what happens on them. */
export const walk = Effect.fnUntraced(function* (plan: JourneyPlan, most = 60, watch: Watch = () => undefined) {
  const queue: Array<ReadonlyArray<string>> = [[]]
  const known = new Set<string>()
  const paths: Array<Path> = []
  while (paths.length < most) {
    const prescribed = queue.shift()
    if (prescribed === undefined) break
    const go = (present: Accounts['present'], loginHint?: string) => {
      const decisions = new Decisions(prescribed, known, queue)
      const situation: Situation = { accounts: { present, missing: [] }, loginHint }
      return Effect.exit(
        Effect.provide(walkPath(plan, decisions, situation, watch), layerStandIns(situation.accounts))
      ).pipe(Effect.map((exit) => ({ path: pathOf(decisions, exit), missing: situation.accounts.missing })))
    }
    const first = yield* go([])
    let { path } = first
    // A policy that wants an account to be there is walked again with the account that it looked for, and one whose page
    // nobody can fill with an application that says who signs in.
    if (path.detail.startsWith('AccountNotFound')) path = (yield* go(first.missing.slice(-1))).path
    if (path.end === 'interaction') {
      const hinted = (yield* go([], newUser.email)).path
      if (hinted.end !== 'interaction') path = hinted
    }
    paths.push(path)
  }
  return paths
})
