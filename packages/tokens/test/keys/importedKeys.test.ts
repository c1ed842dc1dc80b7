import { generateKeyPairSync } from 'node:crypto'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import { KeyImporter } from '../../src/keys/importedKeys.ts'
import { type Jwk, readJwk } from '../../src/keys/Jwk.ts'

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwk = readJwk(privateKey.export({ format: 'jwk' })) ?? assert.fail('no JWK')

describe('importing a key', () => {
  it.effect('happens once for each owner and algorithm', () =>
    Effect.gen(function* () {
      const importer = new KeyImporter()
      let reads = 0
      const read = (): Jwk => {
        reads++
        return jwk
      }
      const [one, another] = [{}, {}]
      const first = yield* importer.import(one, 'ES256', read)
      assert.strictEqual(yield* importer.import(one, 'ES256', read), first)
      assert.strictEqual(reads, 1)
      yield* importer.import(another, 'ES256', read)
      assert.strictEqual(reads, 2)
    })
  )

  it.effect('says why it failed', () =>
    Effect.gen(function* () {
      const weak: Jwk = { kty: 'RSA', n: 'AQ', e: 'AQAB' }
      const error = yield* Effect.flip(new KeyImporter().import({}, 'ES256', () => weak))
      assert.match(error.message, /^the key cannot be used for ES256: ./)
    })
  )
})
