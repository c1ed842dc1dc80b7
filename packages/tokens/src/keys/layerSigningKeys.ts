/** Key containers in memory. */
import { type KeyContainer, KeyNotFound, SigningKeys } from '@trustframe/core/ports'
import * as Cache from 'effect/Cache'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { type KeyContainerSpecs, KeyMaterial } from './KeySpec.ts'
import { type KeyProblem, makeKey } from './makeKey.ts'

const makeContainer = (
  storageReferenceId: string,
  specs: KeyContainerSpecs[string]
): Effect.Effect<KeyContainer, KeyProblem> =>
  Effect.map(
    Effect.forEach(specs, (spec, index) => makeKey(storageReferenceId, index + 1, spec)),
    (keys) => ({ storageReferenceId, keys })
  )

/** The containers that are specified. */
export const layerSigningKeys = (specs: KeyContainerSpecs): Layer.Layer<SigningKeys, KeyProblem> =>
  Layer.effect(
    SigningKeys,
    Effect.gen(function* () {
      const containers = new Map<string, KeyContainer>()
      for (const [name, keys] of Object.entries(specs)) {
        containers.set(name.toLowerCase(), yield* makeContainer(name, keys))
      }
      return SigningKeys.of({
        get: (storageReferenceId) => {
          const container = containers.get(storageReferenceId.toLowerCase())
          return container === undefined
            ? Effect.fail(new KeyNotFound({ storageReferenceId }))
            : Effect.succeed(container)
        }
      })
    })
  )

/**
 * Makes an RSA key for every container that is asked for and not known to the `SigningKeys` around it: policies run without any
 * key being configured. Tokens of one process do not verify in another, so this is for development.
 */
export const layerGeneratingKeys: Layer.Layer<SigningKeys, never, SigningKeys> = Layer.effect(
  SigningKeys,
  Effect.gen(function* () {
    const configured = yield* SigningKeys
    const generated = yield* Cache.make({
      capacity: Infinity,
      lookup: (name: string) => Effect.orDie(makeContainer(name, [{ material: KeyMaterial.GeneratedRsa() }]))
    })
    return SigningKeys.of({
      get: (storageReferenceId) =>
        Effect.catchTag(configured.get(storageReferenceId), 'KeyNotFound', () =>
          Cache.get(generated, storageReferenceId.toLowerCase())
        )
    })
  })
)
