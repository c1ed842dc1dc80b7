/** The working memory of one transition: a copy of the state that may be changed, and the notes taken. */
import type { Ambient, ClaimsBag, ResolverContext } from '@trustframe/claims'
import type { JourneyPlan } from '@trustframe/plan/plan'
import { makeAmbient } from './ambient.ts'
import { changesBetween } from './bag.ts'
import type { Moment } from './JourneyEvent.ts'
import type { Awaiting, JourneyState } from './JourneyState.ts'
import type { Note } from './Note.ts'
import { resolverContext } from './resolverContext.ts'

/** Lives as long as one call of the step function, so that nothing outside sees it change. */
export class Run {
  readonly plan: JourneyPlan
  readonly moment: Moment
  readonly ambient: Ambient
  readonly resolvers: ResolverContext
  readonly bag: ClaimsBag
  readonly notes: Array<Note> = []
  step: number
  awaiting: Awaiting | undefined
  readonly #context: JourneyState['context']
  #noted: ReadonlyArray<ClaimsBag[number]>

  constructor(plan: JourneyPlan, state: JourneyState, moment: Moment) {
    this.plan = plan
    this.moment = moment
    this.bag = [...state.bag]
    this.#noted = state.bag
    this.step = state.step
    this.awaiting = undefined
    this.#context = state.context
    this.ambient = makeAmbient(moment, state.context, () => undefined)
    this.resolvers = resolverContext(plan, state.context, moment, this.bag)
  }

  get context(): JourneyState['context'] {
    return this.#context
  }

  note(note: Note): void {
    this.notes.push(note)
  }

  /** Takes a note of the claims that changed since the last one. */
  noteClaims(by: string): void {
    const changes = changesBetween(this.#noted, this.bag)
    if (changes.length === 0) return
    this.notes.push({ _tag: 'ClaimsChanged', by, changes })
    this.#noted = [...this.bag]
  }

  /** The state that this transition leaves behind. */
  state(): JourneyState {
    return { context: this.#context, step: this.step, bag: this.bag, awaiting: this.awaiting }
  }
}
