/** That a state which is not the one that was laid down is noticed, and so is a journey that replays otherwise. */
import type { ClaimsBag } from '@trustframe/claims'
import { decodeState, encodeState, type JourneyState } from '@trustframe/core'
import type { JourneyPlan } from '@trustframe/plan'
import * as Effect from 'effect/Effect'
import * as Result from 'effect/Result'
import { describe, expect, it } from 'vitest'
import { type Codec, stateCodec } from '../../src/journeys/atRest.ts'
import { walk, type WalkOptions } from '../../src/journeys/walk.ts'
import { asking, claim, exchange, field, type Parts, planOf, profile, send } from './policies.ts'

const parts: Parts = {
  claims: field('name', 'TextBox') + field('again', 'TextBox') + claim('made'),
  transformations:
    '<ClaimsTransformation Id="Make" TransformationMethod="CreateStringClaim"><InputParameters><InputParameter Id="value" DataType="string" Value="made" /></InputParameters><OutputClaims><OutputClaim ClaimTypeReferenceId="made" TransformationClaimType="createdClaim" /></OutputClaims></ClaimsTransformation>',
  profiles:
    asking('First', 'name') +
    asking('Second', 'again') +
    profile(
      'Make',
      'transform',
      {},
      '<OutputClaims><OutputClaim ClaimTypeReferenceId="made" /></OutputClaims><OutputClaimsTransformations><OutputClaimsTransformation ReferenceId="Make" /></OutputClaimsTransformations>'
    ),
  steps: exchange(1, 'First') + exchange(2, 'Make') + exchange(3, 'Second') + send(4)
}

const ends = async (plan: JourneyPlan, options: WalkOptions = {}) =>
  (await Effect.runPromise(walk(plan, options))).paths.map(({ detail, end, reason }) => ({ end, reason, detail }))

const fault = (detail: string) => [{ end: 'stopped', reason: 'fault', detail }]

/** A codec that reads another state than was written. */
const reading = (change: (state: JourneyState) => JourneyState): Codec => ({
  encode: encodeState,
  decode: (plan, text) => Result.map(decodeState(plan, text), change)
})

describe('a state at rest', () => {
  it('that is taken up as it was lets the journey go on, by a plan that was compiled anew', async () => {
    const [path] = await ends(planOf(parts), { again: planOf(parts) })
    expect(path).toMatchObject({ end: 'token', reason: undefined })
  })

  it.each<[what: string, codec: Codec]>([
    ['a claim is lost', reading((state) => ({ ...state, bag: state.bag.map(() => undefined) }))],
    ['a frame is lost', reading((state) => ({ ...state, frames: state.frames.slice(0, -1) }))],
    ['the context has changed', reading((state) => ({ ...state, context: { ...state.context, language: 'fr' } }))],
    ['the start has changed', reading((state) => ({ ...state, startedAt: state.startedAt + 1 }))]
  ])('of which %s is a fault', async (_, codec) => {
    expect(await ends(planOf(parts), { codec })).toEqual(
      fault('its state at rest is another than the one that was laid down')
    )
  })

  it('that cannot be read is a fault', async () => {
    const codec = { ...stateCodec, encode: () => '{}' }
    const [path] = await ends(planOf(parts), { codec })
    expect(path).toMatchObject({ end: 'stopped', reason: 'fault' })
    expect(path?.detail).toContain('its state at rest cannot be read: ')
  })

  it('of another policy is a fault', async () => {
    const again = planOf({ ...parts, claims: `${parts.claims}${claim('more')}` })
    const [path] = await ends(planOf(parts), { again })
    expect(path).toMatchObject({ end: 'stopped', reason: 'fault' })
  })
})

/** A plan whose transformations do what `run` does. */
const transforming = (plan: JourneyPlan, run: (bag: ClaimsBag) => undefined): JourneyPlan => ({
  ...plan,
  steps: plan.steps.map((step) => {
    const { work } = step
    if (work._tag !== 'ClaimsExchange') return step
    const exchanges = work.exchanges.map((item) => {
      const outputTransformations = item.profile.outputTransformations.map((one) => ({ ...one, run }))
      return { ...item, profile: { ...item.profile, outputTransformations } }
    })
    return { ...step, work: { ...work, exchanges } }
  })
})

describe('recorded events', () => {
  it('that lead elsewhere when they are run again are a fault', async () => {
    const plan = planOf(parts)
    const slot = plan.claims.find('made')?.slot ?? -1
    let count = 0
    const counting = transforming(plan, (bag) => {
      bag[slot] = String(count++)
      return undefined
    })
    expect(await ends(counting)).toEqual(fault('its recorded events replay otherwise'))
  })

  it('that lead to the same are none', async () => {
    const plan = planOf(parts)
    const slot = plan.claims.find('made')?.slot ?? -1
    const constant = transforming(plan, (bag) => {
      bag[slot] = 'always'
      return undefined
    })
    expect(await ends(constant)).toMatchObject([{ end: 'token' }])
  })
})
