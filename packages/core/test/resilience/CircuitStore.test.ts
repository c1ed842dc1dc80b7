import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { TestClock } from 'effect/testing'
import { RestfulProvider } from '../../src/ports/RestfulProvider.ts'
import { inspectCircuit, isolateCircuit, resetCircuit } from '../../src/resilience/circuits.ts'
import { type CircuitState, initialCircuit } from '../../src/resilience/CircuitState.ts'
import { CircuitStore } from '../../src/resilience/CircuitStore.ts'
import { layerResilient } from '../../src/resilience/layerResilient.ts'
import { type ResilienceEvent, ResilienceListener } from '../../src/resilience/ResilienceEvent.ts'
import type { ResilienceOptions } from '../../src/resilience/ResilienceOptions.ts'
import { restfulPlan, type ScriptedProvider, scripted } from './support.ts'

/** A database of texts with compare-and-swap, each of whose answers takes a while. */
const makeDatabase = () => {
  const rows = new Map<string, string>()
  let lost = 0
  return {
    rows,
    lost: () => lost,
    read: (key: string) =>
      Effect.andThen(
        Effect.yieldNow,
        Effect.sync(() => rows.get(key))
      ),
    swap: (key: string, expected: string | undefined, next: string) =>
      Effect.andThen(
        Effect.yieldNow,
        Effect.sync(() => {
          const isSame = rows.get(key) === expected
          if (isSame) rows.set(key, next)
          else lost += 1
          return isSame
        })
      )
  }
}

const parse = (text: string): CircuitState => JSON.parse(text)

/** Circuits in a database that several processes share: JSON, and a change is made again when another came between. */
const layerDatabase = (database: ReturnType<typeof makeDatabase>): Layer.Layer<CircuitStore> => {
  const modify = <A>(key: string, change: (state: CircuitState) => readonly [A, CircuitState]): Effect.Effect<A> =>
    Effect.flatMap(database.read(key), (text) => {
      const before = text === undefined ? initialCircuit : parse(text)
      const [result, after] = change(before)
      if (after === before) return Effect.succeed(result)
      return Effect.flatMap(database.swap(key, text, JSON.stringify(after)), (swapped) =>
        swapped ? Effect.succeed(result) : modify(key, change)
      )
    })
  const all = Effect.sync(() => new Map([...database.rows].map(([key, text]) => [key, parse(text)])))
  return Layer.succeed(CircuitStore, { modify, all })
}

const options: ResilienceOptions = {
  tries: 1,
  circuitBreaker: { consecutiveFailures: 3, failureRate: false, breakDuration: '1 minute' }
}

const origin = 'https://api.test'

const call = RestfulProvider.use(({ exchange }) => exchange(restfulPlan(), []))
const tag = Effect.map(Effect.result(call), (result) =>
  result._tag === 'Success' ? 'ok' : result.failure.failure._tag
)

const stores: ReadonlyArray<readonly [string, () => Layer.Layer<CircuitStore>]> = [
  ['in memory', () => CircuitStore.layerMemory],
  ['in a database', () => layerDatabase(makeDatabase())]
]

describe.each(stores)('circuits %s', (_name, makeStore) => {
  const running = (provider: ScriptedProvider) =>
    layerResilient(options).pipe(Layer.provide(provider.layer), Layer.provideMerge(makeStore()))

  it.effect('open, are probed and close', () =>
    Effect.gen(function* () {
      const tags = [yield* tag, yield* tag, yield* tag, yield* tag]
      assert.deepStrictEqual(tags, ['ConnectionFailed', 'ConnectionFailed', 'ConnectionFailed', 'CircuitOpen'])
      assert.deepInclude(yield* inspectCircuit(origin), { _tag: 'Open', untilMillis: 60_000 })
      yield* TestClock.adjust('1 minute')
      assert.deepStrictEqual([yield* tag, yield* tag], ['ok', 'ok'])
      assert.strictEqual((yield* inspectCircuit(origin))._tag, 'Closed')
    }).pipe(Effect.provide(running(scripted('connection refused', 'connection refused', 'connection refused', 'ok'))))
  )

  it.effect('are stopped and let go by hand', () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* inspectCircuit(origin), initialCircuit)
      assert.strictEqual(yield* tag, 'ok')
      yield* isolateCircuit(origin)
      yield* TestClock.adjust('1 day')
      assert.strictEqual(yield* tag, 'CircuitOpen')
      yield* resetCircuit(origin)
      assert.strictEqual(yield* tag, 'ok')
    }).pipe(Effect.provide(running(scripted('ok'))))
  )

  it.effect('count calls that are made at the same time', () =>
    Effect.gen(function* () {
      yield* Effect.all(
        Array.from({ length: 3 }, () => tag),
        { concurrency: 'unbounded' }
      )
      assert.strictEqual((yield* inspectCircuit(origin))._tag, 'Open')
    }).pipe(Effect.provide(running(scripted('connection refused'))))
  )
})

describe('circuits that two processes share', () => {
  it.effect('open for both, and one of both probes', () => {
    const database = makeDatabase()
    const process = (provider: ScriptedProvider) =>
      layerResilient(options).pipe(Layer.provide([provider.layer, layerDatabase(database)]))
    const one = scripted('connection refused', 'connection refused', 'ok')
    const two = scripted('connection refused', 'ok')
    return Effect.gen(function* () {
      const first = yield* Effect.provide(RestfulProvider, process(one))
      const second = yield* Effect.provide(RestfulProvider, process(two))
      const failing = (provider: typeof first) => Effect.flip(provider.exchange(restfulPlan(), []))
      yield* failing(first)
      yield* failing(second)
      yield* failing(first)
      assert.strictEqual((yield* failing(second)).failure._tag, 'CircuitOpen')
      yield* TestClock.adjust('1 minute')
      const answers = yield* Effect.all(
        [first, second].map((provider) => Effect.result(provider.exchange(restfulPlan(), []))),
        { concurrency: 2 }
      )
      assert.sameMembers(
        answers.map((result) => (result._tag === 'Success' ? 'ok' : result.failure.failure._tag)),
        ['ok', 'CircuitOpen']
      )
      assert.isAbove(database.lost(), 0)
    })
  })
})

const hearing = () => {
  const events: Array<ResilienceEvent> = []
  return { events, layer: Layer.succeed(ResilienceListener, (event) => void events.push(event)) }
}

describe('events', () => {
  it.effect('tell of every change of a circuit, of retries and of calls that are not made', () => {
    const { events, layer } = hearing()
    const provider = scripted('connection refused', 'connection refused', 'ok')
    const settings: ResilienceOptions = {
      tries: 2,
      retry: { delay: '0 millis' },
      circuitBreaker: { consecutiveFailures: 2, failureRate: false, breakDuration: '1 minute' }
    }
    return Effect.gen(function* () {
      yield* Effect.ignore(call)
      yield* Effect.ignore(call)
      yield* TestClock.adjust('1 minute')
      yield* call
      yield* isolateCircuit(origin)
      yield* isolateCircuit(origin)
      yield* resetCircuit(origin)
      const technicalProfile = 'R'
      assert.deepStrictEqual(events, [
        {
          _tag: 'RetryScheduled',
          atMillis: 0,
          technicalProfile,
          attempt: 1,
          failure: 'ConnectionFailed',
          pauseMillis: 0
        },
        { _tag: 'CircuitChanged', atMillis: 0, circuit: origin, from: 'Closed', to: 'Open' },
        { _tag: 'CallRejected', atMillis: 0, technicalProfile, by: 'circuit', key: origin },
        { _tag: 'CircuitChanged', atMillis: 60_000, circuit: origin, from: 'Open', to: 'HalfOpen' },
        { _tag: 'CircuitChanged', atMillis: 60_000, circuit: origin, from: 'HalfOpen', to: 'Closed' },
        { _tag: 'CircuitChanged', atMillis: 60_000, circuit: origin, from: 'Closed', to: 'Isolated' },
        { _tag: 'CircuitChanged', atMillis: 60_000, circuit: origin, from: 'Isolated', to: 'Closed' }
      ])
    }).pipe(
      Effect.provide(
        Layer.mergeAll(
          layerResilient(settings).pipe(Layer.provide(provider.layer), Layer.provideMerge(CircuitStore.layerMemory)),
          layer
        )
      )
    )
  })

  it.effect('tell why a retry is not made', () => {
    const { events, layer } = hearing()
    return Effect.gen(function* () {
      yield* Effect.ignore(call)
      assert.deepStrictEqual(events, [
        {
          _tag: 'RetryDenied',
          atMillis: 0,
          technicalProfile: 'R',
          attempt: 1,
          failure: 'ConnectionFailed',
          by: 'budget'
        }
      ])
    }).pipe(
      Effect.provide(
        Layer.mergeAll(
          layerResilient({ retry: { budget: { ratio: 0, minimum: 0 } } }).pipe(
            Layer.provide([scripted('connection refused').layer, CircuitStore.layerMemory])
          ),
          layer
        )
      )
    )
  })
})
