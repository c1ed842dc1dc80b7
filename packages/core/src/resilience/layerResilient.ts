/** Wraps a `RestfulProvider` with timeout, retry, circuit breaker, bulkhead and retry budget. */
import type { RestfulPlan } from '@trustframe/plan/plan'
import type * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { RestfulProvider } from '../ports/RestfulProvider.ts'
import { Bulkhead } from './Bulkhead.ts'
import { CircuitStore } from './CircuitStore.ts'
import { type Guarded, GuardedCall } from './GuardedCall.ts'
import type { ResilienceOptions } from './ResilienceOptions.ts'
import { type ResolvedResilience, resolveResilience } from './resolveOptions.ts'

const originOf = (template: string): URL | undefined => (URL.canParse(template) ? new URL(template) : undefined)

/** The bulkheads of a layer: one for each origin, and one more for profiles that have limits of their own. */
const makeBulkheads = () => {
  const bulkheads = new Map<string, Bulkhead>()
  return (origin: string, { bulkhead }: ResolvedResilience): Bulkhead | undefined => {
    if (bulkhead === undefined) return undefined
    const key = `${origin} ${bulkhead.concurrency} ${bulkhead.queue}`
    const found = bulkheads.get(key) ?? new Bulkhead(bulkhead.concurrency, bulkhead.queue)
    bulkheads.set(key, found)
    return found
  }
}

/**
 * Guards every call of the `RestfulProvider` that it is given, and takes its place. From the outside in: the time for the
 * call as a whole, the tries, the bulkhead, the circuit breaker, the time for one try, so that each try is one outcome for
 * the circuit. A retry that the circuit or the bulkhead refuses leaves the failure of the try before it.
 *
 * @example
 * layerResilient({ preset: 'b2c' }).pipe(Layer.provide([layerRestful(), CircuitStore.layerMemory]))
 */
export const layerResilient = (
  options: ResilienceOptions = {}
): Layer.Layer<RestfulProvider, never, RestfulProvider | CircuitStore> =>
  Layer.effect(
    RestfulProvider,
    Effect.gen(function* () {
      const provider = yield* RestfulProvider
      const shared = { provider, circuits: yield* CircuitStore, budgets: new Map() }
      const bulkheadFor = makeBulkheads()
      const profiles = new WeakMap<RestfulPlan, Guarded>()

      const guarded = (plan: RestfulPlan): Guarded => {
        const known = profiles.get(plan)
        if (known !== undefined) return known
        const settings = resolveResilience(options, plan.id)
        const url = originOf(plan.serviceUrl.template)
        const origin = url?.origin ?? plan.serviceUrl.template
        const profile = {
          plan,
          settings,
          origin,
          host: url?.host ?? origin,
          circuit: settings.circuitBreaker?.key === 'profile' ? plan.id : origin,
          bulkhead: bulkheadFor(origin, settings)
        }
        profiles.set(plan, profile)
        return profile
      }

      const exchange: Context.Service.Shape<typeof RestfulProvider>['exchange'] = (plan, input, callOptions) =>
        Effect.withFiber((fiber) => new GuardedCall(shared, guarded(plan), input, callOptions, fiber).start())

      return RestfulProvider.of({ exchange, keepsTimeLimit: true })
    })
  )
