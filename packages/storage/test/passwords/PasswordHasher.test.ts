import { argon2Sync } from 'node:crypto'
import { Entropy, seededEntropy } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import * as Schema from 'effect/Schema'
import { defaultHashCost, type HashCost, PasswordHasher } from '../../src/index.ts'
import { isPasswordHash } from '../../src/passwords/PasswordHasher.ts'
import { layerCheapHasher } from '../support/layers.ts'

const Password = Schema.NonEmptyString

const cheap = <A, E>(effect: Effect.Effect<A, E, PasswordHasher>) => Effect.provide(effect, layerCheapHasher)

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')

/** The hash by Node's own argon2id. */
const hashOfNode = (password: string, salt: Uint8Array, { iterations, memoryKib }: HashCost) => {
  const digest = argon2Sync('argon2id', {
    message: password,
    nonce: salt,
    memory: memoryKib,
    passes: iterations,
    parallelism: 1,
    tagLength: 32
  })
  return `$argon2id$v=19$m=${memoryKib},t=${iterations},p=1$${base64(salt)}$${base64(digest)}`
}

describe('PasswordHasher', () => {
  it.effect.prop(
    'the same password has the same hash under the same salt, another one another',
    [Password, Password],
    (pair) =>
      cheap(
        Effect.gen(function* () {
          const [password, other] = pair.map((text) => text.toWellFormed().normalize('NFKC'))
          const hasher = yield* PasswordHasher
          const hash = yield* hasher.hash(Redacted.make(password ?? ''))
          assert.strictEqual(yield* hasher.rehash(Redacted.make(password ?? ''), hash), hash)
          assert.strictEqual((yield* hasher.rehash(Redacted.make(other ?? ''), hash)) === hash, password === other)
        })
      )
  )

  const costs: ReadonlyArray<HashCost> = [defaultHashCost, { memoryKib: 8, iterations: 1 }]
  it.effect.each(costs)('agrees with another argon2id at %j', (cost) =>
    Effect.gen(function* () {
      const hasher = yield* PasswordHasher
      const hash = hashOfNode('Passw0rd!', new TextEncoder().encode('a salt of 16 b..'), cost)
      assert.isTrue(isPasswordHash(hash))
      assert.strictEqual(yield* hasher.rehash(Redacted.make('Passw0rd!'), hash), hash)
      assert.notStrictEqual(yield* hasher.rehash(Redacted.make('passw0rd!'), hash), hash)
    }).pipe(cheap)
  )

  it.effect('never gives two hashes the same salt', () =>
    Effect.gen(function* () {
      const hasher = yield* PasswordHasher
      const hashes = yield* Effect.replicateEffect(hasher.hash(Redacted.make('Passw0rd!')), 20)
      assert.strictEqual(new Set(hashes).size, 20)
    }).pipe(cheap, Effect.provideService(Entropy, seededEntropy('salts')))
  )

  it.effect('takes two Unicode forms of the same characters for the same password', () =>
    Effect.gen(function* () {
      const hasher = yield* PasswordHasher
      const hash = yield* hasher.hash(Redacted.make('caf\u00e9'))
      assert.strictEqual(yield* hasher.rehash(Redacted.make('cafe\u0301'), hash), hash)
    }).pipe(cheap)
  )

  const others = ['', 'Passw0rd!', '$2b$10$abcdefghijklmnopqrstuv', '$argon2i$v=19$m=8,t=1,p=1$c2FsdA$c2FsdA']
  it.each(others)('does not take %j for one of its hashes', (text) => {
    assert.isFalse(isPasswordHash(text))
  })
})
