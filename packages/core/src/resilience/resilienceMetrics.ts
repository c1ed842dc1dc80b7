/** Counts what resilience does, in Effect's metrics, for whoever collects them. */
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Metric from 'effect/Metric'
import { type ResilienceEvent, ResilienceListener } from './ResilienceEvent.ts'

const circuitChanges = Metric.counter('trustframe.circuit.changes', {
  description: 'Changes of circuits, by circuit and by what they changed to',
  incremental: true
})

const retries = Metric.counter('trustframe.exchange.retries', {
  description: 'Retries that were made, by technical profile and failure',
  incremental: true
})

const deniedRetries = Metric.counter('trustframe.exchange.retries.denied', {
  description: 'Retries that the rules allow and a limit does not, by technical profile and limit',
  incremental: true
})

const rejections = Metric.counter('trustframe.exchange.rejections', {
  description: 'Calls that were not made, by technical profile and by what rejected them',
  incremental: true
})

const counted = (event: ResilienceEvent) => {
  switch (event._tag) {
    case 'CircuitChanged':
      return Metric.withAttributes(circuitChanges, { circuit: event.circuit, to: event.to })
    case 'RetryScheduled':
      return Metric.withAttributes(retries, { technical_profile: event.technicalProfile, failure: event.failure })
    case 'RetryDenied':
      return Metric.withAttributes(deniedRetries, { technical_profile: event.technicalProfile, by: event.by })
    case 'CallRejected':
      return Metric.withAttributes(rejections, { technical_profile: event.technicalProfile, by: event.by })
  }
}

/** Listens and counts; a listener that is there already keeps hearing everything. */
export const layerResilienceMetrics: Layer.Layer<never> = Layer.effect(
  ResilienceListener,
  Effect.gen(function* () {
    const context = yield* Effect.context()
    const before = yield* ResilienceListener
    return (event: ResilienceEvent) => {
      before?.(event)
      counted(event).updateUnsafe(1, context)
    }
  })
)
