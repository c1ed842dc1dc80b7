/** The port to the telemetry that policies send: events of Application Insights profiles. */
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'

/** An event. Source: analytics-with-application-insights. */
export interface TelemetryEvent {
  readonly technicalProfile: string
  readonly name: string
  /** Custom properties, from the input claims `{property:NAME}`. */
  readonly properties: Readonly<Record<string, string>>
  readonly instrumentationKey: string
  /** Send at once instead of in batches. */
  readonly developerMode: boolean
  readonly correlationId: string
}

/** Records an event; it never fails and never holds up a journey. */
export type Telemetry = (event: TelemetryEvent) => Effect.Effect<void>

/** Where events go; nowhere unless a runtime says so. */
export const Telemetry = Context.Reference<Telemetry>('trustframe/Telemetry', { defaultValue: () => () => Effect.void })
