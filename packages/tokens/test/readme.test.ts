import { readFileSync } from 'node:fs'
import { SigningKeys } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { activeKey, KeyMaterial, layerSigningKeys, layerTokenIssuer } from '../src/index.ts'

// The example of the README, word for word.

export const nextYear = Date.UTC(2027, 0, 1) / 1000

export const layerTokens = layerTokenIssuer.pipe(
  Layer.provideMerge(
    layerSigningKeys({
      B2C_1A_TokenSigningKeyContainer: [
        { material: KeyMaterial.GeneratedRsa(), kid: 'old' },
        { material: KeyMaterial.GeneratedEc(), kid: 'new', notBefore: nextYear }
      ],
      B2C_1A_TokenEncryptionKeyContainer: [{ material: KeyMaterial.GeneratedRsa(), use: 'enc' }]
    })
  )
)

export const signingKeys = Effect.gen(function* () {
  const container = yield* SigningKeys.use((keys) => keys.get('B2C_1A_TokenSigningKeyContainer'))
  return [activeKey(container, nextYear - 1)?.kid, activeKey(container, nextYear)?.kid]
})

// A test that wraps lines differently still holds the same example.
const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
const readme = words(readFileSync(new URL('../README.md', import.meta.url), 'utf8'))

describe('the example of the README', () => {
  it('is the one that is tested here', () => {
    const [, example = ''] = /```ts (.*?)```/.exec(readme) ?? []
    const own = words(readFileSync(new URL(import.meta.url), 'utf8'))
    const declarations = example.split(/ (?=export const )/).slice(1)
    assert.strictEqual(declarations.length, 3)
    for (const declaration of declarations) assert.include(own, declaration.trim())
  })

  it.effect('answers what the README says', () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* Effect.provide(signingKeys, layerTokens), ['old', 'new'])
    })
  )
})
