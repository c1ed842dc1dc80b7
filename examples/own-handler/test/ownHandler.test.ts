import { readFileSync } from 'node:fs'
import { assert, describe, it } from '@effect/vitest'
import { Interpreter, showBag } from '@trustframe/core'
import * as Effect from 'effect/Effect'
import { compileOwn, layerOwn } from '../src/runtime.ts'

const context = { correlationId: 'c', language: 'en', parameters: {}, hostName: 'localhost', ipAddress: '127.0.0.1' }

const cards = new Map([
  ['4711', 120],
  ['4712', 900]
])

const run = (card: string) => {
  const plan = compileOwn()?.plan
  if (plan === undefined) throw new Error('the policy does not compile')
  const claims = new Map([['loyaltyCard', card]])
  return Interpreter.use((interpreter) => interpreter.run(plan, { context, claims })).pipe(
    Effect.map((end) => (end._tag === 'Failed' ? end.error.userMessage?.text : showBag(plan, end.state.bag))),
    Effect.provide(layerOwn(cards))
  )
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

describe('a handler of one’s own', () => {
  it.effect.each([
    { card: '4711', points: 120, tier: 'silver' },
    { card: '4712', points: 900, tier: 'gold' }
  ])('gives the points and the tier of card $card', ({ card, points, tier }) =>
    Effect.map(run(card), (claims) =>
      assert.deepStrictEqual(claims, { loyaltyCard: card, loyaltyPoints: points, loyaltyTier: tier })
    )
  )

  it.effect('refuses in the words of the policy', () =>
    Effect.map(run('4713'), (text) => assert.strictEqual(text, 'We do not know card 4713.'))
  )

  it('is a finding where the runtime does not have it', () => {
    const findings = compileOwn([])?.diagnostics ?? []
    assert.deepStrictEqual(
      findings.map(({ code, message }) => [code, message]),
      [
        [
          'TF2021',
          'technical profile "Loyalty" uses "Contoso.Identity.LoyaltyProvider", which Trustframe does not run yet'
        ]
      ]
    )
  })

  it('is what the guide shows', () => {
    const guide = read('../../../docs/guides/add-a-handler.md')
    assert.include(guide, read('../src/loyaltyProvider.ts'))
    assert.include(guide, read('../src/runtime.ts'))
  })
})
