/** A person who drives journeys in a browser: fills pages in, reads what they say, opens the inbox, waits. */
import type { Json } from '@trustframe/claims'
import type {
  IssuedTokens,
  JourneyOutcome,
  JourneyStart,
  PageMessage,
  PageModel,
  RefreshedGrant,
  SessionRecord,
  TraceEntry
} from '@trustframe/core'
import type { JourneyPlan } from '@trustframe/plan'
import type { RecordedEvent, SentMessage } from '@trustframe/storage'
import type * as Duration from 'effect/Duration'
import * as Effect from 'effect/Effect'
import { Outcome } from '../scenario/Outcome.ts'
import type { PlanRunner } from '../scenario/PlanRunner.ts'
import type { Run } from '../scenario/Situation.ts'
import { ScenarioProblem } from '../scenario/ScenarioProblem.ts'
import type { FieldInput, PageAnswer } from './PageAnswer.ts'
import type { AnswerProblem } from './AnswerProblem.ts'
import { controlsOf, fieldsOf } from './pageParts.ts'

type Fields = Readonly<Record<string, FieldInput>>

/** What a person opens, and how it starts. */
export interface Visit extends Omit<Run, 'user'> {
  /** Parameters of the authorization request, over those of the situation. */
  readonly parameters?: Readonly<Record<string, string>>
}

/** How a person gets at a journey; what a runtime gives. */
export interface Journeys {
  readonly runner: PlanRunner
  readonly start: (visit: Visit, session: SessionRecord | undefined) => JourneyStart & { readonly plan: JourneyPlan }
}

interface Place {
  readonly plan: JourneyPlan
  readonly outcome: JourneyOutcome
  readonly trace: Array<TraceEntry>
  readonly startedAt: number
  /** When the outcome was there. */
  readonly reachedAt: number
  readonly requestsBefore: number
}

/**
 * A person with a browser, which keeps the session from one journey to the next.
 *
 * @example
 * const ada = scenario.person()
 * await ada.opens()
 * await ada.fills({ signInName: 'ada@contoso.com', password: 'wrong' })
 * ada.reads // 'Your password is incorrect.'
 * await ada.fills({ password: 'Passw0rd!' })
 * ada.token // { sub: … }
 */
export class Person {
  readonly #journeys: Journeys
  #place: Place | undefined
  #session: SessionRecord | undefined

  constructor(journeys: Journeys) {
    this.#journeys = journeys
  }

  /** Opens a journey: the default one of the relying party unless said otherwise. The browser brings its session. */
  opens(visit: Visit = {}): Promise<this> {
    return this.#act(Effect.suspend(() => this.#begin(visit, this.#session)))
  }

  /**
   * The application redeems the refresh token of the journey that has ended: the journey of the endpoint `Token` runs, without the
   * session of the browser. How long refresh tokens live is not looked at; `tokens` says it.
   */
  refreshes(): Promise<this> {
    return this.#act(
      Effect.suspend(() => {
        const { outcome, plan, reachedAt } = this.#at
        const { parameters } = outcome.state.context
        const sent = outcome._tag === 'Completed' ? outcome.completion.sent : undefined
        if (sent === undefined) throw new ScenarioProblem(`there is no refresh token: ${this.where}`)
        if (!(parameters['scope'] ?? '').split(' ').includes('offline_access')) {
          throw new ScenarioProblem(
            'there is no refresh token: the journey was not opened with the scope "offline_access"\n  help: open it with the parameters { scope: \'openid offline_access\' }'
          )
        }
        const journey = plan.endpoints.get('token')
        if (journey === undefined) {
          throw new ScenarioProblem(
            'the relying party names no journey for refresh tokens\n  help: add <Endpoint Id="Token" UserJourneyReferenceId="…" /> to its Endpoints'
          )
        }
        return this.#begin({ journey, parameters }, undefined, { claims: sent.claims, issuedAtMillis: reachedAt })
      })
    )
  }

  /** Does what an answer says; the methods below are answers in words. Rejects with `ScenarioProblem` when it does not fit. */
  does(answer: PageAnswer): Promise<this> {
    return this.#act(
      Effect.suspend(() => {
        const place = this.#at
        if (place.outcome._tag !== 'Suspended') throw new ScenarioProblem(`the journey has ended: ${this.where}`)
        const performed = this.#journeys.runner.perform(place.plan, place.outcome, answer, place.trace)
        return Effect.map(performed, (outcome) => ({ ...place, outcome, reachedAt: this.#now }))
      })
    )
  }

  /** Fills in fields, by claim type id or label, and continues. What a page holds already is sent with them, as browsers do. */
  fills(fill: Fields = {}, options: Pick<PageAnswer, 'keepMeSignedIn'> = {}): Promise<this> {
    return this.does({ fill, ...options })
  }

  /** Presses the button of a claims exchange, by its id or its label. */
  chooses(choose: string): Promise<this> {
    return this.does({ choose })
  }

  /** Has a code sent to an address, and enters it; stays on the page. */
  verifies(field: string, address: string, code = '@inbox'): Promise<this> {
    return this.does({ verify: { [field]: address }, code })
  }

  /** Has a code sent to an address; `entersCode` enters it, perhaps after a while. */
  asksForCode(field: string, address: string): Promise<this> {
    return this.does({ verify: { [field]: address }, sendCode: true })
  }

  /** Enters a code for the address or phone that a code was sent to. */
  entersCode(code = '@inbox'): Promise<this> {
    return this.does({ enterCode: code })
  }

  /** Presses a button of a display control, with what is in its fields; stays on the page. */
  presses(action: string, fill: Fields = {}): Promise<this> {
    return this.does({ press: [{ action, fill }] })
  }

  /** Proves a phone: a number, or the index of one that is known. */
  provesPhone(phone: string | number, options: Pick<PageAnswer, 'code' | 'method' | 'sendCode'> = {}): Promise<this> {
    return this.does({ phone, ...options })
  }

  /** Follows the link for a forgotten password. */
  forgetsPassword(): Promise<this> {
    return this.does({ forgotPassword: true })
  }

  cancels(): Promise<this> {
    return this.does({ cancel: true })
  }

  /** Comes back from the identity provider as somebody with these claims. */
  signsInAs(identity: NonNullable<PageAnswer['identity']>): Promise<this> {
    return this.does({ identity })
  }

  /** Comes back from the identity provider with these parameters. */
  returns(parameters: Readonly<Record<string, string>>): Promise<this> {
    return this.does({ returns: parameters })
  }

  /** Lets time pass. */
  async waits(duration: Duration.Input): Promise<this> {
    await Effect.runPromise(this.#journeys.runner.advance(duration))
    return this
  }

  /** Adds the key of a device that is enrolled already (`tenant.devices`), in base32; QR codes of pages are scanned by themselves. */
  async usesAuthenticator(secretKey: string): Promise<this> {
    await Effect.runPromise(this.#journeys.runner.enrol(secretKey))
    return this
  }

  /** Closes the browser: the next journey starts without a session. */
  closesBrowser(): this {
    this.#session = undefined
    return this
  }

  /** The messages with codes that were sent, the oldest first. */
  inbox(): Promise<ReadonlyArray<SentMessage>> {
    return Effect.runPromise(this.#journeys.runner.inbox)
  }

  /** The events that the policy sent to Application Insights, the oldest first. */
  telemetry(): Promise<ReadonlyArray<RecordedEvent>> {
    return Effect.runPromise(this.#journeys.runner.telemetry)
  }

  /** The code that was sent last. */
  lastCode(): Promise<string | undefined> {
    return Effect.runPromise(this.#journeys.runner.lastCode)
  }

  /** Tokens for the journey that has ended, signed as the relying party would get them. */
  async tokens(): Promise<IssuedTokens> {
    const { outcome, plan } = this.#at
    const tokens =
      outcome._tag === 'Suspended' ? undefined : await Effect.runPromise(this.#journeys.runner.tokens(plan, outcome))
    if (tokens === undefined) throw new ScenarioProblem(`there are no tokens: ${this.where}`)
    return tokens
  }

  /** Where the journey is: `page api.selfasserted`, `provider Facebook-OAUTH`, `token`, or `error AADB2C90091 …`. */
  get where(): string {
    const { outcome } = this.#at
    switch (outcome._tag) {
      case 'Completed':
        return outcome.token === undefined ? 'completed' : 'token'
      case 'Failed':
        return `error ${outcome.error.code} ${outcome.error.description}`
      case 'Suspended': {
        const { interaction } = outcome
        if (interaction._tag === 'Redirect') return `provider ${interaction.technicalProfile}`
        return `page ${interaction.page.contentDefinition ?? interaction.page.kind}`
      }
    }
  }

  /** The page that is shown. Throws when there is none. */
  get page(): PageModel {
    const { outcome } = this.#at
    if (outcome._tag === 'Suspended' && outcome.interaction._tag === 'Page') return outcome.interaction.page
    throw new ScenarioProblem(`the person is at no page: ${this.where}`)
  }

  /** What the person reads: the message of the page or of one of its display controls, else the error of the journey. */
  get reads(): string | undefined {
    const { outcome } = this.#at
    if (outcome._tag === 'Failed') return outcome.error.userMessage?.text
    if (outcome._tag !== 'Suspended' || outcome.interaction._tag !== 'Page') return undefined
    return this.#message(outcome.interaction.page)?.text
  }

  /** What stands at the fields, by claim type id. */
  get fieldErrors(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      fieldsOf(this.page).flatMap(({ error, id }) => (error === undefined ? [] : [[id, error]]))
    )
  }

  /** What the token holds. Throws when the journey did not end in one. */
  get token(): Readonly<Record<string, Json>> {
    const { token } = this.outcome
    if (token === undefined) throw new ScenarioProblem(`the journey has no token: ${this.where}`)
    return token
  }

  /** Everything else that a test may want to know: the error, the claims, the requests, the trace. */
  get outcome(): Outcome {
    const { outcome, plan, requestsBefore, startedAt, trace } = this.#at
    const { runner } = this.#journeys
    const elapsed = this.#now - startedAt
    return new Outcome(plan, outcome, trace, runner.requests.slice(requestsBefore), elapsed)
  }

  /** The session of the browser. */
  get session(): SessionRecord | undefined {
    return this.#session
  }

  #message(page: PageModel): PageMessage | undefined {
    return page.message ?? controlsOf(page).find(({ message }) => message !== undefined)?.message
  }

  get #at(): Place {
    if (this.#place === undefined)
      throw new ScenarioProblem('the person has opened no journey\n  help: call opens() first')
    return this.#place
  }

  get #now(): number {
    return this.#journeys.runner.clock.currentTimeMillisUnsafe()
  }

  #begin(visit: Visit, session: SessionRecord | undefined, grant?: RefreshedGrant): Effect.Effect<Place> {
    const { runner, start } = this.#journeys
    const { plan, ...begin } = start(visit, session)
    const trace: Array<TraceEntry> = []
    const startedAt = this.#now
    const requestsBefore = runner.requests.length
    const context = grant === undefined ? begin.context : { ...begin.context, grant }
    return Effect.map(runner.begin(plan, { ...begin, context }, trace), (outcome) => ({
      plan,
      outcome,
      trace,
      startedAt,
      reachedAt: this.#now,
      requestsBefore
    }))
  }

  async #act(going: Effect.Effect<Place, AnswerProblem>): Promise<this> {
    const place = await Effect.runPromise(
      Effect.catchTag(going, 'AnswerProblem', ({ help, message }) =>
        Effect.die(new ScenarioProblem(`${message}\n  help: ${help}`))
      )
    )
    this.#place = place
    if (place.outcome._tag === 'Completed') this.#session = place.outcome.completion.session ?? this.#session
    return this
  }
}
