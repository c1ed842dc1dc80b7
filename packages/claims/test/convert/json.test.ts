/** JSON with exact 64-bit integers, and the conversions of restful 5.1 and claims-schema 2.3. */
import { describe, expect, it } from 'vitest'
import {
  type ClaimValue,
  ConversionFailure,
  type DataType,
  fromJson,
  type Json,
  MalformedJson,
  parseJson,
  stringifyJson,
  stringifyJsonIndented,
  toJson,
  toTokenJson
} from '@trustframe/claims'

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

describe('parseJson', () => {
  const table: ReadonlyArray<readonly [string, Json]> = [
    ['9007199254740991', 9_007_199_254_740_991],
    ['9007199254740993', 9_007_199_254_740_993n],
    ['[-9223372036854775808]', [-9_223_372_036_854_775_808n]],
    ['{"a":{"b":12345678901234567890}}', { a: { b: 12_345_678_901_234_567_890n } }],
    ['1234567890123456.5', 1_234_567_890_123_456.5],
    ['1e20', 1e20],
    ['"12345678901234567890"', '12345678901234567890'],
    ['null', null],
    [' {"b":1,"a":[true,false,null,"x"]} ', { b: 1, a: [true, false, null, 'x'] }],
    ['{"__proto__":1}', JSON.parse('{"__proto__":1}')]
  ]

  it.each(table)('%s', (text, json) => {
    expect(parseJson(text)).toStrictEqual(json)
  })

  it.each(['', '{', "{'a':1}", '[1,]', 'NaN', '{"password":"hunter2" x}', '12345678901234567890x'])(
    'not %s',
    (text) => {
      const problem = parseJson(text)
      expect(problem).toBeInstanceOf(MalformedJson)
      expect(JSON.stringify(problem)).not.toContain('hunter2')
    }
  )

  it('says where it stopped', () => {
    const problem = parseJson('{"a" 1}')
    expect(problem instanceof MalformedJson ? problem.reason : '').toBe('is not valid JSON (at character 6)')
  })

  it('refuses what is nested too deeply, and not brackets in a text', () => {
    expect(parseJson(deep(512))).not.toBeInstanceOf(MalformedJson)
    expect(parseJson(deep(513))).toBeInstanceOf(MalformedJson)
    expect(parseJson(deep(1_000_000))).toBeInstanceOf(MalformedJson)
    expect(parseJson(JSON.stringify(`\\"${'['.repeat(5000)}`))).not.toBeInstanceOf(MalformedJson)
  })
})

describe('stringifyJson', () => {
  it('writes bigints as integers', () => {
    expect(stringifyJson({ a: [1n, { b: 9_223_372_036_854_775_807n }], c: 'x"y', d: null })).toBe(
      '{"a":[1,{"b":9223372036854775807}],"c":"x\\"y","d":null}'
    )
  })

  it('writes what JSON.stringify writes when there are none', () => {
    const json: Json = { a: [1, -0.5, 'é\u2028', true, null, {}, []], '': { 'b c': 1e21 } }
    expect(stringifyJson(json)).toBe(JSON.stringify(json))
  })

  it('indents like .NET, with CR LF', () => {
    expect(stringifyJsonIndented({ a: 1, b: [true, {}], c: [], d: 5n })).toBe(
      '{\r\n  "a": 1,\r\n  "b": [\r\n    true,\r\n    {}\r\n  ],\r\n  "c": [],\r\n  "d": 5\r\n}'
    )
  })
})

const identityJson = { issuer: 'facebook.com', issuerUserId: 'MTIzNDU=' }
const identity = { _tag: 'UserIdentity', ...identityJson } as const

describe('fromJson', () => {
  const table: ReadonlyArray<readonly [DataType, Json | undefined, ClaimValue | undefined]> = [
    ['string', null, undefined],
    ['string', undefined, undefined],
    ['string', 'x', 'x'],
    ['string', '', ''],
    ['string', 12, '12'],
    ['string', 9_223_372_036_854_775_807n, '9223372036854775807'],
    ['string', true, 'true'],
    ['string', { a: [1] }, '{"a":[1]}'],
    ['boolean', false, false],
    ['boolean', 'True', true],
    ['int', 7, 7],
    ['int', '7', 7],
    ['int', -0, 0],
    ['long', 7, 7n],
    ['long', '9223372036854775807', 9_223_372_036_854_775_807n],
    ['long', 9_223_372_036_854_775_807n, 9_223_372_036_854_775_807n],
    ['date', '2022-01-03', { _tag: 'CalendarDate', year: 2022, month: 1, day: 3 }],
    ['date', '2022-01-03T23:00:00-05:00', { _tag: 'CalendarDate', year: 2022, month: 1, day: 4 }],
    ['date', '1970-00-00', undefined],
    ['dateTime', '2022-01-03T00:00:00Z', { _tag: 'Instant', epochMilliseconds: 1_641_168_000_000, ticks: 0 }],
    ['dateTime', '1970-00-00T00:00:00.0000000Z', undefined],
    ['duration', 'PT1S', { _tag: 'TimeSpan', iso: 'PT1S' }],
    ['phoneNumber', '+1425', { _tag: 'PhoneNumber', e164: '+1425' }],
    ['stringCollection', [], []],
    ['stringCollection', ['a', 1, true, null], ['a', '1', 'true']],
    ['stringCollection', 'a', ['a']],
    ['stringCollection', [{ a: 1 }], ['{\r\n  "a": 1\r\n}']],
    ['userIdentity', identityJson, identity],
    ['userIdentity', JSON.stringify(identityJson), identity],
    ['userIdentityCollection', [identityJson], [identity]],
    ['userIdentityCollection', identityJson, [identity]],
    ['alternativeSecurityIdCollection', [{ type: 6, identityProvider: 'facebook.com', key: 'MTIzNDU=' }], [identity]],
    ['objectIdentityCollection', [], []]
  ]

  it.each(table)('%s from %o', (type, json, value) => {
    expect(fromJson(type, json)).toStrictEqual(value)
  })

  const refused: ReadonlyArray<readonly [DataType, Json]> = [
    ['boolean', 1],
    ['boolean', 'yes'],
    ['int', 1.5],
    ['int', 2_147_483_648],
    ['int', 1n],
    ['int', true],
    ['long', 1e20],
    ['long', 9_223_372_036_854_775_808n],
    ['date', 20220103],
    ['dateTime', 1_641_168_000],
    ['phoneNumber', 1425],
    ['userIdentity', [identityJson]],
    ['userIdentityCollection', [identityJson, 'x']]
  ]

  it.each(refused)('not %s from %o', (type, json) => {
    expect(fromJson(type, json)).toBeInstanceOf(ConversionFailure)
  })
})

describe('toJson and toTokenJson', () => {
  const instant = { _tag: 'Instant', epochMilliseconds: 1_641_168_000_999, ticks: 1 } as const
  const table: ReadonlyArray<readonly [ClaimValue, Json, token?: Json]> = [
    ['x', 'x'],
    [true, true],
    [7, 7],
    [7n, 7],
    [9_007_199_254_740_993n, 9_007_199_254_740_993n],
    [{ _tag: 'CalendarDate', year: 99, month: 1, day: 3 }, '0099-01-03'],
    [instant, '2022-01-03T00:00:00.9990001Z', 1_641_168_000],
    [{ ...instant, epochMilliseconds: -1 }, '1969-12-31T23:59:59.9990001Z', -1],
    [{ _tag: 'TimeSpan', iso: 'PT1S' }, 'PT1S'],
    [{ _tag: 'PhoneNumber', e164: '+1' }, '+1'],
    [['a'], ['a']],
    [[], []],
    [identity, identityJson],
    [[identity], [identityJson]]
  ]

  it.each(table.map(([value, json, token = json]) => ({ value, json, token })))('$value', ({ json, token, value }) => {
    expect(toJson(value)).toStrictEqual(json)
    expect(toTokenJson(value)).toStrictEqual(token)
  })
})
