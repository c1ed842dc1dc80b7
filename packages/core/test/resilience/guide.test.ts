import { readFileSync } from 'node:fs'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'
import { RestfulProvider } from '../../src/ports/RestfulProvider.ts'
import {
  type CircuitState,
  CircuitStore,
  initialCircuit,
  inspectCircuit,
  isolateCircuit,
  layerResilient,
  resetCircuit,
  ResilienceConfig,
  ResilienceListener
} from '../../src/resilience/index.ts'
import { restfulPlan, scripted } from './support.ts'

// The examples of docs/guides/resilience.md, word for word.

interface Database {
  readonly read: (key: string) => Effect.Effect<string | undefined>
  readonly compareAndSwap: (key: string, expected: string | undefined, next: string) => Effect.Effect<boolean>
  readonly all: Effect.Effect<ReadonlyMap<string, CircuitState>>
}

export const layerGuarded = layerResilient({
  preset: 'standard',
  profiles: { 'REST-GetProfile': { timeout: '2 seconds' } }
}).pipe(Layer.provideMerge(CircuitStore.layerMemory))

export const layerLogged = Layer.succeed(ResilienceListener, (event) => {
  if (event._tag === 'CircuitChanged') console.error(`circuit ${event.circuit}: ${event.from} → ${event.to}`)
})

export const maintenance = (origin: string) => Effect.acquireRelease(isolateCircuit(origin), () => resetCircuit(origin))

export const layerShared = (database: Database): Layer.Layer<CircuitStore> => {
  const modify = <A>(key: string, change: (state: CircuitState) => readonly [A, CircuitState]): Effect.Effect<A> =>
    Effect.flatMap(database.read(key), (text) => {
      const before: CircuitState = text === undefined ? initialCircuit : JSON.parse(text)
      const [result, after] = change(before)
      if (after === before) return Effect.succeed(result)
      return Effect.flatMap(database.compareAndSwap(key, text, JSON.stringify(after)), (swapped) =>
        swapped ? Effect.succeed(result) : modify(key, change)
      )
    })
  return Layer.succeed(CircuitStore, { modify, all: database.all })
}

const guide = readFileSync(new URL('../../../../docs/guides/resilience.md', import.meta.url), 'utf8')
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, code = '']) => code)
const spaceless = (text: string) => text.replaceAll(/\s+/g, '')

const origin = 'https://api.test'
const call = RestfulProvider.use(({ exchange }) => exchange(restfulPlan(), []))

describe('docs/guides/resilience.md', () => {
  it('has the examples that are tested here', () => {
    const own = spaceless(readFileSync(new URL(import.meta.url), 'utf8'))
    assert.strictEqual(blocks('ts').length, 4)
    for (const block of blocks('ts')) assert.include(own, spaceless(block))
  })

  it('shows a configuration that is accepted', () => {
    const [config = '{}'] = blocks('json')
    const decode = Schema.decodeUnknownResult(ResilienceConfig, { onExcessProperty: 'error' })
    assert.isTrue(Result.isSuccess(decode(JSON.parse(config).resilience)))
  })

  it.effect('a circuit is stopped for its maintenance, and no longer', () =>
    Effect.gen(function* () {
      yield* Effect.scoped(
        Effect.gen(function* () {
          yield* maintenance(origin)
          assert.strictEqual((yield* Effect.flip(call)).failure._tag, 'CircuitOpen')
        })
      )
      assert.strictEqual((yield* call).status, 200)
    }).pipe(Effect.provide(layerGuarded.pipe(Layer.provide(scripted('ok').layer))))
  )

  it.effect('a shared store keeps circuits', () => {
    const rows = new Map<string, string>()
    const database: Database = {
      read: (key) => Effect.sync(() => rows.get(key)),
      compareAndSwap: (key, _expected, next) => Effect.sync(() => Boolean(rows.set(key, next))),
      all: Effect.sync(() => new Map([...rows].map(([key, text]) => [key, JSON.parse(text)])))
    }
    const layer = layerResilient({ tries: 1, circuitBreaker: { consecutiveFailures: 1 } }).pipe(
      Layer.provide(scripted('connection refused').layer),
      Layer.provideMerge(layerShared(database))
    )
    return Effect.gen(function* () {
      yield* Effect.ignore(call)
      assert.strictEqual((yield* inspectCircuit(origin))._tag, 'Open')
      assert.deepStrictEqual([...rows.keys()], [origin])
    }).pipe(Effect.provide(layer))
  })
})
