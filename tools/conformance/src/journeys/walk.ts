/** Walks all paths that a generic person can take through a journey. */
import {
  Interpreter,
  type JourneyError,
  type JourneyEvent,
  type JourneyOutcome,
  type JourneyStart,
  showEntry,
  type TraceEntry
} from '@trustframe/core'
import { formatValue, stringifyJson } from '@trustframe/claims'
import type { JourneyPlan } from '@trustframe/plan'
import { Inbox } from '@trustframe/storage'
import { exampleValue } from '@trustframe/testing'
import * as Cause from 'effect/Cause'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import * as Exit from 'effect/Exit'
import * as Layer from 'effect/Layer'
import { type Codec, replays, rest, type Rested, stateCodec } from './atRest.ts'
import { newUser } from './candidates.ts'
import { Decisions, type Undecided } from './Decisions.ts'
import { type End, endOf, type Refusals } from './endOf.ts'
import { actOn, type Attempts, freshAttempts, pageName } from './person.ts'
import { knownUser, layerStandIns, type Outside } from './standIns.ts'

/** One way through a journey. */
export interface Path extends End {
  /** What was chosen, as `place option`. */
  readonly choices: ReadonlyArray<string>
  /** The largest state at rest on the way, in bytes. */
  readonly stateBytes: number
}

/** How a journey is walked. */
export interface WalkOptions {
  /** The same journey, compiled anew: every other interaction is answered by it. */
  readonly again?: JourneyPlan
  /** Parameters of the request that the policy reads (`{OAUTH-KV:…}`), which some applications send. */
  readonly parameters?: ReadonlyArray<string>
  /** The most paths, and the most moves on all of them together. */
  readonly most?: number
  readonly mostMoves?: number
  /** How the state rests. */
  readonly codec?: Codec
  /** Told what happens, line by line. */
  readonly watch?: (line: string) => void
}

/** Where a person gives up on one page, and in a journey. */
const mostOnAPage = 60
const mostInAJourney = 400

/** How many moves are left for all paths. */
interface Budget {
  moves: number
}

/** What a walk found, and how many ways were left when its bounds were reached. */
export interface Walk {
  readonly paths: ReadonlyArray<Path>
  readonly unwalked: number
}

/** What a path begins with. */
interface Situation {
  readonly outside: Outside
  /** Parameters that an application sends besides those that all send. */
  readonly parameters: Readonly<Record<string, string>>
}

const startOf = (plan: JourneyPlan, { parameters }: Situation): JourneyStart => ({
  context: {
    correlationId: '5b1a8b1c-0f3c-4c51-8d52-3a2a4b1f7c01',
    language: 'en',
    parameters: {
      client_id: '00001111-aaaa-2222-bbbb-3333cccc4444',
      redirect_uri: 'https://jwt.ms/',
      response_type: 'id_token',
      scope: 'openid',
      nonce: 'defaultNonce',
      ...parameters,
      id_token_hint: 'example',
      ...(plan.nonInteractive ? { username: knownUser.signInNames.emailAddress, password: knownUser.password } : {})
    },
    hostName: 'contoso.b2clogin.com',
    ipAddress: '203.0.113.7'
  },
  claims: new Map(),
  // A user info request brings its token this way.
  ...(plan.authorization.length === 0 ? {} : { bearerToken: 'example' })
})

/** An interpreter of its own over the ports that are there. */
const newInterpreter = Effect.provide(
  Effect.gen(function* () {
    return yield* Interpreter
  }),
  Layer.fresh(Interpreter.layer)
)

const fault = (detail: string): End => ({ end: 'stopped', reason: 'fault', detail })

const walkPath = Effect.fnUntraced(function* (
  plan: JourneyPlan,
  decisions: Decisions,
  situation: Situation,
  budget: Budget,
  { again = plan, codec = stateCodec, watch = () => undefined }: WalkOptions
) {
  const inbox = yield* Inbox
  const today = new Date(yield* Clock.currentTimeMillis).toISOString().slice(0, 10)
  const first = { interpreter: yield* newInterpreter, plan }
  const second = { interpreter: yield* newInterpreter, plan: again }
  let made: string | undefined
  let last: JourneyError | undefined
  let unsupported: JourneyError | undefined
  let said: Refusals['said']
  const events: Array<JourneyEvent> = []
  const recordEvent = (event: JourneyEvent) => {
    events.push(event)
    if (event._tag !== 'Answered') return
    if (event.answer._tag === 'CodeMade') made = event.answer.code
    // A code that was sent after it is in the inbox.
    if (event.answer._tag !== 'Sent') return
    made = undefined
    situation.outside.delivered.length = 0
  }
  const listeners = {
    recordEvent,
    record: (entry: TraceEntry) => {
      if (entry._tag === 'PageRefused') {
        last = entry.error
        said = { key: entry.key, text: entry.message }
        if (entry.error?.tag === 'NotSupported') unsupported ??= entry.error
      }
      watch(stringifyJson(showEntry(plan, entry, 0)))
    }
  }
  let turn = 0
  /** The outcome goes through text to the other interpreter, with the other plan. */
  const passOn = (outcome: JourneyOutcome): Rested => {
    const from = turn++ % 2 === 0 ? first : second
    return rest(codec, from.plan, from === first ? again : plan, outcome)
  }
  let rested = passOn(yield* first.interpreter.start(plan, startOf(plan, situation), listeners))
  let stateBytes = 0
  let page = ''
  let moves = 0
  let movesInAll = 0
  let attempts: Attempts = freshAttempts
  for (;;) {
    if ('problem' in rested) return { ...fault(rested.problem), stateBytes }
    const { bytes, outcome } = rested
    stateBytes = Math.max(stateBytes, bytes)
    const gaveUp = moves >= mostOnAPage || movesInAll >= mostInAJourney
    if (outcome._tag !== 'Suspended' || gaveUp) {
      const end = replays(codec, plan, events, outcome)
        ? endOf(outcome, page, { last, said, unsupported })
        : fault('its recorded events replay otherwise')
      return { ...end, stateBytes }
    }
    const { interaction, state } = outcome
    const here = pageName(outcome)
    if (here !== page) attempts = freshAttempts
    moves = here === page ? moves + 1 : 0
    movesInAll++
    budget.moves--
    page = here
    const { interpreter, plan: current } = turn % 2 === 0 ? first : second
    if (interaction._tag === 'Redirect') {
      const parameters = { code: 'example', state: 'example' }
      rested = passOn(yield* interpreter.advance(current, state, { _tag: 'Returned', parameters }, listeners))
    } else {
      const code = made ?? situation.outside.delivered.at(-1) ?? (yield* inbox.lastCode())
      const knowledge = { code, today, hopeless: last?.tag === 'NotSupported' }
      const move = actOn(interaction.page, attempts, knowledge, (place, options) => decisions.choose(place, options))
      attempts = move.attempts
      watch(stringifyJson({ ...move.interaction }))
      rested = passOn(yield* interpreter.advance(current, state, move.interaction, listeners))
    }
  }
})

const pathOf = (decisions: Decisions, exit: Exit.Exit<Omit<Path, 'choices'>>): Path => ({
  choices: decisions.made,
  ...(Exit.isSuccess(exit) ? exit.value : { ...fault(Cause.pretty(exit.cause)), stateBytes: 0 })
})

const isStuck = ({ reason }: Path): boolean => reason === 'outside' || reason === 'fault'

const lacksAccount = ({ detail }: Path): boolean => detail.startsWith('AccountNotFound')

/** The same decisions in another situation. */
interface Retry {
  readonly when: (path: Path) => boolean
  readonly situation: (missing: Outside['missing']) => Situation
}

const situation = (outside: Partial<Outside> = {}, parameters: Situation['parameters'] = {}): Situation => ({
  outside: { present: [], missing: [], delivered: [], newcomer: false, documents: false, ...outside },
  parameters
})

/**
 * What a path that did not get through is tried with: the account that it looked for; an application that says who signs in,
 * and what else the policy reads of a request; somebody of whom services and identity providers say that the tenant has not
 * seen them; services whose texts are documents.
 */
const retries = (names: ReadonlyArray<string>): ReadonlyArray<Retry> => {
  const named = names.map((name) => [name, formatValue(exampleValue(name, 'string') ?? '')] as const)
  const said = { login_hint: newUser.email, ...Object.fromEntries(named) }
  return [
    {
      when: lacksAccount,
      situation: (missing) => situation({ present: missing.slice(-1) })
    },
    { when: isStuck, situation: () => situation({}, said) },
    { when: isStuck, situation: () => situation({ newcomer: true }) },
    { when: isStuck, situation: () => situation({ newcomer: true }, said) },
    { when: ({ detail }) => detail.includes('not valid JSON'), situation: () => situation({ documents: true }) }
  ]
}

/** A fault that is not the person's, who gave up. */
const isBug = ({ end, reason }: Path) => reason === 'fault' && end !== 'interaction'

/** The paths of a journey. */
export const walk = Effect.fnUntraced(function* (plan: JourneyPlan, options: WalkOptions = {}) {
  const { most = 60, mostMoves = 6000, parameters = [] } = options
  const undecided: Undecided = { known: new Set(), queue: [[]] }
  const budget: Budget = { moves: mostMoves }
  const paths: Array<Path> = []
  /** Ends that are the same in every situation: they are not tried in all of them again. */
  const hopeless = new Set<string>()
  const go = (prescribed: ReadonlyArray<string>, given: Situation) => {
    const decisions = new Decisions(prescribed, undecided)
    return Effect.exit(
      Effect.provide(walkPath(plan, decisions, given, budget, options), layerStandIns(given.outside))
    ).pipe(Effect.map((exit) => ({ path: pathOf(decisions, exit), missing: given.outside.missing })))
  }
  while (paths.length < most && budget.moves > 0) {
    const prescribed = undecided.queue.shift()
    if (prescribed === undefined) break
    let { missing, path } = yield* go(prescribed, situation())
    const firstEnd = path.detail
    const ends = new Set([firstEnd])
    for (const retry of hopeless.has(firstEnd) ? [] : retries(parameters)) {
      if (!retry.when(path) || budget.moves <= 0) continue
      const other = yield* go(prescribed, retry.situation(missing))
      ends.add(other.path.detail)
      // Another way to get stuck tells nothing new; a bug is not to be lost.
      const tells = other.path.reason === undefined || isBug(other.path) || lacksAccount(path)
      if (tells && !isBug(path)) ({ missing, path } = other)
    }
    if (isStuck(path) && ends.size === 1) hopeless.add(firstEnd)
    paths.push(path)
  }
  const found: Walk = { paths, unwalked: undecided.queue.length }
  return found
})
