/** Runs journeys: performs what the step function demands, and feeds it with what came of it. */
import type { ClaimValue, Json } from '@trustframe/claims'
import type { IssuerPlan, JourneyPlan } from '@trustframe/plan/plan'
import * as Clock from 'effect/Clock'
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import type { CompleteDemand, PageDemand, RedirectDemand } from '../journey/Demand.ts'
import type { JourneyContext } from '../journey/JourneyContext.ts'
import type { JourneyError } from '../journey/JourneyError.ts'
import type { Interaction, JourneyEvent, Moment } from '../journey/JourneyEvent.ts'
import type { JourneyState } from '../journey/JourneyState.ts'
import type { SessionRecord } from '../journey/session/SessionRecord.ts'
import { initialState, step } from '../journey/step.ts'
import type { Transition } from '../journey/Transition.ts'
import { Entropy } from '../ports/Entropy.ts'
import { RestfulProvider } from '../ports/RestfulProvider.ts'
import type { DriverNote, TraceEntry } from '../trace/TraceEntry.ts'
import { type JourneyPorts, makePerform } from './perform.ts'
import { interactionRequiredError } from './interactionRequired.ts'

/** How a journey begins. */
export interface JourneyStart {
  readonly context: JourneyContext
  /** Claims that are in the bag before the first step, by claim type id. */
  readonly claims: ReadonlyMap<string, ClaimValue>
  /** The session of the browser, if there is one. */
  readonly session?: SessionRecord | undefined
  /** The bearer token of a user info request. */
  readonly bearerToken?: string | undefined
}

/** How a journey ended. */
export type JourneyEnd =
  | {
      readonly _tag: 'Completed'
      readonly state: JourneyState
      /** The profile that issues the token; absent where the policy names none. */
      readonly issuer: IssuerPlan | undefined
      /** What the relying party's token holds; absent when no `SendClaims` step was reached. */
      readonly token: Readonly<Record<string, Json>> | undefined
      /** All that tokens, a session and a later refresh are made of. */
      readonly completion: CompleteDemand
    }
  | { readonly _tag: 'Failed'; readonly state: JourneyState; readonly error: JourneyError }

/** A journey that waits for a person. Its state can be stored, and gone on with by any process that has the same plan. */
export interface JourneySuspension {
  readonly _tag: 'Suspended'
  readonly state: JourneyState
  readonly interaction: PageDemand | RedirectDemand
}

/** Where a journey is when it needs nothing more of the ports. */
export type JourneyOutcome = JourneyEnd | JourneySuspension

/** Receives the entries of a trace as they happen. */
export type Recorder = (entry: TraceEntry) => void

/** Who listens to a journey. */
export interface Listeners {
  readonly record?: Recorder | undefined
  /** Receives every event: replayed in order, they give the same transitions. They hold what a person entered. */
  readonly recordEvent?: ((event: JourneyEvent) => void) | undefined
}

/** Runs journeys. A journey that fails is a result, not an error: the policy's answer to a failure is its own. */
export class Interpreter extends Context.Service<
  Interpreter,
  {
    /** Runs a journey that needs no person to its end; one that does fails at its first page. */
    readonly run: (plan: JourneyPlan, start: JourneyStart, record?: Recorder) => Effect.Effect<JourneyEnd>
    /** Starts a journey, up to the first page or redirect, or to its end. */
    readonly start: (plan: JourneyPlan, start: JourneyStart, listeners?: Listeners) => Effect.Effect<JourneyOutcome>
    /** Goes on with a journey after what a person did. */
    readonly advance: (
      plan: JourneyPlan,
      state: JourneyState,
      interaction: Interaction,
      listeners?: Listeners
    ) => Effect.Effect<JourneyOutcome>
  }
>()('trustframe/Interpreter') {
  /**
   * The interpreter over whichever ports the runtime has: a journey that asks for one that is missing fails and says so.
   * Ports are taken from the context that the layer is built in.
   */
  static readonly layer: Layer.Layer<Interpreter, never, RestfulProvider> = Layer.effect(
    Interpreter,
    Effect.gen(function* () {
      const restful = yield* RestfulProvider
      const entropy = yield* Entropy
      const performRequest = yield* makePerform

      const moment = Effect.map(Clock.currentTimeMillis, (epochMillis): Moment => ({ epochMillis, entropy: entropy() }))

      const perform = (
        plan: JourneyPlan,
        { demand, notes, state }: Transition,
        at: Moment,
        listeners: Listeners
      ): Effect.Effect<JourneyOutcome> => {
        const { record, recordEvent } = listeners
        const note = (entry: DriverNote, atMillis: number) => record?.({ ...entry, atMillis })
        if (record !== undefined) for (const entry of notes) record({ ...entry, atMillis: at.epochMillis })

        const proceed = (event: (moment: Moment) => JourneyEvent, entry: DriverNote) =>
          Effect.flatMap(moment, (now) => {
            note(entry, now.epochMillis)
            const happened = event(now)
            recordEvent?.(happened)
            return perform(plan, step(plan, state, happened), now, listeners)
          })

        switch (demand._tag) {
          case 'Complete':
            note({ _tag: 'JourneyCompleted' }, at.epochMillis)
            return Effect.succeed({
              _tag: 'Completed',
              state,
              issuer: demand.issuer,
              token: demand.token,
              completion: demand
            })
          case 'Fail':
            note({ _tag: 'JourneyFailed', error: demand.error }, at.epochMillis)
            return Effect.succeed({ _tag: 'Failed', state, error: demand.error })
          case 'Page':
          case 'Redirect':
            return Effect.succeed({ _tag: 'Suspended', state, interaction: demand })
          case 'Perform': {
            const { origin, request, technicalProfile } = demand
            const asking = { context: state.context, policyId: plan.policy.policyId, technicalProfile }
            return Effect.flatMap(performRequest(request, asking), (answer) =>
              proceed((now) => ({ _tag: 'Answered', moment: now, answer }), {
                _tag: 'RequestPerformed',
                technicalProfile,
                origin,
                request: request._tag,
                answer: answer._tag
              })
            )
          }
          case 'Exchange': {
            const { input, profile } = demand
            const { id: technicalProfile, origin } = profile
            return Effect.matchEffect(restful.exchange(profile, input), {
              onSuccess: ({ attempts, body }) =>
                proceed((now) => ({ _tag: 'Exchanged', moment: now, body, attempts: attempts.length }), {
                  _tag: 'ExchangePerformed',
                  technicalProfile,
                  origin,
                  attempts,
                  failure: undefined
                }),
              onFailure: ({ attempts, failure }) =>
                proceed((now) => ({ _tag: 'ExchangeFailed', moment: now, failure, attempts: attempts.length }), {
                  _tag: 'ExchangePerformed',
                  technicalProfile,
                  origin,
                  attempts,
                  failure
                })
            })
          }
        }
      }

      const enter = (
        plan: JourneyPlan,
        state: JourneyState,
        event: (moment: Moment) => JourneyEvent,
        listeners: Listeners
      ) =>
        Effect.flatMap(moment, (now) => {
          const happened = event(now)
          listeners.recordEvent?.(happened)
          return perform(plan, step(plan, state, happened), now, listeners)
        })

      const start = (plan: JourneyPlan, given: JourneyStart, listeners: Listeners = {}) =>
        enter(plan, initialState(plan), (now) => ({ _tag: 'Started', moment: now, ...given }), listeners)

      return Interpreter.of({
        start,
        advance: (plan, state, interaction, listeners = {}) =>
          enter(plan, state, (now) => ({ ...interaction, moment: now }), listeners),
        run: (plan, given, record) =>
          Effect.map(start(plan, given, { record }), (outcome) =>
            outcome._tag === 'Suspended' ? interactionRequiredError(outcome) : outcome
          )
      })
    })
  )

  /** The same, for a runtime that has all ports: one that lacks any of them does not compile. */
  static readonly layerComplete: Layer.Layer<Interpreter, never, RestfulProvider | JourneyPorts> = Interpreter.layer
}
