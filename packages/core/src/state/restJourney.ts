/** Lays journeys that wait for a person to rest in a store, sealed, and takes them up again. */
import type { JourneyPlan } from '@trustframe/plan/plan'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import { transactionOf } from '../journey/JourneyContext.ts'
import type { JourneyState } from '../journey/JourneyState.ts'
import { JourneyStore } from '../ports/JourneyStore.ts'
import { StateCipher } from '../ports/StateCipher.ts'
import { decodeState } from './decodeState.ts'
import { encodeState } from './encodeState.ts'
import { StateProblem } from './StateProblem.ts'

/** Stores a journey under the name of its transaction, for so many milliseconds. */
export const restJourney = Effect.fn('restJourney')(function* (
  plan: JourneyPlan,
  state: JourneyState,
  forMillis: number
) {
  const store = yield* JourneyStore
  const cipher = yield* StateCipher
  const now = yield* Clock.currentTimeMillis
  const transaction = transactionOf(state.context)
  const sealed = yield* cipher.seal(encodeState(plan, state), transaction)
  yield* store.save(transaction, { planId: plan.planId, sealed }, now + forMillis)
})

/** Takes a journey out of the store; `undefined` when there is none of that name, or none any more. */
export const takeJourney = Effect.fn('takeJourney')(function* (plan: JourneyPlan, transaction: string) {
  const store = yield* JourneyStore
  const cipher = yield* StateCipher
  const stored = yield* store.take(transaction)
  if (stored === undefined) return undefined
  const text = yield* cipher.open(stored.sealed, transaction)
  if (text === undefined) {
    return yield* new StateProblem({
      reason: 'NotAState',
      detail: 'it was sealed with another key, or for another journey'
    })
  }
  return yield* Effect.fromResult(decodeState(plan, text))
})
