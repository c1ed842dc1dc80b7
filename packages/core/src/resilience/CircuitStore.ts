/** The port to the state of the circuits, which several processes may share. */
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { type CircuitState, initialCircuit } from './CircuitState.ts'

/**
 * Keeps the circuits by their keys.
 *
 * `modify` replaces a circuit by what `change` makes of it (`initialCircuit` for a key that is not known), atomically: a
 * store that compares and swaps calls `change` again when it lost. It cannot fail; a store that cannot reach its database
 * answers for the initial circuit, so that calls are made rather than lost.
 */
export class CircuitStore extends Context.Service<
  CircuitStore,
  {
    readonly modify: <A>(key: string, change: (state: CircuitState) => readonly [A, CircuitState]) => Effect.Effect<A>
    /** The same at once, for a store that needs no waiting: two detours less in every call. */
    readonly modifyUnsafe?: <A>(key: string, change: (state: CircuitState) => readonly [A, CircuitState]) => A
    /** The circuits that are known, for whoever watches them. */
    readonly all: Effect.Effect<ReadonlyMap<string, CircuitState>>
  }
>()('trustframe/CircuitStore') {
  /** Circuits in the memory of this process; every build starts with none. */
  static readonly layerMemory: Layer.Layer<CircuitStore> = Layer.sync(CircuitStore, () => {
    const circuits = new Map<string, CircuitState>()
    const modifyUnsafe = <A>(key: string, change: (state: CircuitState) => readonly [A, CircuitState]): A => {
      const before = circuits.get(key) ?? initialCircuit
      const [result, after] = change(before)
      if (after !== before) circuits.set(key, after)
      return result
    }
    return {
      modify: (key, change) => Effect.sync(() => modifyUnsafe(key, change)),
      modifyUnsafe,
      all: Effect.sync(() => new Map(circuits))
    }
  })
}
