/** A journey that a test drives through the pure step function; a world of functions answers what it asks for. */
import { type ClaimValue, type Json, toJson } from '@trustframe/claims'
import type { ExchangeFailure } from '@trustframe/core'
import {
  type Answer,
  type Demand,
  initialState,
  type Interaction,
  type JourneyContext,
  type JourneyError,
  type JourneyEvent,
  type JourneyState,
  type Moment,
  type Note,
  type PageModel,
  type Request,
  type SessionRecord,
  step
} from '@trustframe/core/journey'
import type { JourneyPlan } from '@trustframe/plan/plan'

/** What a service answers: a body, or a failure. */
export type ServiceAnswer = { readonly body: Json | undefined } | { readonly failure: ExchangeFailure }

/** Who answers a journey: services by the id of their profile, ports by the tag of the request. */
export interface World {
  readonly services?: Readonly<Record<string, (input: ReadonlyArray<ClaimValue | undefined>) => ServiceAnswer>>
  readonly ports?: { readonly [Tag in Request['_tag']]?: (request: Extract<Request, { _tag: Tag }>) => Answer }
}

export const context: JourneyContext = {
  correlationId: '6d3bb0ad-6a3c-4b9b-9d2b-7f6f8c3f2a11',
  language: 'en-US',
  parameters: { client_id: 'client' },
  hostName: 'contoso.b2clogin.com',
  ipAddress: '203.0.113.7'
}

/** 2026-11-22 09:08:07Z. */
export const startMillis = Date.UTC(2026, 10, 22, 9, 8, 7)

/** What stands at the end of every error description. */
export const trailer = '\r\nCorrelation ID: 6d3bb0ad-6a3c-4b9b-9d2b-7f6f8c3f2a11\r\nTimestamp: 2026-11-22 09:08:07Z\r\n'

export interface StartOptions {
  readonly claims?: Readonly<Record<string, ClaimValue>>
  readonly context?: Partial<JourneyContext>
  readonly parameters?: Readonly<Record<string, string>>
  readonly session?: SessionRecord
  readonly bearerToken?: string
}

const portAnswer = (world: World, request: Request): Answer => {
  // Each port takes the request of its own tag; the type of the table says so.
  const ports: { readonly [Tag in Request['_tag']]?: (request: never) => Answer } = world.ports ?? {}
  const port = ports[request._tag]
  if (port === undefined) throw new Error(`the test has no answer to ${request._tag}`)
  return Reflect.apply(port, undefined, [request])
}

/** Drives a journey until it needs a person or ends, event after event. */
export class Journey {
  readonly plan: JourneyPlan
  readonly world: World
  readonly events: Array<JourneyEvent> = []
  readonly notes: Array<Note> = []
  /** What was asked of ports and services, by tag or profile. */
  readonly asked: Array<string> = []
  readonly requests: Array<Request> = []
  state: JourneyState
  demand: Demand | undefined
  millis = startMillis
  #drawn = 0

  constructor(plan: JourneyPlan, world: World = {}) {
    this.plan = plan
    this.world = world
    this.state = initialState(plan)
  }

  start(options: StartOptions = {}): this {
    const { bearerToken, claims = {}, context: more = {}, parameters = {}, session } = options
    return this.#happen((moment) => ({
      _tag: 'Started',
      moment,
      context: { ...context, ...more, parameters: { ...context.parameters, ...parameters } },
      claims: new Map(Object.entries(claims)),
      session,
      bearerToken
    }))
  }

  /** A person does something. */
  act(interaction: Interaction): this {
    return this.#happen((moment) => ({ ...interaction, moment }))
  }

  /** A person submits the page. */
  submit(values: Readonly<Record<string, string | ReadonlyArray<string>>>): this {
    return this.act({ _tag: 'Submitted', values })
  }

  wait(millis: number): this {
    this.millis += millis
    return this
  }

  #moment(): Moment {
    return { epochMillis: this.millis, entropy: (this.#drawn++).toString(16).padStart(8, '0') }
  }

  #happen(event: (moment: Moment) => JourneyEvent): this {
    let next: JourneyEvent | undefined = event(this.#moment())
    while (next !== undefined) {
      this.events.push(next)
      const { demand, notes, state } = step(this.plan, this.state, next)
      this.state = state
      this.demand = demand
      this.notes.push(...notes)
      next = this.#answer(demand)
    }
    return this
  }

  #answer(demand: Demand): JourneyEvent | undefined {
    if (demand._tag === 'Exchange') {
      const { id } = demand.profile
      this.asked.push(id)
      const service = this.world.services?.[id]
      if (service === undefined) throw new Error(`the test has no service for "${id}"`)
      const answer = service(demand.input)
      const moment = this.#moment()
      return 'failure' in answer
        ? { _tag: 'ExchangeFailed', moment, failure: answer.failure, attempts: 1 }
        : { _tag: 'Exchanged', moment, body: answer.body, attempts: 1 }
    }
    if (demand._tag !== 'Perform') return undefined
    this.asked.push(demand.request._tag)
    this.requests.push(demand.request)
    return { _tag: 'Answered', moment: this.#moment(), answer: portAnswer(this.world, demand.request) }
  }

  /** The page that is shown. */
  get page(): PageModel {
    if (this.demand?._tag !== 'Page') throw new Error(`the journey is at ${this.where}, not at a page`)
    return this.demand.page
  }

  /** The page's message. */
  get message(): string | undefined {
    return this.page.message?.text
  }

  get error(): JourneyError {
    if (this.demand?._tag !== 'Fail') throw new Error(`the journey is at ${this.where} and has not failed`)
    return this.demand.error
  }

  get token(): Readonly<Record<string, Json>> | undefined {
    if (this.demand?._tag !== 'Complete') throw new Error(`the journey is at ${this.where} and has not ended`)
    return this.demand.token
  }

  get session(): SessionRecord | undefined {
    if (this.demand?._tag !== 'Complete') throw new Error(`the journey is at ${this.where} and has not ended`)
    return this.demand.session
  }

  /** Where the journey is, in a word: `page X`, `redirect X`, `token` or `error X`. */
  get where(): string {
    const { demand } = this
    switch (demand?._tag) {
      case 'Page':
        return `page ${demand.page.kind === 'PhoneFactor' ? demand.page.technicalProfile : (demand.page.form?.technicalProfile ?? demand.page.kind)}`
      case 'Redirect':
        return `redirect ${demand.technicalProfile}`
      case 'Complete':
        return demand.token === undefined ? 'end' : 'token'
      case 'Fail':
        return `error ${demand.error.tag}`
      default:
        return 'nowhere'
    }
  }

  /** The claims of the bag, in their JSON form. */
  get claims(): Readonly<Record<string, Json>> {
    return Object.fromEntries(
      this.plan.claims.slots.flatMap(({ id, slot }) => {
        const value = this.state.bag[slot]
        return value === undefined ? [] : [[id, toJson(value)]]
      })
    )
  }

  /** The profiles that were entered, in order. */
  get profiles(): ReadonlyArray<string> {
    return this.notes.flatMap((note) => (note._tag === 'ProfileEntered' ? [note.technicalProfile] : []))
  }
}
