import { readFileSync } from 'node:fs'
import { Directory } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import { layerDirectoryMemory, PasswordHasher } from '../src/index.ts'

// The example of the README, word for word.

export const layerDirectory = layerDirectoryMemory({
  users: [{ displayName: 'Ada', signInNames: { emailAddress: 'ada@contoso.com' }, password: 'Passw0rd!' }],
  lockout: { threshold: 5 }
}).pipe(Layer.provide(PasswordHasher.layer()))

export const changePassword = Effect.gen(function* () {
  const directory = yield* Directory
  const password = Redacted.make('Passw0rd!')
  const signIn = yield* directory.authenticate({ username: 'ada@contoso.com', password })
  if (signIn._tag !== 'PasswordRight') return signIn._tag
  const written = yield* directory.perform({
    _tag: 'Write',
    key: { attribute: 'objectId', value: signIn.attributes['objectId'] ?? null },
    attributes: {},
    password: Redacted.make('correct horse'),
    mayCreate: false,
    mayUpdate: true
  })
  return written._tag === 'AttributeRefused' ? written.detail : written._tag
})

// A test that wraps lines differently still holds the same example.
const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
const readme = words(readFileSync(new URL('../README.md', import.meta.url), 'utf8'))

describe('the example of the README', () => {
  it('is the one that is tested here', () => {
    const [, example = ''] = /```ts (.*?)```/.exec(readme) ?? []
    const own = words(readFileSync(new URL(import.meta.url), 'utf8'))
    const declarations = example.split(/ (?=export const )/).slice(1)
    assert.strictEqual(declarations.length, 2)
    for (const declaration of declarations) assert.include(own, declaration.trim())
  })

  it.effect('answers what the README says', () =>
    Effect.gen(function* () {
      const answer = yield* Effect.provide(changePassword, layerDirectory)
      assert.include(readme, `It answers \`${answer}\``)
    })
  )
})
