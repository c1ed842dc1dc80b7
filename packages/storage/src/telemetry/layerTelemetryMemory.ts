/** A recorder of the events that policies send to Application Insights. */
import { Telemetry, type TelemetryEvent } from '@trustframe/core/ports'
import * as Clock from 'effect/Clock'
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'

/** An event that would have been sent. */
export interface RecordedEvent extends TelemetryEvent {
  /** Milliseconds since 1970. */
  readonly recordedAt: number
}

/** What was sent: for tests, and for developing policies without a resource of Application Insights. */
export class RecordedTelemetry extends Context.Service<
  RecordedTelemetry,
  {
    /** The last thousand events, the oldest first. */
    readonly events: Effect.Effect<ReadonlyArray<RecordedEvent>>
  }
>()('trustframe/RecordedTelemetry') {}

const mostEvents = 1000

/**
 * Sends nothing: events are kept, and shown by `RecordedTelemetry`. Layers built over this one record.
 *
 * @example
 * Interpreter.layer.pipe(Layer.provideMerge(layerTelemetryMemory))
 */
export const layerTelemetryMemory: Layer.Layer<RecordedTelemetry> = Layer.effectContext(
  Effect.sync(() => {
    const recorded: Array<RecordedEvent> = []
    const record: Telemetry = (event) =>
      Effect.map(Clock.currentTimeMillis, (recordedAt) => {
        recorded.push({ ...event, recordedAt })
        if (recorded.length > mostEvents) recorded.shift()
      })
    return Context.make(RecordedTelemetry, { events: Effect.sync(() => [...recorded]) }).pipe(
      Context.add(Telemetry, record)
    )
  })
)
