/** The language of a journey: what the application asks for comes before what the browser asks for. */
import { describe, expect, it } from 'vitest'
import { initialState, step } from '@trustframe/core/journey'
import { binding, claimTable, exchanging, journey, profile } from '../support/plans.ts'

const claims = claimTable('language')

const language = binding(claims, 'language', {
  defaultValue: {
    _tag: 'Resolved',
    template: '{Culture:RFC5646}',
    evaluate: (context) => context.language
  }
})

const plan = journey(
  claims,
  [exchanging(profile({ _tag: 'ClaimsTransformation', inputClaims: [], outputClaims: [language] }))],
  { localization: { enabled: true, defaultLanguage: 'en', languages: ['en', 'fr'] } }
)

describe('the language of a journey', () => {
  it.each([
    ['fr-CA', {}, 'fr'],
    ['de', {}, 'en'],
    ['fr', { ui_locales: 'de-DE' }, 'de-DE']
  ])('of a browser that asks for %s with the parameters %j', (requested, parameters, expected) => {
    const { state } = step(plan, initialState(plan), {
      _tag: 'Started',
      moment: { epochMillis: 0, entropy: '00' },
      context: { correlationId: '', language: requested, parameters, hostName: '', ipAddress: '' },
      claims: new Map()
    })
    expect(state.bag).toStrictEqual([expected])
  })
})
