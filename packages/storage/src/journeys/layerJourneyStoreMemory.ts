/** Journeys at rest, in memory. */
import { JourneyStore, type StoredJourney } from '@trustframe/core/ports'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { ExpiringMap } from '../support/ExpiringMap.ts'

/** Journeys rest in this process; another one does not know them. */
export const layerJourneyStoreMemory: Layer.Layer<JourneyStore> = Layer.sync(JourneyStore, () => {
  const journeys = new ExpiringMap<StoredJourney>()
  return JourneyStore.of({
    save: (transactionId, journey, expiresAtMillis) =>
      Effect.map(Clock.currentTimeMillis, (now) => journeys.set(transactionId, journey, expiresAtMillis, now)),
    take: (transactionId) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        const journey = journeys.get(transactionId, now)
        journeys.delete(transactionId)
        return journey
      })
  })
})
