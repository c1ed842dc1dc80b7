/** Encrypts texts for the tenant itself: JWE with the key of a container. */
import { type ContainerKey, randomBytes } from '@trustframe/core/ports'
import * as Base64Url from 'effect/encoding/Base64Url'
import * as Effect from 'effect/Effect'
import * as Result from 'effect/Result'
import { decodeProtectedHeader } from 'jose/decode/protected_header'
import { compactDecrypt } from 'jose/jwe/compact/decrypt'
import { CompactEncrypt } from 'jose/jwe/compact/encrypt'
import { jwkOf } from '../keys/Jwk.ts'
import { UnusableKey } from '../keys/importedKeys.ts'

const algorithm = 'dir'
const encryption = 'A256GCM'
/** Source: RFC 7518 section 5.3. */
const nonceBytes = 12

const utf8 = new TextEncoder()

/** Keeps keys that are derived for grants apart from any other that may be derived from the same one. */
const purpose = utf8.encode('trustframe grants')

/** 256 bits of the container's key, by HKDF-SHA-256 (RFC 5869). */
const derive = (secret: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  crypto.subtle
    .importKey('raw', secret, 'HKDF', false, ['deriveBits'])
    .then((key) =>
      crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: purpose }, key, 256)
    )
    .then((bits) => new Uint8Array(bits))

/** The private part of a key: the exponent of an RSA key, the bytes of a symmetric one. */
const secretOf = (key: ContainerKey): Uint8Array<ArrayBuffer> | undefined => {
  const jwk = jwkOf(key)
  const decoded = Base64Url.decode(jwk?.d ?? jwk?.k ?? '')
  return Result.isSuccess(decoded) && decoded.success.length > 0 ? Uint8Array.from(decoded.success) : undefined
}

const keyIdOf = (sealed: string): string | undefined => {
  try {
    return decodeProtectedHeader(sealed).kid
  } catch {
    return undefined
  }
}

/**
 * A text for the tenant alone, in JWE compact form without an encrypted key (`dir`), as B2C's codes and refresh tokens are. What
 * encrypts is derived from the private part of the container's key: a public key alone cannot make codes.
 */
export class GrantCipher {
  readonly #derived = new WeakMap<ContainerKey, Promise<Uint8Array>>()

  #keyOf(key: ContainerKey): Effect.Effect<Uint8Array, UnusableKey> {
    const known = this.#derived.get(key)
    if (known !== undefined) return Effect.promise(() => known)
    const secret = secretOf(key)
    if (secret === undefined) {
      return Effect.fail(new UnusableKey({ algorithm: encryption, detail: 'it has no private part' }))
    }
    const derived = derive(secret)
    this.#derived.set(key, derived)
    return Effect.promise(() => derived)
  }

  seal(text: string, key: ContainerKey): Effect.Effect<string, UnusableKey> {
    return Effect.gen({ self: this }, function* () {
      const derived = yield* this.#keyOf(key)
      const nonce = yield* randomBytes(nonceBytes)
      return yield* Effect.promise(() =>
        new CompactEncrypt(utf8.encode(text))
          .setProtectedHeader({ alg: algorithm, enc: encryption, kid: key.kid })
          .setInitializationVector(nonce)
          .encrypt(derived)
      )
    })
  }

  /** `undefined` for what none of the keys sealed. */
  open(sealed: string, keys: ReadonlyArray<ContainerKey>): Effect.Effect<string | undefined, UnusableKey> {
    return Effect.gen({ self: this }, function* () {
      const kid = keyIdOf(sealed)
      const key = keys.find((candidate) => candidate.kid === kid)
      if (key === undefined) return undefined
      const derived = yield* this.#keyOf(key)
      return yield* Effect.promise(() =>
        compactDecrypt(sealed, derived, {
          keyManagementAlgorithms: [algorithm],
          contentEncryptionAlgorithms: [encryption]
        })
          .then(({ plaintext }) => new TextDecoder().decode(plaintext))
          .catch(() => undefined)
      )
    })
  }
}
