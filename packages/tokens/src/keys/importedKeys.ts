/** Imports keys once: a key that signs every token is not read anew each time. */
import * as Effect from 'effect/Effect'
import * as Schema from 'effect/Schema'
import { importJWK } from 'jose/key/import'
import type { Jwk } from './Jwk.ts'

/** A key that jose takes. */
export type ImportedKey = Awaited<ReturnType<typeof importJWK>>

/** A key cannot be used for an algorithm. */
export class UnusableKey extends Schema.TaggedError<UnusableKey>()('UnusableKey', {
  algorithm: Schema.String,
  detail: Schema.String
}) {
  override get message() {
    return `the key cannot be used for ${this.algorithm}: ${this.detail}`
  }
}

/** What a foreign library said; its messages name what a key lacks, and hold nothing of the key. */
export const detailOf = (error: unknown): string => (error instanceof Error ? error.message : 'for an unknown reason')

const importAs = (jwk: Jwk, algorithm: string): Effect.Effect<ImportedKey, UnusableKey> =>
  Effect.tryPromise({
    try: () => importJWK({ ...jwk }, algorithm),
    catch: (error) => new UnusableKey({ algorithm, detail: detailOf(error) })
  })

/** The part of a key that verifies: of a symmetric key the whole. */
export const verifyingPart = (jwk: Jwk): Jwk => {
  const { crv, e, k, kid, kty, n, x, y } = jwk
  const part: Record<string, string> = {}
  for (const [name, value] of Object.entries({ kid, n, e, crv, x, y, k })) if (value !== undefined) part[name] = value
  return { ...part, kty }
}

/** Imported keys by what they were imported from, for as long as that lives. */
export class KeyImporter {
  readonly #imported = new WeakMap<object, Map<string, Effect.Effect<ImportedKey, UnusableKey>>>()

  /** The key of `jwk` for an algorithm. `owner` is what the key belongs to, such as a key of a container. */
  import(owner: object, algorithm: string, jwk: () => Jwk): Effect.Effect<ImportedKey, UnusableKey> {
    return Effect.suspend(() => {
      const known = this.#imported.get(owner) ?? new Map<string, Effect.Effect<ImportedKey, UnusableKey>>()
      this.#imported.set(owner, known)
      const imported = known.get(algorithm)
      if (imported !== undefined) return imported
      return Effect.flatMap(Effect.cached(importAs(jwk(), algorithm)), (fresh) => {
        known.set(algorithm, fresh)
        return fresh
      })
    })
  }
}
