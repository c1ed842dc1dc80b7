import { reply, type Services, UnexpectedRequest } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import { describe, expect, it } from 'vitest'
import { nameAndAge, scenarioOf } from '../support/policy.ts'

const scenario = scenarioOf({
  metadata: { SendClaimsIn: 'Form' },
  inputClaims: '<InputClaim ClaimTypeReferenceId="started" />',
  outputClaims: nameAndAge
})

describe('a fake service', () => {
  it.each([
    ['by technical profile', { r: reply.json({ name: 'Ada' }) }],
    ['by request', { 'POST https://api.test/p': reply.json({ name: 'Ada' }) }],
    ['with a function', { R: ({ body }) => reply.json({ name: body?.['started'] === 'yes' ? 'Ada' : '' }) }],
    ['with an effect', { R: () => Effect.succeed(reply.json({ name: 'Ada' })) }],
    [
      'with a promise, for which the time of the test stands still',
      {
        R: async () => {
          await new Promise((resolve) => {
            setTimeout(resolve, 20)
          })
          return reply.json({ name: 'Ada' })
        }
      }
    ],
    [
      'with what the path holds',
      { '/:name': ({ params }) => reply.json({ name: params['name'] === 'p' ? 'Ada' : '' }) }
    ]
  ] satisfies ReadonlyArray<readonly [string, Services]>)('answers %s', async (_, services) => {
    const outcome = await scenario.with({ services }).run()
    expect([outcome.claims['name'], outcome.elapsedMillis]).toEqual(['Ada', 0])
  })

  it.each([
    ['reply.json', reply.json({ name: 'Ada' }), undefined],
    ['reply.text', reply.text('oops'), 'AnswerUnreadable'],
    ['reply.status', reply.status(404), 'StatusRejected'],
    ['reply.refuse', reply.refuse('No.', { code: 'E1' }), 'ServiceRejected'],
    ['a delay that is too long', reply.json({}, { delay: '10 seconds' }), 'RequestTimeout'],
    ['a delay that is not', reply.json({}, { delay: '9 seconds' }), undefined]
  ])('answers with %s', async (_, answer, tag) => {
    const outcome = await scenario.with({ services: { R: answer } }).run()
    expect(outcome.tag).toBe(tag)
  })

  it('stands before those that were there', async () => {
    const usual = scenario.with({ services: { R: reply.json({ name: 'Ada' }) } })
    const outcomes = [await usual.with({ services: { R: reply.status(500) } }).run(), await usual.run()]
    expect(outcomes.map(({ tag }) => tag)).toEqual(['StatusRejected', undefined])
  })

  it('can leave it to examples of what the output claims need', async () => {
    const outcome = await scenario.with({ examples: true }).run()
    expect(outcome.claims).toMatchObject({ name: 'Ada Lovelace', age: 42 })
  })
})

/** What a run rejects with. */
const unexpected = async (services?: Services) => {
  const run = scenario.with(services === undefined ? {} : { services }).run()
  return await run.then(
    () => undefined,
    (error: unknown) => error
  )
}

describe('a request that nobody expects', () => {
  it('ends the test, with the request and what to do', async () => {
    const error = await unexpected({ 'GET https://api.test/p': reply.json({}), Start: reply.json({}) })
    expect(error).toBeInstanceOf(UnexpectedRequest)
    expect(error instanceof Error ? error.message : '').toBe(
      [
        'no fake service answers the request of technical profile "R"',
        '  POST https://api.test/p {"started":"yes"}',
        '  there are fake services for',
        '    GET https://api.test/p',
        '    Start',
        "  add one to the scenario, such as  services: { 'R': reply.json({ … }) }",
        '  or let examples: true answer with what its output claims need'
      ].join('\n')
    )
  })

  it('says so when there is no service at all', async () => {
    const error = await unexpected()
    expect(error instanceof Error ? error.message : '').toContain('\n  there are no fake services\n')
  })
})
