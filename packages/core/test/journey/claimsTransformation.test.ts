/** Technical profiles that only transform claims: their input and output claims may bring values. */
import type { ClaimValue } from '@trustframe/claims'
import { describe, expect, it } from 'vitest'
import { initialState, step } from '@trustframe/core/journey'
import type { ClaimBinding } from '@trustframe/plan/plan'
import { Journey, trailer } from '../support/Journey.ts'
import { at, binding, claimTable, constant, exchanging, journey, profile } from '../support/plans.ts'
import {
  claim,
  compile,
  exchange,
  field,
  page,
  type Parts,
  profile as profileText,
  type ProfileParts,
  rest,
  send,
  setting,
  transformation
} from '../support/policy.ts'

const claims = claimTable('given', 'made', 'copied')

/** Copies `given`, so that it has to have its value when the transformations run. */
const copy = {
  id: 'Copy',
  method: 'CopyClaim',
  origin: at(60),
  run: (bag: Array<ClaimValue | undefined>) => {
    bag[claims.find('copied')?.slot ?? -1] = bag[claims.find('given')?.slot ?? -1]
    return undefined
  }
}

const run = (input: Partial<ClaimBinding>, present: Readonly<Record<string, ClaimValue>>) => {
  const call = {
    _tag: 'ClaimsTransformation',
    inputClaims: [binding(claims, 'given', input)],
    outputClaims: [binding(claims, 'made', { defaultValue: constant('made') })]
  } as const
  const plan = journey(claims, [exchanging(profile(call, { outputTransformations: [copy] }))])
  const { demand, state } = step(plan, initialState(plan), {
    _tag: 'Started',
    moment: { epochMillis: 0, entropy: '00' },
    context: { correlationId: '', language: 'en', parameters: {}, hostName: '', ipAddress: '' },
    claims: new Map(Object.entries(present))
  })
  expect(demand._tag).toBe('Complete')
  return state.bag
}

describe('a profile that only transforms', () => {
  it.each([
    ['its default', { defaultValue: constant('default') }, {}, ['default', 'made', 'default']],
    ['the value it has', { defaultValue: constant('default') }, { given: 'a' }, ['a', 'made', 'a']],
    [
      'its default, which is always used',
      { defaultValue: constant('default'), alwaysUseDefaultValue: true },
      { given: 'a' },
      ['default', 'made', 'default']
    ],
    ['no value', {}, {}, [undefined, 'made', undefined]]
  ])('gives its transformations an input claim with %s', (_, input, present, expected) => {
    expect(run(input, present)).toStrictEqual(expected)
  })
})

const asserting = transformation('Same', 'AssertStringClaimsAreEqual', {
  input: 'a:inputClaim1 b:inputClaim2',
  parameters: 'stringComparison:string:ordinalIgnoreCase'
})

const notEqual = 'UserMessageIfClaimsTransformationStringsAreNotEqual'

/** A page that a profile validates which asserts that two claims are the same. */
const onPage = (ask: ProfileParts, own: ProfileParts = {}): Journey => {
  const parts: Parts = {
    claims: field('a') + field('b') + claim('c'),
    transformations: asserting,
    profiles:
      page('Ask', { output: 'a b', validations: 'Check', ...ask }) +
      profileText('Check', { handler: 'transform', output: 'c', after: 'Same', ...own }),
    steps: exchange(1, 'Ask') + send(2)
  }
  return new Journey(compile(parts)).start().submit({ a: 'one', b: 'two' })
}

// claims-transformation-technical-profile (Use in a validation), localization-string-ids.
describe('an assertion that fails', () => {
  it.each<[whose: string, ask: ProfileParts, own: ProfileParts, text: string]>([
    ['B2C’s own words', {}, {}, 'Claim value comparison failed using StringComparison "OrdinalIgnoreCase".'],
    ['the words of the page', { metadata: { [notEqual]: 'Of the page' } }, {}, 'Of the page'],
    [
      'its own words, over those of the page',
      { metadata: { [notEqual]: 'Of the page' } },
      { metadata: { [notEqual]: 'Own' } },
      'Own'
    ]
  ])('as the validation of a page is read in %s', (_, ask, own, text) => {
    const shown = onPage(ask, own)
    expect(shown.page.message).toEqual({ code: undefined, key: notEqual, text })
    expect(shown.submit({ a: 'one', b: 'ONE' }).where).toBe('token')
  })

  it('in a step ends the journey with an exception', () => {
    const parts: Parts = {
      claims: claim('a') + claim('b') + claim('c'),
      transformations: asserting,
      profiles: profileText('Check', { handler: 'transform', output: 'c', after: 'Same' }),
      steps: exchange(1, 'Check') + send(2)
    }
    const { error } = new Journey(compile(parts)).start({ claims: { a: 'one', b: 'two' } })
    expect(error).toMatchObject({ tag: 'ClaimsTransformationFailed', technicalProfile: 'Check' })
    expect(error.relyingParty).toEqual({
      error: 'server_error',
      error_description: `AADB2C: An exception has occurred.${trailer}`
    })
  })
})

const append = (id: string, from: string, to: string) =>
  transformation(id, 'FormatStringClaim', {
    input: `${from}:inputClaim`,
    output: `${to}:outputClaim`,
    parameters: 'stringFormat:string:{0}!'
  })

const transforming = (call: ProfileParts) => ({
  claims: claim('a') + claim('b') + claim('c') + claim('d'),
  transformations: append('AB', 'a', 'b') + append('BC', 'b', 'c') + append('CD', 'c', 'd') + asserting,
  profiles: rest('R', call),
  steps: exchange(1, 'R') + send(2)
})

const called = (call: ProfileParts) =>
  new Journey(compile(transforming(call)), { services: { R: () => ({ body: { c: 'answer' } }) } }).start({
    claims: { a: 'one', b: 'two' }
  })

describe('the claims transformations of a profile', () => {
  it('run in order: those of the input before the input claims are taken, those of the output over what came', () => {
    const sent: Array<unknown> = []
    const plan = compile(transforming({ before: 'AB BC', input: 'b c', output: 'c', after: 'CD' }))
    const world = {
      services: {
        R: (input: ReadonlyArray<unknown>) => {
          sent.push(...input)
          return { body: { c: 'answer' } }
        }
      }
    }
    const ran = new Journey(plan, world).start({ claims: { a: 'x' } })
    expect(sent).toEqual(['x!', 'x!!'])
    expect(ran.claims).toEqual({ a: 'x', b: 'x!', c: 'answer', d: 'answer!' })
  })

  it('that fail before the call prevent it, after it come too late', () => {
    const before = called({ before: 'Same', output: 'c' })
    expect([before.where, before.asked, before.claims]).toEqual([
      'error ClaimsTransformationFailed',
      [],
      { a: 'one', b: 'two' }
    ])
    const after = called({ output: 'c', after: 'Same' })
    expect([after.where, after.asked, after.claims['c']]).toEqual(['error ClaimsTransformationFailed', ['R'], 'answer'])
  })

  it('example 42: read a claim that the same call gave, and the next step reads their result', () => {
    const plan = compile({
      ...transforming({ output: 'c', after: 'CD' }),
      profiles: rest('R', { output: 'c', after: 'CD' }) + rest('Next', { input: 'd' }) + setting('Last', 'a=1'),
      steps: exchange(1, 'R') + exchange(2, 'Next') + send(3)
    })
    const seen: Array<unknown> = []
    new Journey(plan, {
      services: {
        R: () => ({ body: { c: 'v' } }),
        Next: (input) => {
          seen.push(...input)
          return { body: {} }
        }
      }
    }).start()
    expect(seen).toEqual(['v!'])
  })
})
