/** Hashing of passwords: argon2id, as PHC strings that carry their cost. */
import { randomBytes } from '@trustframe/core/ports'
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import { argon2id } from 'hash-wasm'

/** What one hash costs. */
export interface HashCost {
  /** In KiB. */
  readonly memoryKib: number
  readonly iterations: number
}

/** 19 MiB and two passes: some 60 ms. Source: OWASP Password Storage Cheat Sheet (argon2id). */
export const defaultHashCost: HashCost = { memoryKib: 19_456, iterations: 2 }

const saltBytes = 16
const hashBytes = 32
const base64Digits = /^[A-Za-z0-9+/]+$/
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/

interface Recipe extends HashCost {
  readonly parallelism: number
  readonly salt: Uint8Array
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

const readRecipe = (hash: string): Recipe | undefined => {
  const [, memory, iterations, parallelism, salt = '', digest = ''] = phc.exec(hash) ?? []
  return base64Digits.test(salt) && base64Digits.test(digest)
    ? {
        memoryKib: Number(memory),
        iterations: Number(iterations),
        parallelism: Number(parallelism),
        salt: bytesOf(salt)
      }
    : undefined
}

/** Whether a text is a hash of this hasher: `$argon2id$v=19$m=…,t=…,p=…$salt$digest`. */
export const isPasswordHash = (text: string): boolean => readRecipe(text) !== undefined

const encode = (password: Redacted.Redacted, { iterations, memoryKib, parallelism, salt }: Recipe) =>
  Effect.promise(() =>
    argon2id({
      // Unicode forms of the same characters are the same password (NIST SP 800-63B section 5.1.1.2).
      password: Redacted.value(password).normalize('NFKC'),
      salt,
      iterations,
      memorySize: memoryKib,
      parallelism,
      hashLength: hashBytes,
      outputType: 'encoded'
    })
  )

/**
 * Hashes passwords. Whoever runs on a platform with a faster argon2id puts it in the place of `layer`.
 *
 * A wrong password has a hash too: `rehash` gives what a password would be under the salt and the cost of another hash, so that
 * equal answers mean equal passwords.
 */
export class PasswordHasher extends Context.Service<
  PasswordHasher,
  {
    readonly hash: (password: Redacted.Redacted) => Effect.Effect<string>
    /** The hash of `password` made like `like`; equal to `like` when the password is the same. */
    readonly rehash: (password: Redacted.Redacted, like: string) => Effect.Effect<string>
  }
>()('trustframe/PasswordHasher') {
  /** argon2id in WebAssembly. A lower cost is for tests only. */
  static readonly layer = (cost: HashCost = defaultHashCost): Layer.Layer<PasswordHasher> =>
    Layer.succeed(PasswordHasher, {
      hash: Effect.fnUntraced(function* (password: Redacted.Redacted) {
        const salt = yield* randomBytes(saltBytes)
        return yield* encode(password, { ...cost, parallelism: 1, salt })
      }),
      rehash: (password, like) => {
        const recipe = readRecipe(like)
        return recipe === undefined
          ? Effect.die(new Error('a stored password hash is not argon2id in PHC form'))
          : encode(password, recipe)
      }
    })
}
