import { describe, expect, it } from 'vitest'
import type { ClaimTable, ClaimValue, Json } from '@trustframe/claims'
import type { ExchangeFailure } from '@trustframe/core'
import { initialState, type JourneyEvent, type Moment, step, type Transition } from '@trustframe/core/journey'
import type { JourneyPlan, RestfulPlan } from '@trustframe/plan/plan'
import {
  answer,
  at,
  binding,
  claimTable,
  constant,
  exchanging,
  journey,
  jwtIssuer,
  messages,
  profile,
  restful,
  sending
} from '../support/plans.ts'

const moment: Moment = { epochMillis: Date.UTC(2026, 10, 22, 9, 8, 7), entropy: '00' }
const context = {
  correlationId: '6d3bb0ad-6a3c-4b9b-9d2b-7f6f8c3f2a11',
  language: 'en-US',
  parameters: { campaignId: 'hawaii' },
  hostName: 'localhost',
  ipAddress: '127.0.0.1'
}

const started = (claims: Readonly<Record<string, ClaimValue>> = {}): JourneyEvent => ({
  _tag: 'Started',
  moment,
  context,
  claims: new Map(Object.entries(claims))
})
const answered = (body: Json | undefined): JourneyEvent => ({ _tag: 'Exchanged', moment, body, attempts: 1 })
const failed = (failure: ExchangeFailure, attempts = 1): JourneyEvent => ({
  _tag: 'ExchangeFailed',
  moment,
  failure,
  attempts
})

/** Runs events one after the other and answers the last transition. */
const run = (plan: JourneyPlan, ...events: ReadonlyArray<JourneyEvent>): Transition => {
  const [first, ...rest] = events
  if (first === undefined) throw new Error('a journey needs an event')
  return rest.reduce((last, event) => step(plan, last.state, event), step(plan, initialState(plan), first))
}

const bagOf = (table: ClaimTable, { state }: Transition) =>
  Object.fromEntries(
    table.slots.flatMap(({ id, slot }) => (state.bag[slot] === undefined ? [] : [[id, state.bag[slot]]]))
  )

const called = (plan: RestfulPlan) => exchanging(profile(plan))

describe('input claims', () => {
  const table = claimTable('a', 'b')
  const inputOf = (options: Parameters<typeof binding>[2], claims: Readonly<Record<string, ClaimValue>>) => {
    const plan = journey(table, [called(restful({ inputClaims: [binding(table, 'a', options)] }))])
    const { demand } = run(plan, started(claims))
    return demand._tag === 'Exchange' ? demand.input[0] : demand._tag
  }

  // Behavioural examples 14 to 16; technicalprofiles (InputClaims).
  it.each<[string, Parameters<typeof binding>[2], Readonly<Record<string, ClaimValue>>, ClaimValue | undefined]>([
    ['the bag', {}, { a: 'y' }, 'y'],
    ['the default, when the bag has none', { defaultValue: constant('x') }, {}, 'x'],
    ['the bag, over the default', { defaultValue: constant('x') }, { a: 'y' }, 'y'],
    [
      'the default, when it is always used',
      { defaultValue: constant('x'), alwaysUseDefaultValue: true },
      { a: 'y' },
      'x'
    ],
    ['nowhere: the request is made without it', {}, {}, undefined],
    ['an empty default', { defaultValue: constant('') }, {}, ''],
    ['nowhere, although it is required: no request is made', { required: true }, {}, 'Fail']
  ])('come from %s', (_, options, claims, expected) => {
    expect(inputOf(options, claims)).toBe(expected)
  })

  it('put their defaults into the bag, where the next profile sees them', () => {
    const first = restful({ id: 'A', inputClaims: [binding(table, 'a', { defaultValue: constant('x') })] })
    const second = restful({ id: 'B', inputClaims: [binding(table, 'a')] })
    const { demand } = run(journey(table, [called(first), called(second)]), started(), answered(undefined))
    expect(demand).toMatchObject({ _tag: 'Exchange', profile: { id: 'B' }, input: ['x'] })
  })

  it('resolve claims resolvers of the request', () => {
    const resolved = {
      _tag: 'Resolved',
      template: '{OAUTH-KV:campaignId}',
      evaluate: (c: { parameters: Readonly<Record<string, string>> }) => c.parameters['campaignId']
    } as const
    expect(inputOf({ defaultValue: resolved, alwaysUseDefaultValue: true }, {})).toBe('hawaii')
  })
})

describe('output claims', () => {
  const table = claimTable(
    'name',
    'email',
    'x',
    ['loyaltyNumber', 'int'],
    ['isNew', 'boolean'],
    ['groups', 'stringCollection']
  )
  const outcome = (
    outputs: RestfulPlan['outputClaims'],
    body: Json | undefined,
    claims: Readonly<Record<string, ClaimValue>> = {}
  ) => {
    const transition = run(
      journey(table, [called(restful({ outputClaims: outputs }))]),
      started(claims),
      answered(body)
    )
    return transition.demand._tag === 'Fail' ? transition.demand.error.description : bagOf(table, transition)
  }

  // Behavioural examples 29 to 41.
  it.each<[string, RestfulPlan['outputClaims'], Json | undefined, Readonly<Record<string, ClaimValue>>, unknown]>([
    [
      'are typed and named by their partner names',
      [answer(table, 'name', { partnerName: 'displayName' }), answer(table, 'loyaltyNumber')],
      { displayName: 'Emily', loyaltyNumber: 1234, other: true },
      {},
      { name: 'Emily', loyaltyNumber: 1234 }
    ],
    [
      'take their default when the member is missing',
      [answer(table, 'isNew', { defaultValue: constant(true) })],
      {},
      {},
      { isNew: true }
    ],
    ['leave an older value when the member is missing', [answer(table, 'x')], {}, { x: 'old' }, { x: 'old' }],
    [
      'take null for a missing member',
      [answer(table, 'email', { defaultValue: constant('d') })],
      { email: null },
      {},
      { email: 'd' }
    ],
    [
      'take an empty answer for missing members',
      [answer(table, 'email', { defaultValue: constant('d') })],
      undefined,
      {},
      { email: 'd' }
    ],
    [
      'prefer the default when it is always used',
      [answer(table, 'x', { defaultValue: constant('d'), alwaysUseDefaultValue: true })],
      { x: 'new' },
      {},
      { x: 'd' }
    ],
    [
      'are found by path',
      [answer(table, 'email', { path: ['contacts', 0, 'email'] })],
      { contacts: [{ email: 'e' }] },
      {},
      { email: 'e' }
    ],
    [
      'have no value where a path leads nowhere',
      [answer(table, 'email', { path: ['value', 2, 'mail'] })],
      { value: [{}, {}] },
      {},
      {}
    ],
    [
      'are found ignoring case when no name is exact',
      [answer(table, 'name')],
      { NAME: 'loose' },
      {},
      { name: 'loose' }
    ],
    ['prefer the exact name', [answer(table, 'name')], { NAME: 'loose', name: 'exact' }, {}, { name: 'exact' }],
    ['hold an empty collection', [answer(table, 'groups')], { groups: [] }, {}, { groups: [] }],
    [
      'fail together when one does not fit',
      [answer(table, 'name'), answer(table, 'loyaltyNumber')],
      { name: 'Emily', loyaltyNumber: 'abc' },
      {},
      expect.stringContaining('"loyaltyNumber" of the answer does not fit claim "loyaltyNumber" of type int')
    ],
    [
      'fail when a required one is missing',
      [answer(table, 'name', { required: true })],
      {},
      {},
      'the answer lacks the required output claim "name"'
    ]
  ])('%s', (_, outputs, body, claims, expected) => {
    expect(outcome(outputs, body, claims)).toEqual(expected)
  })

  it('do not show the value of a secret claim that does not fit', () => {
    const secret = outcome([answer(table, 'loyaltyNumber', { secret: true })], { loyaltyNumber: 'hunter2' })
    expect(secret).not.toContain('hunter2')
  })
})

describe('steps', () => {
  const table = claimTable('a')
  const skipping = {
    origin: at(99),
    text: 'ClaimsExist a is true',
    satisfied: (bag: ReadonlyArray<unknown>) => bag[0] !== undefined
  }

  it('run in order, and end with the claims of the relying party', () => {
    const plan = journey(table, [called(restful({ outputClaims: [answer(table, 'a')] })), sending], {
      tokenClaims: [binding(table, 'a', { partnerName: 'alpha' })]
    })
    expect(run(plan, started(), answered({ a: 'v' })).demand).toEqual({
      _tag: 'Complete',
      issuer: jwtIssuer,
      token: { alpha: 'v' },
      sent: { journey: -1, step: 1, token: { alpha: 'v' }, claims: { a: 'v' } },
      authenticatedAt: moment.epochMillis
    })
  })

  it('are skipped when a precondition is satisfied', () => {
    const plan = journey(table, [{ work: called(restful()), preconditions: [skipping] }, sending])
    expect(run(plan, started({ a: 'v' })).notes[0]).toEqual({
      _tag: 'StepSkipped',
      order: 1,
      type: 'ClaimsExchange',
      precondition: 'ClaimsExist a is true',
      origin: at(99)
    })
    expect(run(plan, started()).demand._tag).toBe('Exchange')
  })

  it('pass over a profile that is not enabled', () => {
    const never = profile(restful(), { enabled: { origin: at(98), text: 'Never', holds: () => false } })
    expect(run(journey(table, [exchanging(never), sending]), started()).demand._tag).toBe('Complete')
  })

  it('end the journey without a token when none sends the claims', () => {
    expect(run(journey(table, [called(restful())]), started(), answered(undefined)).demand).toEqual({
      _tag: 'Complete',
      issuer: undefined,
      token: undefined,
      authenticatedAt: moment.epochMillis
    })
  })
})

describe('a failed exchange', () => {
  const table = claimTable('a')
  const ends = (failure: ExchangeFailure, plan: Partial<RestfulPlan> = {}) => {
    const { demand } = run(journey(table, [called(restful(plan))]), started(), failed(failure, 2))
    if (demand._tag !== 'Fail') throw new Error(demand._tag)
    return demand.error
  }
  const lines = '\r\nCorrelation ID: 6d3bb0ad-6a3c-4b9b-9d2b-7f6f8c3f2a11\r\nTimestamp: 2026-11-22 09:08:07Z\r\n'
  const http = (code: string, reason: string) =>
    `AADB2C90075: The claims exchange 'R' specified in step '1' returned HTTP error response with Code '${code}' and Reason '${reason}'.${lines}`

  // Behavioural examples 49, 51 to 53; error-codes.
  it.each<[string, ExchangeFailure, Partial<RestfulPlan>, string]>([
    ['status 404', { _tag: 'StatusRejected', status: 404, reason: '' }, {}, http('NotFound', 'Not Found')],
    [
      'a phrase of the service',
      { _tag: 'StatusRejected', status: 500, reason: 'Boom' },
      {},
      http('InternalServerError', 'Boom')
    ],
    [
      'a timeout',
      { _tag: 'RequestTimeout', host: 'api.test', phase: 'headers', afterMillis: 10_000 },
      {},
      http(
        'Conflict',
        'Failed to establish connection to restful service end point within timeout limit 10 seconds. Restful service URL: https://api.test/p'
      )
    ],
    [
      'a timeout with a message',
      { _tag: 'RequestTimeout', host: 'api.test', phase: 'headers', afterMillis: 10_000 },
      { messages: messages({ UserMessageIfRequestTimeout: 'Slow' }) },
      http('Conflict', 'Slow')
    ],
    [
      'the error contract',
      { _tag: 'ServiceRejected', status: 409, userMessage: 'Code wrong' },
      {},
      http('Conflict', 'Code wrong')
    ],
    [
      'an unreadable error body',
      { _tag: 'ErrorResponseUnreadable', status: 400, detail: 'no JSON' },
      {},
      `AADB2C90261: The claims exchange 'R' specified in step '1' returned HTTP error response that could not be parsed.${lines}`
    ],
    [
      'a missing bearer token',
      { _tag: 'BearerTokenMissing', claim: 'tok', problem: 'absent', available: ['a'] },
      {},
      `AADB2C90194: Claim 'tok' specified for the bearer token is not present in the available claims. Available claims 'a'.${lines}`
    ]
  ])('by %s reaches the relying party as server_error', (_, failure, plan, description) => {
    expect(ends(failure, plan).relyingParty).toEqual({ error: 'server_error', error_description: description })
  })

  it('says which profile, which step, where, and after how many tries', () => {
    expect(ends({ _tag: 'DnsResolutionFailed', host: 'api.test', code: 'ENOTFOUND' })).toMatchObject({
      tag: 'DnsResolutionFailed',
      technicalProfile: 'R',
      step: 1,
      attempts: 2,
      origin: at(10),
      description: 'the host name "api.test" does not resolve (ENOTFOUND)'
    })
  })
})

describe('the step function', () => {
  it('is pure: it changes no state, and the same events give the same transitions', () => {
    const table = claimTable('a', 'b')
    const plan = journey(table, [called(restful({ outputClaims: [answer(table, 'a')] })), sending], {
      tokenClaims: [binding(table, 'a')]
    })
    const first = step(plan, initialState(plan), started({ b: 'old' }))
    const frozen = { ...first.state, bag: Object.freeze([...first.state.bag]) }
    const again = [step(plan, frozen, answered({ a: 'v' })), step(plan, frozen, answered({ a: 'v' }))]
    expect(again[0]).toEqual(again[1])
    expect(frozen.bag).toEqual(first.state.bag)
  })
})
