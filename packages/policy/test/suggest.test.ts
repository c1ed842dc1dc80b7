import { describe, expect, it } from 'vitest'
import { suggest } from '../src/index.ts'

describe('suggest', () => {
  it.each([
    ['OutputClaim', ['InputClaims', 'OutputClaims'], 'OutputClaims'],
    ['outputclaims', ['InputClaims', 'OutputClaims'], 'OutputClaims'],
    ['Mtaedata', ['Metadata', 'Domain'], 'Metadata'],
    ['SendClaim', ['SendClaims', 'GetClaims'], 'SendClaims'],
    ['Nmae', ['Name'], 'Name'],
    ['id', ['Id'], 'Id'],
    ['x', ['Id', 'Key'], undefined],
    ['Foo', ['Metadata', 'Domain'], undefined],
    ['', ['a', 'Id'], 'a'],
    ['same', ['same'], undefined],
    ['a'.repeat(200), ['a'.repeat(201)], undefined]
  ])('%j among %j is %j', (name, candidates, expected) => {
    expect(suggest(name, candidates)).toBe(expected)
  })

  it('takes the nearest', () => {
    expect(suggest('ClaimExchange', ['ClaimsProviderSelection', 'ClaimsExchanges', 'ClaimsExchange'])).toBe(
      'ClaimsExchange'
    )
  })

  it('takes the same letters in another case before another letter', () => {
    expect(suggest('surname', ['surnames', 'surName'])).toBe('surName')
  })
})
