/** The interpreter with everything around it: the network, resilience, and a tenant in memory. */
import { Interpreter, PolicyKeys } from '@trustframe/core'
import { CircuitStore, layerResilient, type ResilienceOptions } from '@trustframe/core/resilience'
import {
  type IdentityProviderOptions,
  layerDiscoveryDocuments,
  layerIdentityProviders,
  layerRestful,
  layerUndici,
  type RestfulOptions,
  type UndiciOptions
} from '@trustframe/http'
import type { SeedProblem } from '@trustframe/storage'
import type { KeyProblem } from '@trustframe/tokens'
import * as Layer from 'effect/Layer'
import { layerTenantMemory, type TenantOptions, type TenantServices } from './tenant/layerTenantMemory.ts'

/** What a runtime is made of; everything has a default. */
export interface RuntimeOptions extends TenantOptions {
  readonly resilience?: ResilienceOptions
  /** How RESTful services are called. Its outbound rules hold for identity providers and their documents, too. */
  readonly restful?: RestfulOptions
  readonly identityProviders?: IdentityProviderOptions
  readonly transport?: UndiciOptions
  /** Ports in the place of those that are made here. */
  readonly ports?: Layer.Layer<never>
}

/**
 * An interpreter that calls real services, in a tenant of its own. To replace more of it than ports, compose the layers
 * yourself: this function is only their order.
 *
 * @example
 * Interpreter.use((interpreter) => interpreter.run(plan, start)).pipe(Effect.provide(layerRuntime({ keys })))
 */
export const layerRuntime = (
  options: RuntimeOptions = {}
): Layer.Layer<Interpreter | TenantServices, KeyProblem | SeedProblem> => {
  const {
    identityProviders = {},
    keys = {},
    ports = Layer.empty,
    resilience = {},
    restful = {},
    transport = {}
  } = options
  const outbound = { ...restful, ...identityProviders }
  return Interpreter.layer.pipe(
    Layer.provide(ports),
    Layer.provide([layerResilient(resilience), layerIdentityProviders(outbound)]),
    Layer.provide(layerRestful(restful)),
    Layer.provideMerge(layerTenantMemory(options)),
    Layer.provide(layerDiscoveryDocuments(outbound)),
    Layer.provide([layerUndici(transport), PolicyKeys.layerMemory(keys), CircuitStore.layerMemory])
  )
}
