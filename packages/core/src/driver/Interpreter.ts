/** Runs journeys: performs what the step function demands, and feeds it with what came of it. */
import type { ClaimValue, Json } from '@trustframe/claims'
import type { IssuerPlan, JourneyPlan } from '@trustframe/plan/plan'
import * as Clock from 'effect/Clock'
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import type { JourneyContext } from '../journey/JourneyContext.ts'
import type { JourneyError } from '../journey/JourneyError.ts'
import type { JourneyEvent, Moment } from '../journey/JourneyEvent.ts'
import type { JourneyState } from '../journey/JourneyState.ts'
import { initialState, step } from '../journey/step.ts'
import type { Transition } from '../journey/Transition.ts'
import { Entropy } from '../ports/Entropy.ts'
import { RestfulProvider } from '../ports/RestfulProvider.ts'
import type { DriverNote, TraceEntry } from '../trace/TraceEntry.ts'

/** How a journey begins. */
export interface JourneyStart {
  readonly context: JourneyContext
  /** Claims that are in the bag before the first step, by claim type id. */
  readonly claims: ReadonlyMap<string, ClaimValue>
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
    }
  | { readonly _tag: 'Failed'; readonly state: JourneyState; readonly error: JourneyError }

/** Receives the entries of a trace as they happen. */
export type Recorder = (entry: TraceEntry) => void

/** Runs journeys to their end. A journey that fails is a result, not an error: the policy's answer to a failure is its own. */
export class Interpreter extends Context.Service<
  Interpreter,
  {
    readonly run: (plan: JourneyPlan, start: JourneyStart, record?: Recorder) => Effect.Effect<JourneyEnd>
  }
>()('trustframe/Interpreter') {
  /** The interpreter over whichever providers the runtime has. */
  static readonly layer: Layer.Layer<Interpreter, never, RestfulProvider> = Layer.effect(
    Interpreter,
    Effect.gen(function* () {
      const restful = yield* RestfulProvider
      const entropy = yield* Entropy

      const moment = Effect.map(Clock.currentTimeMillis, (epochMillis): Moment => ({ epochMillis, entropy: entropy() }))

      const perform = (
        plan: JourneyPlan,
        { demand, notes, state }: Transition,
        at: Moment,
        record: Recorder | undefined
      ): Effect.Effect<JourneyEnd> => {
        const note = (entry: DriverNote, atMillis: number) => record?.({ ...entry, atMillis })
        if (record !== undefined) for (const entry of notes) record({ ...entry, atMillis: at.epochMillis })

        switch (demand._tag) {
          case 'Complete':
            note({ _tag: 'JourneyCompleted' }, at.epochMillis)
            return Effect.succeed({ _tag: 'Completed', state, issuer: demand.issuer, token: demand.token })
          case 'Fail':
            note({ _tag: 'JourneyFailed', error: demand.error }, at.epochMillis)
            return Effect.succeed({ _tag: 'Failed', state, error: demand.error })
          case 'Exchange': {
            const { input, profile } = demand
            const { id: technicalProfile, origin } = profile
            const proceed = (event: (moment: Moment) => JourneyEvent, entry: DriverNote) =>
              Effect.flatMap(moment, (now) => {
                note(entry, now.epochMillis)
                return perform(plan, step(plan, state, event(now)), now, record)
              })
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

      return Interpreter.of({
        run: (plan, { claims, context }, record) =>
          Effect.flatMap(moment, (now) =>
            perform(
              plan,
              step(plan, initialState(plan), { _tag: 'Started', moment: now, context, claims }),
              now,
              record
            )
          )
      })
    })
  )
}
