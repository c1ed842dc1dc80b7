/** Compiles and runs a policy with a handler of one's own. */
import { CustomProviders } from '@trustframe/core/ports'
import { type Compiled, compileSingleProfile } from '@trustframe/plan'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'
import { layerRuntime } from '@trustframe/runtime'
import * as Layer from 'effect/Layer'
import { handler, loyaltyProvider } from './loyaltyProvider.ts'
import { policy as text } from './policy.ts'

/** The compiler has to know which handlers the runtime has; any other is a finding. */
export const compileOwn = (handlers: ReadonlyArray<string> = [handler]): Compiled | undefined => {
  const { policy } = resolvePolicies([parsePolicy({ path: 'Loyalty.xml', text })]).effective('B2C_1A_Loyalty')
  return policy === undefined ? undefined : compileSingleProfile(policy, 'Loyalty', { handlers })
}

/** The runtime with the claims provider that is behind the handler. */
export const layerOwn = (cards: ReadonlyMap<string, number>) =>
  layerRuntime().pipe(Layer.provide(Layer.succeed(CustomProviders, { [handler]: loyaltyProvider(cards) })))
