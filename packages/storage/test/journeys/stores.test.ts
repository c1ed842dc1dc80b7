import { JourneyStore, SessionStore } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as TestClock from 'effect/testing/TestClock'
import { layerJourneyStoreMemory, layerSessionStoreMemory } from '../../src/index.ts'
import { ExpiringMap } from '../../src/support/ExpiringMap.ts'

const journey = { planId: 'p', sealed: 's' }

describe('journeys at rest', () => {
  it.effect('are taken once', () =>
    Effect.gen(function* () {
      const store = yield* JourneyStore
      yield* store.save('t', journey, 1000)
      assert.deepStrictEqual(yield* store.take('t'), journey)
      assert.strictEqual(yield* store.take('t'), undefined)
    }).pipe(Effect.provide(layerJourneyStoreMemory))
  )

  it.effect('are gone at their time', () =>
    Effect.gen(function* () {
      const store = yield* JourneyStore
      yield* store.save('t', journey, 1000)
      yield* store.save('u', journey, 1001)
      yield* TestClock.setTime(1000)
      assert.strictEqual(yield* store.take('t'), undefined)
      assert.deepStrictEqual(yield* store.take('u'), journey)
    }).pipe(Effect.provide(layerJourneyStoreMemory))
  )
})

const session = {
  version: 1,
  startedAt: 0,
  authenticatedAt: 0,
  expiresAt: 1000,
  keepMeSignedIn: false,
  entries: {},
  clients: []
} as const

describe('sessions', () => {
  it.effect('are loaded until they are removed or expire', () =>
    Effect.gen(function* () {
      const store = yield* SessionStore
      yield* store.save('a', session, 1000)
      yield* store.save('b', session, 1000)
      assert.deepStrictEqual([yield* store.load('a'), yield* store.load('a')], [session, session])
      yield* store.remove('b')
      assert.strictEqual(yield* store.load('b'), undefined)
      yield* TestClock.setTime(1000)
      assert.strictEqual(yield* store.load('a'), undefined)
    }).pipe(Effect.provide(layerSessionStoreMemory))
  )
})

describe('a map whose values expire', () => {
  it('does not keep what has expired', () => {
    const map = new ExpiringMap<number>()
    for (let at = 0; at < 10_000; at++) map.set(String(at), at, at + 1, at)
    assert.isTrue(map.size <= 256)
    assert.strictEqual(map.get('9999', 9999), 9999)
    assert.strictEqual(map.get('9998', 9999), undefined)
  })
})
