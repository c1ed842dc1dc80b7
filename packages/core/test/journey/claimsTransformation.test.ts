/** Technical profiles that only transform claims: their input and output claims may bring values. */
import type { ClaimValue } from '@trustframe/claims'
import { describe, expect, it } from 'vitest'
import { initialState, step } from '@trustframe/core/journey'
import type { ClaimBinding } from '@trustframe/plan/plan'
import { at, binding, claimTable, constant, exchanging, journey, profile } from '../support/plans.ts'

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
