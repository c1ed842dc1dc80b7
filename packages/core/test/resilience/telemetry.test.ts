import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Metric from 'effect/Metric'
import * as Tracer from 'effect/Tracer'
import { RestfulProvider } from '../../src/ports/RestfulProvider.ts'
import { CircuitStore } from '../../src/resilience/CircuitStore.ts'
import { layerResilient } from '../../src/resilience/layerResilient.ts'
import { type ResilienceEvent, ResilienceListener } from '../../src/resilience/ResilienceEvent.ts'
import { layerResilienceMetrics } from '../../src/resilience/resilienceMetrics.ts'
import { restfulPlan, scripted } from './support.ts'

const layer = layerResilient({
  tries: 2,
  retry: { delay: '0 millis' },
  circuitBreaker: { consecutiveFailures: 2, failureRate: false }
}).pipe(Layer.provide([scripted('connection refused').layer, CircuitStore.layerMemory]))

const calls = RestfulProvider.use(({ exchange }) =>
  Effect.gen(function* () {
    yield* Effect.ignore(exchange(restfulPlan(), []))
    yield* Effect.ignore(exchange(restfulPlan(), []))
  })
)

describe('metrics', () => {
  const counts = Effect.map(Metric.snapshot, (snapshots) =>
    snapshots.flatMap(({ attributes, id, state }) =>
      id.startsWith('trustframe.') && 'count' in state ? [[id, attributes, Number(state.count)]] : []
    )
  )

  it.effect('count what resilience does, and whoever listened before still hears it', () => {
    const events: Array<ResilienceEvent> = []
    const listener = Layer.succeed(ResilienceListener, (event) => void events.push(event))
    return Effect.gen(function* () {
      yield* calls
      assert.sameDeepMembers(yield* counts, [
        ['trustframe.exchange.retries', { technical_profile: 'R', failure: 'ConnectionFailed' }, 1],
        ['trustframe.circuit.changes', { circuit: 'https://api.test', to: 'Open' }, 1],
        ['trustframe.exchange.rejections', { technical_profile: 'R', by: 'circuit' }, 1]
      ])
      assert.deepStrictEqual(
        events.map(({ _tag }) => _tag),
        ['RetryScheduled', 'CircuitChanged', 'CallRejected']
      )
    }).pipe(
      Effect.provide(Layer.merge(layer, layerResilienceMetrics.pipe(Layer.provide(listener)))),
      Effect.provideService(Metric.MetricRegistry, new Map())
    )
  })
})

describe('spans', () => {
  it.effect('get an event for everything that resilience does, when somebody collects them', () => {
    const spans: Array<Tracer.NativeSpan> = []
    const tracer = Tracer.make({
      span: (options) => {
        const span = new Tracer.NativeSpan(options)
        spans.push(span)
        return span
      }
    })
    return Effect.gen(function* () {
      yield* Effect.withSpan(calls, 'a journey')
      assert.deepStrictEqual(
        spans.flatMap(({ events }) => events.map(([name, , attributes]) => [name, attributes])),
        [
          ['RetryScheduled', { technicalProfile: 'R', attempt: 1, failure: 'ConnectionFailed', pauseMillis: 0 }],
          ['CircuitChanged', { circuit: 'https://api.test', from: 'Closed', to: 'Open' }],
          ['CallRejected', { technicalProfile: 'R', by: 'circuit', key: 'https://api.test' }]
        ]
      )
    }).pipe(Effect.provide(layer), Effect.provideService(Tracer.Tracer, tracer))
  })

  it.effect('get none when nobody collects them', () =>
    Effect.gen(function* () {
      yield* calls
      const span = yield* Effect.currentSpan
      assert.deepStrictEqual(span instanceof Tracer.NativeSpan ? span.events : undefined, [])
    }).pipe(Effect.withSpan('a journey'), Effect.provide(layer))
  )
})
