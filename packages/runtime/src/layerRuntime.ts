/** The interpreter with everything around it: undici, policy keys, resilience. */
import { Interpreter, type PolicyKey, PolicyKeys } from '@trustframe/core'
import { CircuitStore, layerResilient, type ResilienceOptions } from '@trustframe/core/resilience'
import { layerRestful, layerUndici, type RestfulOptions, type UndiciOptions } from '@trustframe/http'
import * as Layer from 'effect/Layer'

/** What a runtime is made of; everything has a default. */
export interface RuntimeOptions {
  /** Policy keys by `StorageReferenceId`. */
  readonly keys?: Readonly<Record<string, PolicyKey>>
  readonly resilience?: ResilienceOptions
  readonly restful?: RestfulOptions
  readonly transport?: UndiciOptions
}

/**
 * An interpreter that calls real services. To replace a part of it, compose the layers yourself: this function is only
 * their order.
 *
 * @example
 * Interpreter.use((interpreter) => interpreter.run(plan, start)).pipe(Effect.provide(layerRuntime({ keys })))
 */
export const layerRuntime = ({
  keys = {},
  resilience = {},
  restful = {},
  transport = {}
}: RuntimeOptions = {}): Layer.Layer<Interpreter> =>
  Interpreter.layer.pipe(
    Layer.provide(layerResilient(resilience)),
    Layer.provide(layerRestful(restful)),
    Layer.provide([layerUndici(transport), PolicyKeys.layerMemory(keys), CircuitStore.layerMemory])
  )
