/** Trustframe in the suite outbound: the whole journey, and the claims exchange alone. */
import { Interpreter, PolicyKeys, RestfulProvider } from '@trustframe/core'
import { CircuitStore, layerResilient } from '@trustframe/core/resilience'
import { layerRestful, layerUndici } from '@trustframe/http'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as ManagedRuntime from 'effect/ManagedRuntime'
import { loyaltyExchange, loyaltyPlan } from './loyalty.mjs'

/** Time limit, retries and circuit breaker as B2C has them. */
const guarded = layerResilient({ preset: 'b2c' }).pipe(
  Layer.provide(layerRestful()),
  Layer.provide([layerUndici(), PolicyKeys.layerMemory({}), CircuitStore.layerMemory])
)

const context = {
  correlationId: 'c0ffee00-1234-4abc-9def-0123456789ab',
  language: 'en',
  parameters: {},
  hostName: 'localhost',
  ipAddress: '127.0.0.1'
}

const journey = { runtime: undefined, interpreter: undefined, plan: undefined }

/** One whole journey: claims in, claims exchange, content of the token out. */
export const project = {
  name: 'Trustframe: the whole journey',
  async setup({ claims, url }) {
    journey.plan = loyaltyPlan(url, Object.keys(claims))
    journey.runtime = ManagedRuntime.make(Interpreter.layer.pipe(Layer.provide(guarded)))
    journey.interpreter = await journey.runtime.runPromise(Interpreter)
  },
  async run({ claims }) {
    const { interpreter, plan } = journey
    const end = await Effect.runPromise(interpreter.run(plan, { context, claims: new Map(Object.entries(claims)) }))
    return end._tag === 'Completed' ? end.token : { failed: end.error.description }
  },
  teardown: () => journey.runtime.dispose()
}

const exchange = { runtime: undefined, provider: undefined, plan: undefined }

/** The claims exchange under its guard, as a step of a journey demands it. */
export const projectExchange = {
  name: 'Trustframe: the claims exchange alone',
  async setup({ claims, url }) {
    exchange.plan = loyaltyExchange(loyaltyPlan(url, Object.keys(claims)))
    exchange.runtime = ManagedRuntime.make(guarded)
    exchange.provider = await exchange.runtime.runPromise(RestfulProvider)
  },
  async run({ claims }) {
    const { body } = await Effect.runPromise(exchange.provider.exchange(exchange.plan, Object.values(claims)))
    return body
  },
  teardown: () => exchange.runtime.dispose()
}
