import { type CodeRules, Entropy, OneTimePasswords, seededEntropy } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import * as Schema from 'effect/Schema'
import * as TestClock from 'effect/testing/TestClock'
import { layerOneTimePasswordsMemory } from '../../src/index.ts'
import { charactersOf } from '../../src/oneTimePasswords/characterSet.ts'
import { codeOf } from '../../src/oneTimePasswords/makeCode.ts'

/** The defaults of the documentation. */
const rules: CodeRules = {
  expiresInSeconds: 600,
  length: 6,
  characterSet: '0-9',
  retryAttempts: 5,
  generationAttempts: 10,
  reuseSameCode: false
}

const layer = Layer.fresh(layerOneTimePasswordsMemory).pipe(
  Layer.provideMerge(Layer.succeed(Entropy, seededEntropy('codes')))
)

const owner = { transaction: 't1', identifier: 'Ada@Contoso.com' }

const generate = (own: Partial<CodeRules> = {}, of = owner) =>
  OneTimePasswords.use((codes) => codes.generate(of, { ...rules, ...own })).pipe(
    Effect.map((answer) => (answer._tag === 'CodeMade' ? Redacted.value(answer.code) : answer._tag))
  )

const verify = (code: string, of = owner) =>
  OneTimePasswords.use((codes) => codes.verify(of, Redacted.make(code))).pipe(Effect.map((verdict) => verdict._tag))

describe('one-time passwords', () => {
  it.effect('are right once', () =>
    Effect.gen(function* () {
      const code = yield* generate()
      assert.match(code, /^\d{6}$/)
      assert.strictEqual(yield* verify(code), 'CodeRight')
      assert.strictEqual(yield* verify(code), 'NoCode')
    }).pipe(Effect.provide(layer))
  )

  it.effect('belong to one identifier, ignoring case, of one journey', () =>
    Effect.gen(function* () {
      const code = yield* generate()
      assert.strictEqual(yield* verify(code, { ...owner, transaction: 't2' }), 'NoCode')
      assert.strictEqual(yield* verify(code, { ...owner, identifier: 'eve@contoso.com' }), 'NoCode')
      assert.strictEqual(yield* verify(code, { ...owner, identifier: 'ADA@contoso.com' }), 'CodeRight')
    }).pipe(Effect.provide(layer))
  )

  it.effect('expire', () =>
    Effect.gen(function* () {
      const code = yield* generate({ expiresInSeconds: 60 })
      yield* TestClock.adjust('59 seconds')
      assert.strictEqual(yield* verify('x'), 'CodeWrong')
      yield* TestClock.adjust('1 second')
      assert.strictEqual(yield* verify(code), 'NoCode')
    }).pipe(Effect.provide(layer))
  )

  it.effect(
    'survive one wrong try less than NumRetryAttempts, and lock their identifier for as long as they live',
    () =>
      Effect.gen(function* () {
        const code = yield* generate({ retryAttempts: 3, expiresInSeconds: 100 })
        yield* TestClock.adjust('50 seconds')
        assert.deepStrictEqual(
          [yield* verify('a'), yield* verify('b'), yield* verify('c'), yield* verify(code)],
          ['CodeWrong', 'CodeWrong', 'TooManyTries', 'TooManyTries']
        )
        assert.strictEqual(yield* generate(), 'TooManyCodes')
        yield* TestClock.adjust('99 seconds')
        assert.strictEqual(yield* generate(), 'TooManyCodes')
        yield* TestClock.adjust('1 second')
        assert.strictEqual(yield* verify(yield* generate()), 'CodeRight')
      }).pipe(Effect.provide(layer))
  )

  it.effect('are given no more than NumCodeGenerationAttempts times until the last one expires', () =>
    Effect.gen(function* () {
      const codes = [yield* generate({ generationAttempts: 2 }), yield* generate({ generationAttempts: 2 })]
      assert.strictEqual(new Set(codes).size, 2)
      assert.strictEqual(yield* generate({ generationAttempts: 2 }), 'TooManyCodes')
      assert.deepStrictEqual([yield* verify(codes[0] ?? ''), yield* verify(codes[1] ?? '')], ['CodeWrong', 'CodeRight'])
      assert.match(yield* generate({ generationAttempts: 2 }), /^\d{6}$/)
    }).pipe(Effect.provide(layer))
  )

  it.effect('are given again with ReuseSameCode, which extends their life and keeps the wrong tries', () =>
    Effect.gen(function* () {
      const own = { reuseSameCode: true, expiresInSeconds: 100, retryAttempts: 2 }
      const code = yield* generate(own)
      assert.strictEqual(yield* verify('x'), 'CodeWrong')
      yield* TestClock.adjust('99 seconds')
      assert.strictEqual(yield* generate(own), code)
      yield* TestClock.adjust('99 seconds')
      assert.strictEqual(yield* verify('y'), 'TooManyTries')
    }).pipe(Effect.provide(layer))
  )

  it.effect('are new after the old one expired, also with ReuseSameCode', () =>
    Effect.gen(function* () {
      const code = yield* generate({ reuseSameCode: true })
      yield* TestClock.adjust('600 seconds')
      assert.notStrictEqual(yield* generate({ reuseSameCode: true }), code)
    }).pipe(Effect.provide(layer))
  )

  const Typed = Schema.Array(Schema.Literals(['right', 'wrong', 'again']))
  it.effect.prop('never verify twice, whatever is typed', [Typed], ([typed]) =>
    Effect.gen(function* () {
      let code = yield* generate()
      const used = new Set<string>()
      for (const what of typed) {
        if (what === 'again') {
          const next = yield* generate()
          if (next !== 'TooManyCodes') code = next
        }
        const verdict = yield* verify(what === 'right' ? code : 'wrong')
        if (verdict !== 'CodeRight') continue
        assert.isFalse(used.has(code))
        used.add(code)
      }
    }).pipe(Effect.provide(layer))
  )
})

describe('the characters of a code', () => {
  const rows: ReadonlyArray<readonly [set: string, characters: string]> = [
    ['0-9', '0123456789'],
    ['a-cA-C0', 'abcABC0'],
    ['\\d', '0123456789'],
    ['0-90-9', '0123456789'],
    ['ab-', 'ab-'],
    ['-ab', '-ab'],
    ['a\\-c', 'a-c'],
    ['!#', '!#'],
    ['', '']
  ]
  it.each(rows)('of "%s" are "%s"', (set, characters) => {
    assert.strictEqual(charactersOf(set).join(''), characters)
  })

  it.effect('all occur, each about as often as any other', () =>
    Effect.gen(function* () {
      const counts = new Map<string, number>()
      for (let at = 0; at < 200; at++) {
        const code = yield* generate({ length: 50, generationAttempts: 1 }, { ...owner, identifier: String(at) })
        for (const character of code) counts.set(character, (counts.get(character) ?? 0) + 1)
      }
      assert.strictEqual(counts.size, 10)
      // 1,000 of each are expected, with a standard deviation of 30.
      for (const count of counts.values()) assert.isTrue(count > 850 && count < 1150)
    }).pipe(Effect.provide(layer))
  )

  it('leave out bytes that would favour some of them', () => {
    const characters = charactersOf('0-9')
    assert.strictEqual(codeOf(characters, 3, Uint8Array.of(255, 249, 250, 0, 13)), '903')
    assert.strictEqual(codeOf(characters, 3, Uint8Array.of(255, 249, 250)), undefined)
  })
})
