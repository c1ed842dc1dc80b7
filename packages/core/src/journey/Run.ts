/** The working memory of one transition: a copy of the state that may be changed, and the notes taken. */
import type { Ambient, ClaimsBag, ResolverContext } from '@trustframe/claims'
import { type JourneyPlan, pageLanguage, type StepPlan } from '@trustframe/plan/plan'
import { makeAmbient } from './ambient.ts'
import { changesBetween } from './bag.ts'
import type { JourneyContext } from './JourneyContext.ts'
import type { Moment } from './JourneyEvent.ts'
import {
  type CallFrame,
  type Frame,
  type JourneyState,
  type PageFrame,
  type ProfileFrame,
  type SessionState,
  stateVersion,
  type StepsFrame,
  type ValidationFrame
} from './JourneyState.ts'
import type { Note } from './Note.ts'
import { RunResolverContext } from './RunResolverContext.ts'
import type { SentClaims } from './SentClaims.ts'

/** Lives as long as one call of the step function, so that nothing outside sees it change. */
export class Run {
  readonly plan: JourneyPlan
  readonly moment: Moment
  readonly context: JourneyContext
  readonly ambient: Ambient
  readonly resolvers: ResolverContext
  /** The language of the pages. */
  readonly language: string
  /** The claims bag of the journey. */
  readonly bag: ClaimsBag
  readonly notes: Array<Note> = []
  /** The user journey and the sub journeys in it; the last one runs. */
  readonly steps: Array<StepsFrame> = []
  profile: ProfileFrame | undefined
  page: PageFrame | undefined
  validation: (Omit<ValidationFrame, 'bag'> & { readonly bag: ClaimsBag }) | undefined
  call: CallFrame | undefined
  selected: string | undefined
  session: SessionState
  keepMeSignedIn: boolean | undefined
  sent: SentClaims | undefined
  /** The token response of an identity provider, for `{oauth2:…}`. */
  tokens: Readonly<Record<string, string>> | undefined
  /** The bearer token of a user info request. */
  bearerToken: string | undefined
  readonly #startedAt: number
  #noted: ReadonlyArray<ClaimsBag[number]>

  constructor(plan: JourneyPlan, state: JourneyState, moment: Moment) {
    const { context, frames } = state
    this.plan = plan
    this.moment = moment
    this.context = context
    this.bag = state.bag.slice()
    for (const frame of frames) this.#takeUp(frame)
    this.#noted = this.scope.slice()
    this.selected = state.selected
    this.session = state.session
    this.keepMeSignedIn = state.keepMeSignedIn
    this.sent = state.sent
    this.#startedAt = state.startedAt
    this.language = pageLanguage(plan.localization, context.language, context.parameters['ui_locales'])
    this.ambient = makeAmbient(moment, { ...context, language: this.language }, plan.policyKey)
    this.resolvers = new RunResolverContext(this)
  }

  #takeUp(frame: Frame): void {
    switch (frame._tag) {
      case 'Steps':
        this.steps.push(frame)
        break
      case 'Profile':
        this.profile = frame
        break
      case 'Page':
        this.page = frame
        break
      case 'Validation':
        this.validation = { ...frame, bag: frame.bag.slice() }
        break
      case 'Call':
        this.call = frame
        break
    }
  }

  /** The bag that profiles read and write: of the validations while they run, else of the journey. */
  get scope(): ClaimsBag {
    return this.validation?.bag ?? this.bag
  }

  /** The frame of the steps that run. */
  get current(): StepsFrame {
    return this.steps.at(-1) ?? { _tag: 'Steps', journey: -1, step: this.plan.steps.length }
  }

  /** The steps that `current` is a place in. */
  stepsOf({ journey }: StepsFrame): ReadonlyArray<StepPlan> {
    return journey < 0 ? this.plan.steps : (this.plan.subJourneys[journey]?.steps ?? [])
  }

  /** The step that runs. */
  get step(): StepPlan | undefined {
    return this.stepsOf(this.current)[this.current.step]
  }

  /** The order of the step that runs; 0 before the first. */
  get order(): number {
    return this.profile?.at === 'authorization' ? 0 : (this.step?.order ?? 0)
  }

  /** Moves on to the next step of the journey that runs. */
  advance(): void {
    const { current } = this
    this.steps[Math.max(this.steps.length - 1, 0)] = { ...current, step: current.step + 1 }
  }

  /** A person proved who they are, just now. */
  credentialsEntered(): void {
    this.session = { ...this.session, authenticatedAt: this.moment.epochMillis }
  }

  note(note: Note): void {
    this.notes.push(note)
  }

  /** Takes a note of the claims that changed since the last one. */
  noteClaims(by: string): void {
    const changes = changesBetween(this.#noted, this.scope)
    if (changes.length === 0) return
    this.notes.push({ _tag: 'ClaimsChanged', by, changes })
    this.#noted = this.scope.slice()
  }

  /** Opens or closes the scope of validations; changes are noted against the bag that is seen from now on. */
  setValidation(validation: Run['validation']): void {
    this.validation = validation
    this.#noted = this.scope.slice()
  }

  /** The state that this transition leaves behind. */
  state(): JourneyState {
    const frames: Array<Frame> = this.steps.slice()
    if (this.profile !== undefined) frames.push(this.profile)
    if (this.page !== undefined) frames.push(this.page)
    if (this.validation !== undefined) frames.push(this.validation)
    if (this.call !== undefined) frames.push(this.call)
    return {
      version: stateVersion,
      context: this.context,
      startedAt: this.#startedAt,
      bag: this.bag,
      frames,
      selected: this.selected,
      session: this.session,
      keepMeSignedIn: this.keepMeSignedIn,
      sent: this.sent
    }
  }
}
