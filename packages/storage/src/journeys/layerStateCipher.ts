/** Seals texts with AES-256-GCM. */
import { randomBytes, StateCipher } from '@trustframe/core/ports'
import * as Base64Url from 'effect/encoding/Base64Url'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'

/** A key that is not 32 bytes long. */
export class StateKeyProblem extends Schema.TaggedError<StateKeyProblem>()('StateKeyProblem', {
  /** From 1. */
  position: Schema.Int,
  bytes: Schema.Int
}) {
  override get message() {
    return `state key ${this.position} has ${this.bytes} bytes; AES-256 takes 32`
  }
}

type Bytes = Uint8Array<ArrayBuffer>
type AesKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

const version = 1
const keyBytes = 32
const nameBytes = 4
/** Source: NIST SP 800-38D section 8.2 (96 bits). */
const nonceBytes = 12

/** The version, the name of the key, the nonce. */
const headBytes = 1 + nameBytes + nonceBytes

interface SealingKey {
  /** The beginning of the key's SHA-256, so that a text tells which key opens it. */
  readonly name: Bytes
  readonly key: AesKey
}

const importKey = (bytes: Bytes): Effect.Effect<SealingKey> =>
  Effect.promise(async () => ({
    name: new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, nameBytes),
    key: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  }))

const sameBytes = (left: Uint8Array, right: Uint8Array): boolean => left.every((byte, at) => byte === right[at])

const join = (...parts: ReadonlyArray<Uint8Array>): Bytes => {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

const utf8 = new TextEncoder()

const cipherOf = (sealing: SealingKey, keys: ReadonlyArray<SealingKey>): StateCipher['Service'] => ({
  seal: Effect.fnUntraced(function* (text: string, about: string) {
    const iv = yield* randomBytes(nonceBytes)
    const sealed = yield* Effect.promise(() =>
      crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8.encode(about) }, sealing.key, utf8.encode(text))
    )
    return Base64Url.encode(join(Uint8Array.of(version), sealing.name, iv, new Uint8Array(sealed)))
  }),
  open: Effect.fnUntraced(function* (sealed: string, about: string) {
    const decoded = Base64Url.decode(sealed)
    if (Result.isFailure(decoded)) return undefined
    const bytes = Uint8Array.from(decoded.success)
    const name = bytes.slice(1, 1 + nameBytes)
    const key = bytes[0] === version ? keys.find((candidate) => sameBytes(candidate.name, name))?.key : undefined
    if (key === undefined || bytes.length < headBytes) return undefined
    const iv = bytes.slice(1 + nameBytes, headBytes)
    // A text that was changed, or sealed about something else, does not decrypt.
    const text = yield* Effect.promise(() =>
      crypto.subtle
        .decrypt({ name: 'AES-GCM', iv, additionalData: utf8.encode(about) }, key, bytes.slice(headBytes))
        .then((opened) => new TextDecoder().decode(opened))
        .catch(() => undefined)
    )
    return text
  })
})

/**
 * Seals with the first key and opens with any of them, so that keys can be exchanged while journeys are open. A key has 32
 * random bytes.
 */
export const layerStateCipher = (
  keys: readonly [Redacted.Redacted<Uint8Array>, ...ReadonlyArray<Redacted.Redacted<Uint8Array>>]
): Layer.Layer<StateCipher, StateKeyProblem> =>
  Layer.effect(
    StateCipher,
    Effect.gen(function* () {
      const imported: Array<SealingKey> = []
      for (const [index, key] of keys.entries()) {
        const bytes = Uint8Array.from(Redacted.value(key))
        if (bytes.length !== keyBytes) {
          return yield* new StateKeyProblem({ position: index + 1, bytes: bytes.length })
        }
        imported.push(yield* importKey(bytes))
      }
      const [first] = imported
      return first === undefined ? yield* new StateKeyProblem({ position: 1, bytes: 0 }) : cipherOf(first, imported)
    })
  )

/** Seals with a key of its own, which nobody else has: what it seals ends with the process. */
export const layerStateCipherEphemeral: Layer.Layer<StateCipher> = Layer.effect(
  StateCipher,
  Effect.gen(function* () {
    const key = yield* importKey(yield* randomBytes(keyBytes))
    return cipherOf(key, [key])
  })
)
