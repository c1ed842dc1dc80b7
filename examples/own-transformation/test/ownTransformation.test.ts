import { readFileSync } from 'node:fs'
import { assert, describe, it } from '@effect/vitest'
import { Interpreter, showBag } from '@trustframe/core'
import { layerRuntime } from '@trustframe/runtime'
import * as Effect from 'effect/Effect'
import { compileOwn } from '../src/compileOwn.ts'
import { policy } from '../src/policy.ts'

const context = { correlationId: 'c', language: 'en', parameters: {}, hostName: 'localhost', ipAddress: '127.0.0.1' }

const run = (email: string) => {
  const plan = compileOwn()?.plan
  if (plan === undefined) throw new Error('the policy does not compile')
  return Interpreter.use((interpreter) => interpreter.run(plan, { context, claims: new Map([['email', email]]) })).pipe(
    Effect.map((end) =>
      end._tag === 'Failed' ? end.error.userMessage?.text : showBag(plan, end.state.bag)['shownEmail']
    ),
    Effect.provide(layerRuntime())
  )
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

describe('a claims transformation of one’s own', () => {
  it.effect('runs like a built-in one', () =>
    Effect.map(run('ada@contoso.com'), (shown) => assert.strictEqual(shown, 'ad*@contoso.com'))
  )

  it.effect('fails with its own message', () =>
    Effect.map(run('ada'), (shown) => assert.strictEqual(shown, 'This is no e-mail address.'))
  )

  it('is checked like a built-in one', () => {
    const findings = compileOwn(policy.replace('Value="2"', 'Value="two"'))?.diagnostics ?? []
    assert.deepStrictEqual(
      findings.map(({ code, span }) => [code, span.source.positionAt(span.start).line]),
      [['TF2020', 15]]
    )
  })

  it('is what the guide shows', () => {
    const guide = read('../../../docs/guides/add-a-transformation.md')
    assert.include(guide, read('../src/MaskEmail.ts'))
    assert.include(guide, read('../src/compileOwn.ts'))
  })
})
