import { assert, describe, it } from '@effect/vitest'
import { Telemetry, type TelemetryEvent } from '@trustframe/core/ports'
import { layerTelemetryMemory, RecordedTelemetry } from '@trustframe/storage'
import * as Effect from 'effect/Effect'
import { TestClock } from 'effect/testing'

const event: TelemetryEvent = {
  technicalProfile: 'AppInsights-SignIn',
  name: 'SignInRequest',
  properties: { Policy: 'B2C_1A_SignIn' },
  instrumentationKey: '00000000-0000-0000-0000-000000000000',
  developerMode: false,
  correlationId: 'c'
}

const send = (name: string) => Effect.flatMap(Telemetry, (record) => record({ ...event, name }))

describe('layerTelemetryMemory', () => {
  it.effect('keeps events in order, with their time', () =>
    Effect.gen(function* () {
      yield* send('first')
      yield* TestClock.adjust('1 second')
      yield* send('second')
      const events = yield* RecordedTelemetry.use((telemetry) => telemetry.events)
      assert.deepStrictEqual(
        events.map(({ name, recordedAt }) => [name, recordedAt]),
        [
          ['first', 0],
          ['second', 1000]
        ]
      )
    }).pipe(Effect.provide(layerTelemetryMemory))
  )

  it.effect('keeps the last thousand', () =>
    Effect.gen(function* () {
      yield* Effect.forEach(
        Array.from({ length: 1001 }, (_, index) => index),
        (index) => send(String(index))
      )
      const events = yield* RecordedTelemetry.use((telemetry) => telemetry.events)
      assert.deepStrictEqual([events.length, events[0]?.name], [1000, '1'])
    }).pipe(Effect.provide(layerTelemetryMemory))
  )
})
