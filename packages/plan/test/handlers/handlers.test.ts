import { assert, describe, it } from '@effect/vitest'
import { calls } from '../../src/compile/calls/index.ts'
import { handlers, type HandlerContract } from '../../src/handlers/index.ts'

const repeated = (values: ReadonlyArray<string>): ReadonlyArray<string> => {
  const keys = values.map((value) => value.toLowerCase())
  return values.filter((_, index) => keys.indexOf(keys[index] ?? '') !== index)
}

const isSentence = (text: string): boolean => /^[A-Z"'{].*\.$/.test(text)

describe('the contracts of handlers', () => {
  it('have names and handlers of their own', () => {
    assert.deepStrictEqual(repeated(handlers.map(({ name }) => name)), [])
    assert.deepStrictEqual(repeated(handlers.flatMap(({ handler }) => handler ?? [])), [])
  })

  it('that a step calls and that run have a compiler, and no others have one', () => {
    const uncalled: ReadonlySet<HandlerContract['kind']> = new Set(['issuer', 'session', 'relyingParty'])
    const called = handlers.filter(({ kind, runs }) => runs && !uncalled.has(kind))
    assert.sameMembers(
      [...calls.keys()],
      called.map(({ name }) => name)
    )
  })

  it.each(handlers.map((contract): readonly [string, HandlerContract] => [contract.name, contract]))(
    '%s',
    (_, { handler, keys, metadata, partnerClaims = [], protocols, summary }) => {
      assert.deepStrictEqual(repeated(metadata.map(({ key }) => key)), [], 'each metadata key once')
      assert.deepStrictEqual(repeated(keys.map(({ id }) => id)), [], 'each cryptographic key once')
      assert.isAbove(protocols.length, 0)
      assert.strictEqual(handler !== undefined, protocols.includes('Proprietary'), 'proprietary ones have a handler')
      assert.isTrue(handler === undefined || /^Web\.TPEngine\.(?:Providers|SSO)\.[\w.]+$/.test(handler))
      const sentences = [summary, ...[...metadata, ...keys, ...partnerClaims].map((item) => item.summary)]
      assert.deepStrictEqual(
        sentences.filter((text) => !isSentence(text)),
        []
      )
      for (const { default: byDefault, key, type } of metadata) {
        if (byDefault === undefined) continue
        if (type._tag === 'Boolean') assert.include(['true', 'false'], byDefault, key)
        if (type._tag === 'OneOf') assert.include(type.values, byDefault, key)
        if (type._tag === 'Integer') {
          assert.isAtLeast(Number(byDefault), type.minimum ?? -Infinity, key)
          assert.isAtMost(Number(byDefault), type.maximum ?? Infinity, key)
        }
        if (type._tag === 'Message') {
          const used = [...byDefault.matchAll(/\{(\d)\}/g)].map(([, index]) => Number(index))
          assert.isTrue(
            used.every((index) => index < type.arguments.length),
            key
          )
        }
      }
      for (const { when } of partnerClaims) {
        if (when === undefined) continue
        const type = metadata.find(({ key }) => key === when.key)?.type
        const values = type?._tag === 'OneOf' ? type.values : []
        assert.deepStrictEqual(
          when.values.filter((value) => !values.includes(value)),
          []
        )
      }
    }
  )
})
