/** The lexical forms of claims-schema 2.1. */
import { describe, expect, it } from 'vitest'
import {
  type ClaimValue,
  comparisonText,
  ConversionFailure,
  type DataType,
  dataTypes,
  equalValues,
  formatValue,
  parseValue
} from '@trustframe/claims'

const identity = { _tag: 'UserIdentity', issuer: 'facebook.com', issuerUserId: 'MTIzNDU=' } as const

const accepted: ReadonlyArray<readonly [DataType, string, ClaimValue, formatted?: string]> = [
  ['boolean', 'true', true],
  ['boolean', 'False', false, 'false'],
  ['boolean', 'TRUE', true, 'true'],
  ['date', '2022-01-03', { _tag: 'CalendarDate', year: 2022, month: 1, day: 3 }],
  ['date', '2024-02-29', { _tag: 'CalendarDate', year: 2024, month: 2, day: 29 }],
  ['date', '2000-02-29', { _tag: 'CalendarDate', year: 2000, month: 2, day: 29 }],
  ['dateTime', '2022-01-03T00:00:00.0000000Z', { _tag: 'Instant', epochMilliseconds: 1_641_168_000_000, ticks: 0 }],
  [
    'dateTime',
    '2022-01-03',
    { _tag: 'Instant', epochMilliseconds: 1_641_168_000_000, ticks: 0 },
    '2022-01-03T00:00:00.0000000Z'
  ],
  [
    'dateTime',
    '2022-01-03T01:00+01:00',
    { _tag: 'Instant', epochMilliseconds: 1_641_168_000_000, ticks: 0 },
    '2022-01-03T00:00:00.0000000Z'
  ],
  [
    'dateTime',
    '2022-01-02T19:00:00-0500',
    { _tag: 'Instant', epochMilliseconds: 1_641_168_000_000, ticks: 0 },
    '2022-01-03T00:00:00.0000000Z'
  ],
  [
    'dateTime',
    '2022-01-03 00:00:00.1234567',
    { _tag: 'Instant', epochMilliseconds: 1_641_168_000_123, ticks: 4567 },
    '2022-01-03T00:00:00.1234567Z'
  ],
  [
    'dateTime',
    '2022-01-03T00:00:00.99999999Z',
    { _tag: 'Instant', epochMilliseconds: 1_641_168_001_000, ticks: 0 },
    '2022-01-03T00:00:01.0000000Z'
  ],
  [
    'dateTime',
    '0001-01-01T00:00:00Z',
    { _tag: 'Instant', epochMilliseconds: -62_135_596_800_000, ticks: 0 },
    '0001-01-01T00:00:00.0000000Z'
  ],
  [
    'dateTime',
    '1/3/2022 12:00:00 AM',
    { _tag: 'Instant', epochMilliseconds: 1_641_168_000_000, ticks: 0 },
    '2022-01-03T00:00:00.0000000Z'
  ],
  [
    'dateTime',
    '10/10/2021 12:00:00 PM',
    { _tag: 'Instant', epochMilliseconds: 1_633_867_200_000, ticks: 0 },
    '2021-10-10T12:00:00.0000000Z'
  ],
  ['duration', 'P1Y2M3DT30S', { _tag: 'TimeSpan', iso: 'P1Y2M3DT30S' }],
  ['duration', 'PT30S', { _tag: 'TimeSpan', iso: 'PT30S' }],
  ['duration', 'NT5Mo', { _tag: 'TimeSpan', iso: 'NT5Mo' }],
  ['int', '2147483647', 2_147_483_647],
  ['int', '-2147483648', -2_147_483_648],
  ['int', '-0', 0, '0'],
  ['int', '007', 7, '7'],
  ['long', '9223372036854775807', 9_223_372_036_854_775_807n],
  ['long', '-9223372036854775808', -9_223_372_036_854_775_808n],
  ['long', '0000000000000000000000000000001', 1n, '1'],
  ['string', ' as is \t', ' as is \t'],
  ['string', '', ''],
  ['stringCollection', '', [''], ''],
  ['stringCollection', 'a,b', ['a,b']],
  ['phoneNumber', '+11234567890', { _tag: 'PhoneNumber', e164: '+11234567890' }],
  ['userIdentity', '{"issuer":"facebook.com","issuerUserId":"MTIzNDU="}', identity],
  [
    'userIdentity',
    '{"type":6,"identityProvider":"facebook.com","key":"MTIzNDU="}',
    identity,
    '{"issuer":"facebook.com","issuerUserId":"MTIzNDU="}'
  ],
  ['alternativeSecurityIdCollection', '[{"issuer":"facebook.com","issuerUserId":"MTIzNDU="}]', [identity]],
  [
    'userIdentityCollection',
    '{"issuer":"facebook.com","issuerUserId":"MTIzNDU="}',
    [identity],
    '[{"issuer":"facebook.com","issuerUserId":"MTIzNDU="}]'
  ],
  ['userIdentityCollection', '[]', [], '']
]

const rows = accepted.map(([type, text, value, formatted = text]) => ({ type, text, value, formatted }))

const refused: ReadonlyArray<readonly [DataType, string]> = [
  ['boolean', ''],
  ['boolean', '1'],
  ['boolean', ' true'],
  ['date', '2022-02-29'],
  ['date', '1900-02-29'],
  ['date', '2022-13-01'],
  ['date', '2022-04-31'],
  ['date', '0000-01-01'],
  ['date', '2022-1-3'],
  ['date', '2022-01-03T00:00:00Z'],
  ['dateTime', '2022-01-03T24:00:00Z'],
  ['dateTime', '2022-01-03T23:60:00Z'],
  ['dateTime', '2022-01-03T23:59:60Z'],
  ['dateTime', '2022-01-03T23:59:59+15:00'],
  ['dateTime', '0001-01-01T00:00:00+01:00'],
  ['dateTime', '9999-12-31T23:59:59-01:00'],
  ['dateTime', '13/10/2021 12:00:00 PM'],
  ['dateTime', '10/10/2021 13:00:00 PM'],
  ['dateTime', '10/10/2021 0:00:00 AM'],
  ['dateTime', 'now'],
  ['duration', 'P'],
  ['duration', 'PT'],
  ['duration', '1Y'],
  ['int', '2147483648'],
  ['int', '-2147483649'],
  ['int', '1.0'],
  ['int', '+1'],
  ['int', ''],
  ['int', '1e3'],
  ['int', '9'.repeat(100_000)],
  ['long', '9223372036854775808'],
  ['long', '-9223372036854775809'],
  ['long', '9'.repeat(100_000)],
  ['phoneNumber', '11234567890'],
  ['phoneNumber', '+1 (123) 456-7890'],
  ['phoneNumber', '+'],
  ['userIdentity', 'facebook.com'],
  ['userIdentity', '{"issuer":"facebook.com"}'],
  ['userIdentityCollection', '["facebook.com"]'],
  ['userIdentityCollection', '[']
]

describe('parseValue', () => {
  it.each(rows)('$type $text', ({ text, type, value }) => {
    expect(parseValue(type, text)).toStrictEqual(value)
  })

  it.each(refused)('not %s %j', (type, text) => {
    const failure = parseValue(type, text)
    expect(failure).toBeInstanceOf(ConversionFailure)
    expect(failure).toMatchObject({ dataType: type, found: text })
  })

  it('knows every data type', () => {
    const tested = new Set(accepted.map(([type]) => type))
    const untested = dataTypes.filter((type) => !tested.has(type))
    expect(untested).toStrictEqual(['objectIdentityCollection', 'objectIdentity'])
  })
})

describe('formatValue', () => {
  it.each(rows)('$type $text', ({ formatted, value }) => {
    expect(formatValue(value)).toBe(formatted)
  })

  it('joins the items of a string collection', () => {
    expect(formatValue(['a', 'b'])).toBe('a,b')
  })
})

describe('comparisonText', () => {
  it('writes booleans as .NET does, and everything else as formatValue', () => {
    expect([true, false, 7, 'true', 8n].map(comparisonText)).toStrictEqual(['True', 'False', '7', 'true', '8'])
  })
})

describe('equalValues', () => {
  const values = accepted.flatMap(([type, text]) => {
    const value = parseValue(type, text)
    return value instanceof ConversionFailure ? [] : [value]
  })

  it('holds for a value and its copy', () => {
    expect(values.filter((value) => !equalValues(value, structuredClone(value)))).toStrictEqual([])
  })

  it('does not hold across types or contents', () => {
    const different: ReadonlyArray<readonly [ClaimValue | undefined, ClaimValue | undefined]> = [
      [undefined, ''],
      [1, 1n],
      ['1', 1],
      [['a'], ['b']],
      [['a'], ['a', 'b']],
      [
        ['a', 'b'],
        ['b', 'a']
      ],
      [['a'], 'a'],
      [[], undefined],
      [identity, { ...identity, issuer: 'Facebook.com' }],
      [[identity], [{ ...identity, issuerUserId: '' }]],
      [
        { _tag: 'CalendarDate', year: 2022, month: 1, day: 3 },
        { _tag: 'CalendarDate', year: 2022, month: 1, day: 4 }
      ],
      [
        { _tag: 'Instant', epochMilliseconds: 0, ticks: 0 },
        { _tag: 'Instant', epochMilliseconds: 0, ticks: 1 }
      ],
      [
        { _tag: 'TimeSpan', iso: 'PT1S' },
        { _tag: 'PhoneNumber', e164: '+1' }
      ]
    ]
    expect(different.filter(([left, right]) => equalValues(left, right) || equalValues(right, left))).toStrictEqual([])
  })

  it('holds for two that have no value', () => {
    expect(equalValues(undefined, undefined)).toBe(true)
  })
})
