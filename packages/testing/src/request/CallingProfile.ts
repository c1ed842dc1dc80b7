/** Which technical profile makes the request that is under way, for whatever stands in place of the network. */
import { type RestfulInput, RestfulProvider } from '@trustframe/core'
import type { RestfulPlan } from '@trustframe/plan'
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'

/** A call of a RESTful technical profile. */
export interface ProfileCall {
  readonly plan: RestfulPlan
  readonly input: RestfulInput
}

/** The call that the current fiber makes; `undefined` outside of one, and where `layerNamedCalls` is missing. */
export const CallingProfile = Context.Reference<ProfileCall | undefined>('trustframe/testing/CallingProfile', {
  defaultValue: () => undefined
})

/** Wraps a `RestfulProvider`, so that circuits and transports below it know which technical profile is calling. */
export const layerNamedCalls: Layer.Layer<RestfulProvider, never, RestfulProvider> = Layer.effect(
  RestfulProvider,
  Effect.map(RestfulProvider, (provider) => ({
    ...provider,
    exchange: (plan, input, options) =>
      Effect.provideService(provider.exchange(plan, input, options), CallingProfile, { plan, input })
  }))
)
