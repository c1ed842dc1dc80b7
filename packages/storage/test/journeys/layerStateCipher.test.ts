import { Entropy, seededEntropy, StateCipher } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import * as Schema from 'effect/Schema'
import { layerStateCipher, layerStateCipherEphemeral } from '../../src/index.ts'

const keyOf = (byte: number, length = 32) => Redacted.make(new Uint8Array(length).fill(byte))
const [first, second] = [keyOf(1), keyOf(2)]

const seal = (text: string, about = 'journey 1') => StateCipher.use((cipher) => cipher.seal(text, about))
const open = (sealed: string, about = 'journey 1') => StateCipher.use((cipher) => cipher.open(sealed, about))

describe('a sealed text', () => {
  it.effect.prop('opens again', [Schema.String, Schema.String], ([text, about]) =>
    Effect.gen(function* () {
      // A lone surrogate has no UTF-8.
      const whole = text.toWellFormed()
      assert.strictEqual(yield* open(yield* seal(whole, about), about), whole)
    }).pipe(Effect.provide(layerStateCipher([first])))
  )

  it.effect('is another one every time, and does not show its text', () =>
    Effect.gen(function* () {
      const sealed = [yield* seal('a secret'), yield* seal('a secret')]
      assert.strictEqual(new Set(sealed).size, 2)
      for (const text of sealed) assert.match(text, /^[\w-]{40,60}$/)
    }).pipe(Effect.provide(layerStateCipherEphemeral))
  )

  it.effect('opens after its key was replaced, as long as the key is there', () =>
    Effect.gen(function* () {
      const sealed = yield* seal('text').pipe(Effect.provide(layerStateCipher([first])))
      assert.strictEqual(yield* open(sealed).pipe(Effect.provide(layerStateCipher([second, first]))), 'text')
      assert.strictEqual(yield* open(sealed).pipe(Effect.provide(layerStateCipher([second]))), undefined)
    })
  )

  it.effect('does not open about something else', () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* open(yield* seal('text', 'journey 1'), 'journey 2'), undefined)
    }).pipe(Effect.provide(layerStateCipherEphemeral))
  )

  it.effect('does not open when any character was changed, or some are missing', () =>
    Effect.gen(function* () {
      const sealed = yield* seal('text')
      for (let at = 0; at < sealed.length - 1; at++) {
        const other = sealed.charAt(at) === 'A' ? 'B' : 'A'
        assert.strictEqual(yield* open(`${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`), undefined)
        assert.strictEqual(yield* open(sealed.slice(0, at)), undefined)
      }
    }).pipe(
      Effect.provide(layerStateCipher([first]).pipe(Layer.provideMerge(Layer.succeed(Entropy, seededEntropy('seal')))))
    )
  )

  it.effect('needs keys of 32 bytes', () =>
    Effect.gen(function* () {
      const error = yield* Effect.void.pipe(Effect.provide(layerStateCipher([first, keyOf(3, 16)])), Effect.flip)
      assert.strictEqual(error.message, 'state key 2 has 16 bytes; AES-256 takes 32')
    })
  )
})
