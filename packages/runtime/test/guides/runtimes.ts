/** The runtimes that the guide composes; the guide quotes this file, and a test compares the two. */
import { type CustomProvider, CustomProviders, Interpreter, KeyNotFound, PolicyKeys, secretKey } from '@trustframe/core'
import { CircuitStore, layerResilient } from '@trustframe/core/resilience'
import { layerRestful, layerUndici, Transport } from '@trustframe/http'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'

export const layerStandard = Interpreter.layer.pipe(
  Layer.provide(layerResilient({ preset: 'standard' })),
  Layer.provide(layerRestful()),
  Layer.provide([
    layerUndici(),
    PolicyKeys.layerMemory({ B2C_1A_ApiSecret: secretKey('a secret') }),
    CircuitStore.layerMemory
  ])
)

export const layerCanned = Layer.succeed(Transport, {
  send: ({ origin, path }) =>
    Effect.succeed({
      status: 200,
      reason: 'OK',
      headers: { 'content-type': 'application/json' },
      body: new TextEncoder().encode(JSON.stringify({ plan: `${origin}${path}` })),
      bodyProblem: undefined
    })
})

export const layerWithOwnTransport = Interpreter.layer.pipe(
  Layer.provide(layerResilient({ preset: 'b2c' })),
  Layer.provide(layerRestful()),
  Layer.provide([layerCanned, PolicyKeys.layerMemory({}), CircuitStore.layerMemory])
)

const score: CustomProvider = ({ input }) =>
  input['email'] === 'eve@contoso.com'
    ? Effect.succeed({ _tag: 'Refused', messageId: 'UserMessageIfLow', text: 'The score is too low.', values: ['3'] })
    : Effect.succeed({ _tag: 'Claims', claims: { score: '7' } })

export const layerWithOwnHandler = layerWithOwnTransport.pipe(
  Layer.provideMerge(Layer.succeed(CustomProviders, { 'Contoso.Score': score }))
)

const vault = new Map([['b2c_1a_apisecret', 'from the vault']])

export const layerVault = Layer.succeed(PolicyKeys, {
  get: (storageReferenceId) => {
    const secret = vault.get(storageReferenceId.toLowerCase())
    return secret === undefined
      ? Effect.fail(new KeyNotFound({ storageReferenceId }))
      : Effect.succeed(secretKey(secret))
  }
})
