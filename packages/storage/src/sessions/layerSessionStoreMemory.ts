/** Single sign-on sessions in memory. */
import { SessionStore } from '@trustframe/core/ports'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { ExpiringMap } from '../support/ExpiringMap.ts'

type SessionRecord = Parameters<SessionStore['Service']['save']>[1]

/** Sessions live in this process; another one does not know them. */
export const layerSessionStoreMemory: Layer.Layer<SessionStore> = Layer.sync(SessionStore, () => {
  const sessions = new ExpiringMap<SessionRecord>()
  return SessionStore.of({
    load: (key) => Effect.map(Clock.currentTimeMillis, (now) => sessions.get(key, now)),
    save: (key, record, expiresAtMillis) =>
      Effect.map(Clock.currentTimeMillis, (now) => sessions.set(key, record, expiresAtMillis, now)),
    remove: (key) => Effect.sync(() => sessions.delete(key))
  })
})
