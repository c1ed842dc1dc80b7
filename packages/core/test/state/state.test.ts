/** Journeys at rest: encoded, decoded in a second interpreter, gone on with; and replayed from their events. */
import { decodeState, encodeState } from '@trustframe/core'
import { initialState, type Interaction, step } from '@trustframe/core/journey'
import type { JourneyPlan } from '@trustframe/plan/plan'
import * as Result from 'effect/Result'
import { describe, expect, it } from 'vitest'
import type { ClaimValue } from '@trustframe/claims'
import { Journey, type World } from '../support/Journey.ts'
import { claim, compile, exchange, field, page, type Parts, profile, send, setting } from '../support/policy.ts'

const types = {
  text: ['string', 'a "quoted" text'],
  empty: ['string', ''],
  flag: ['boolean', false],
  number: ['int', -5],
  huge: ['long', 9_007_199_254_740_993n],
  day: ['date', { _tag: 'CalendarDate', year: 2024, month: 2, day: 29 }],
  time: ['dateTime', { _tag: 'Instant', epochMilliseconds: 1_700_000_000_123, ticks: 4567 }],
  span: ['duration', { _tag: 'TimeSpan', iso: 'PT1H' }],
  phone: ['phoneNumber', { _tag: 'PhoneNumber', e164: '+12065550100' }],
  list: ['stringCollection', ['a', '', 'b']],
  none: ['stringCollection', []],
  who: ['userIdentity', { _tag: 'UserIdentity', issuer: 'i', issuerUserId: 'u' }],
  whos: ['alternativeSecurityIdCollection', [{ _tag: 'UserIdentity', issuer: 'i', issuerUserId: 'u' }]]
} as const satisfies Readonly<Record<string, readonly [string, ClaimValue]>>

const parts: Parts = {
  claims:
    Object.entries(types)
      .map(([id, [dataType]]) => claim(id, '', dataType))
      .join('') +
    field('name') +
    field('password', 'Password') +
    field('email', 'EmailBox'),
  profiles:
    page('Ask', {
      output:
        '<OutputClaim ClaimTypeReferenceId="name" Required="true" /><OutputClaim ClaimTypeReferenceId="email" PartnerClaimType="Verified.Email" /><OutputClaim ClaimTypeReferenceId="password" />',
      validations: 'Check'
    }) +
    setting('Check', 'objectId=42') +
    profile('Phone', {
      handler: 'phone',
      metadata: { ContentDefinitionReferenceId: 'api.page' },
      input: '<InputClaim ClaimTypeReferenceId="phone" />',
      output: '<OutputClaim ClaimTypeReferenceId="text" PartnerClaimType="Verified.OfficePhone" />'
    }),
  steps: exchange(1, 'Ask') + exchange(2, 'Phone') + send(3)
}

const world: World = { ports: { SendCode: () => ({ _tag: 'Sent' }), VerifyCode: () => ({ _tag: 'CodeRight' }) } }

const values = Object.fromEntries(Object.entries(types).map(([id, [, value]]) => [id, value]))

const person: ReadonlyArray<Interaction> = [
  { _tag: 'EmailCodeRequested', claim: 'email', address: 'ann@b.c' },
  { _tag: 'EmailCodeEntered', claim: 'email', address: 'ann@b.c', code: '123456' },
  { _tag: 'Submitted', values: { name: '', email: 'ann@b.c', password: 'hunter2' } },
  { _tag: 'Submitted', values: { name: 'Ann', email: 'ann@b.c', password: 'hunter2' } },
  { _tag: 'PhoneCodeRequested', phone: 0, method: 'sms' },
  { _tag: 'PhoneCodeEntered', code: '123456' }
]

const decoded = (plan: JourneyPlan, text: string) => Result.getOrThrow(decodeState(plan, text))

const recorded = (): Journey => {
  const journey = new Journey(compile(parts), world).start({ claims: values })
  for (const interaction of person) journey.act(interaction)
  expect(journey.where).toBe('token')
  return journey
}

describe('a state at rest', () => {
  it('is the same when it is taken up again, at every interaction and with every data type', () => {
    const journey = new Journey(compile(parts), world).start({ claims: values })
    for (const interaction of person) {
      expect(decoded(journey.plan, encodeState(journey.plan, journey.state))).toEqual(journey.state)
      journey.act(interaction)
    }
  })

  it('is gone on with by another plan of the same policy, with the same transitions', () => {
    const straight = new Journey(compile(parts), world).start({ claims: values })
    const [first, second] = [compile(parts), compile(parts)]
    const moved = new Journey(first, world).start({ claims: values })
    let text = encodeState(first, moved.state)
    for (const interaction of person) {
      const other = new Journey(second, world)
      other.state = decoded(second, text)
      straight.act(interaction)
      other.act(interaction)
      text = encodeState(second, other.state)
      expect(text).toBe(encodeState(straight.plan, straight.state))
    }
  })

  it('holds no password, at any interaction', () => {
    const journey = new Journey(compile(parts), world).start()
    for (const interaction of person.slice(0, 4)) {
      expect(encodeState(journey.plan, journey.act(interaction).state)).not.toMatch(/hunter2|123456/)
    }
  })

  it('is small: what is absent is not written', () => {
    const journey = new Journey(compile(parts), world).start()
    expect(JSON.parse(encodeState(journey.plan, journey.state))).toEqual({
      version: 1,
      plan: journey.plan.planId,
      context: { ...journey.state.context },
      startedAt: journey.millis,
      claims: {},
      frames: [{ _tag: 'Steps', journey: -1, step: 0 }, { _tag: 'Profile', at: 'exchange', index: 0 }, { _tag: 'Page' }]
    })
  })
})

describe('a text is refused', () => {
  const { plan, state } = new Journey(compile(parts), world).start({ claims: { text: 'x' } })
  const text = encodeState(plan, state)
  const message = (given: string, other: JourneyPlan = plan) => {
    const result = decodeState(other, given)
    return Result.isFailure(result) ? result.failure.message : 'accepted'
  }
  const changed = compile({ ...parts, claims: `${parts.claims}${claim('more')}` })

  it.each([
    ['that is no JSON', '{', 'its text is not valid JSON'],
    [
      'of another version',
      text.replace('"version":1', '"version":2'),
      'its text has another shape, or another version'
    ],
    [
      'with a claim that the plan does not have',
      text.replace('"text":', '"other":'),
      'its plan has no claim type "other"'
    ],
    [
      'with a value that does not fit',
      text.replace('"claims":{', '"claims":{"number":"x",'),
      'claim "number" does not fit int'
    ]
  ])('%s', (_, given, detail) => {
    expect(message(given)).toContain(`the journey cannot be gone on with: ${detail}`)
  })

  it('of another policy', () => {
    expect(message(text, changed)).toBe(
      `the journey cannot be gone on with: it belongs to plan ${plan.planId}, and this is plan ${changed.planId}: the policy has changed since`
    )
  })

  it('without showing what it holds', () => {
    expect(message(text.replace('"startedAt"', '"secret":"hunter2","started"'))).not.toContain('hunter2')
  })
})

describe('recorded events', () => {
  it('replay byte for byte', () => {
    const journey = recorded()
    const replay = compile(parts)
    let state = initialState(replay)
    const texts = journey.events.map((event) => {
      const transition = step(replay, state, event)
      state = transition.state
      return encodeState(replay, state)
    })
    expect(texts.at(-1)).toBe(encodeState(journey.plan, journey.state))
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('give the same planId for the same policy, and another for another journey or text', () => {
    expect(compile(parts).planId).toBe(compile(parts).planId)
    expect(compile({ ...parts, output: 'text' }).planId).not.toBe(compile(parts).planId)
  })
})
