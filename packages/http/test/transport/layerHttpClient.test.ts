import * as NodeHttpClient from '@effect/platform-node/NodeHttpClient'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as FetchHttpClient from 'effect/http/FetchHttpClient'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import { Agent, fetch } from 'undici'
import { layerHttpClient } from '../../src/transport/layerHttpClient.ts'
import { Transport } from '../../src/transport/Transport.ts'
import { request, transportContract } from './contract.ts'

const common = { knowsConnectPhases: false, knowsReason: false } as const

transportContract({
  ...common,
  name: 'layerHttpClient over undici',
  layer: (ca) => layerHttpClient().pipe(Layer.provide(NodeHttpClient.layerUndiciOptions({ connect: { ca: [...ca] } })))
})

transportContract({
  ...common,
  name: 'layerHttpClient over node:http',
  layer: (ca) =>
    layerHttpClient().pipe(Layer.provide(NodeHttpClient.layerNodeHttpOptions({ ca: [...ca], keepAlive: true })))
})

const layerFetch = (ca: ReadonlyArray<string>) => {
  const layerAgent = Layer.effect(
    FetchHttpClient.Fetch,
    Effect.map(
      Effect.acquireRelease(
        Effect.sync(() => new Agent({ connect: { ca: [...ca] } })),
        (agent) => Effect.promise(() => agent.destroy())
      ),
      (dispatcher) => (input: unknown, init: unknown) => fetch(String(input), { ...Object(init), dispatcher })
    )
  )
  return FetchHttpClient.layer.pipe(Layer.provideMerge(layerAgent))
}

transportContract({
  ...common,
  name: 'layerHttpClient over fetch',
  layer: (ca) => layerHttpClient().pipe(Layer.provide(layerFetch(ca)))
})

const failing = (changes: Parameters<typeof request>[1], options?: Parameters<typeof layerHttpClient>[0]) =>
  Effect.map(
    Effect.flip(Transport.use((transport) => transport.send(request('http://127.0.0.1:1', changes)))),
    ({ failure }) => failure
  ).pipe(Effect.provide(layerHttpClient(options).pipe(Layer.provide(NodeHttpClient.layerUndici))))

describe('what an HttpClient cannot do is said', () => {
  it.live('client certificates', () =>
    Effect.gen(function* () {
      const certificate = { _tag: 'Pem', certificate: '', privateKey: Redacted.make('') } as const
      assert.deepStrictEqual(yield* failing({ certificate }), {
        _tag: 'CertificateUnusable',
        detail: 'this transport cannot present client certificates; use layerUndici'
      })
    })
  )

  it.live('refusing private addresses', () =>
    Effect.gen(function* () {
      assert.deepInclude(yield* failing({ refuse: 'private' }), {
        _tag: 'RequestInvalid',
        detail: 'this transport cannot keep requests from private addresses; use layerUndici'
      })
      const checked = yield* failing({ refuse: 'private' }, { refusesPrivateAddresses: true })
      assert.strictEqual(checked._tag, 'ConnectionFailed')
    })
  )
})
