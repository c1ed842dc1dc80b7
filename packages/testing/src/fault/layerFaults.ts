/** Faults in a runtime: they act where the network begins, so that requests, answers and resilience are the real ones. */
import type { PolicyKeys, RestfulProvider } from '@trustframe/core'
import { type CircuitStore, layerResilient, type ResilienceOptions } from '@trustframe/core/resilience'
import { layerRestful, type RestfulOptions, type Transport } from '@trustframe/http'
import * as Layer from 'effect/Layer'
import { layerNamedCalls } from '../request/CallingProfile.ts'
import type { FaultPlan } from './FaultPlan.ts'
import { Faults } from './FaultSchedule.ts'
import { layerFaultyCircuits } from './layerFaultyCircuits.ts'
import { layerFaultyTransport } from './layerFaultyTransport.ts'

/** What the calls under faults are guarded and made with. */
export interface FaultyCallsOptions {
  readonly resilience?: ResilienceOptions
  readonly restful?: RestfulOptions
}

/**
 * The `RestfulProvider` of a runtime with faults in it: `layerResilient` over `layerRestful`, and what makes the faults
 * happen in between. The transport may be a fake or undici. To compose it otherwise, its parts are `layerNamedCalls` (on
 * the outside), `layerFaultyCircuits` and `layerFaultyTransport`, which share `Faults.layer(plan)`.
 *
 * @example
 * Interpreter.layer.pipe(
 *   Layer.provide(layerFaults(plan, { resilience: { preset: 'b2c' } })),
 *   Layer.provide([layerUndici(), PolicyKeys.layerMemory(keys), CircuitStore.layerMemory])
 * )
 */
export const layerFaults = (
  plan: FaultPlan,
  { resilience = {}, restful = {} }: FaultyCallsOptions = {}
): Layer.Layer<RestfulProvider, never, Transport | PolicyKeys | CircuitStore> =>
  layerNamedCalls.pipe(
    Layer.provide(layerResilient(resilience)),
    Layer.provide(layerFaultyCircuits),
    Layer.provide(layerRestful(restful)),
    Layer.provide(layerFaultyTransport),
    Layer.provide(Faults.layer(plan))
  )
