/** Laws that hold for all values: round trips, idempotence, order, boolean algebra. */
import { describe, expect, it } from 'vitest'
import {
  type ClaimValue,
  compareInstants,
  type DataType,
  equalValues,
  formatInstant,
  formatValue,
  fromJson,
  type Json,
  MalformedJson,
  parseInstant,
  parseJson,
  parseValue,
  stringifyJson,
  toJson,
  type UserIdentity
} from '@trustframe/claims'
import { anyText, type Chance, chance, forAll } from '../support/random.ts'
import { run } from '../support/run.ts'

const identity = (from: Chance): UserIdentity => ({
  _tag: 'UserIdentity',
  issuer: from.text(anyText, 8),
  issuerUserId: from.text(anyText, 8)
})

const calendarDays = (from: Chance): readonly [year: number, month: number, day: number] => [
  from.integer(1, 9999),
  from.integer(1, 12),
  from.integer(1, 28)
]

/** A value of each data type. */
const values: Readonly<
  Record<Exclude<DataType, 'duration' | 'objectIdentity' | 'objectIdentityCollection'>, (from: Chance) => ClaimValue>
> = {
  boolean: (from) => from.boolean(),
  date: (from) => {
    const [year, month, day] = calendarDays(from)
    return { _tag: 'CalendarDate', year, month, day }
  },
  dateTime: (from) => ({
    _tag: 'Instant',
    epochMilliseconds: from.integer(-62_135_596_800_000, 253_402_300_799_999),
    ticks: from.integer(0, 9999)
  }),
  int: (from) => from.integer(-2_147_483_648, 2_147_483_647),
  long: (from) =>
    BigInt(from.integer(-2_147_483_648, 2_147_483_647)) * 4_294_967_296n + BigInt(from.integer(0, 4_294_967_295)),
  string: (from) => from.text(anyText, 12),
  stringCollection: (from) => from.list(4, () => from.text(anyText, 6)),
  alternativeSecurityIdCollection: (from) => from.list(3, () => identity(from)),
  userIdentityCollection: (from) => from.list(3, () => identity(from)),
  userIdentity: identity,
  phoneNumber: (from) => ({ _tag: 'PhoneNumber', e164: `+${from.integer(1, 999)}${from.integer(0, 9_999_999)}` })
}

const types = Object.keys(values).filter((type): type is keyof typeof values => type in values)

describe.each(types)('%s', (type) => {
  it('survives its JSON form', () => {
    forAll((from) => {
      const value = values[type](from)
      expect(fromJson(type, toJson(value))).toStrictEqual(value)
    })
  })

  it('survives its JSON text', () => {
    forAll((from) => {
      const value = values[type](from)
      const json = parseJson(stringifyJson(toJson(value)))
      expect(json instanceof MalformedJson ? json : fromJson(type, json)).toStrictEqual(value)
    })
  })

  it('equals itself only', () => {
    forAll((from) => {
      const [one, other] = [values[type](from), values[type](from)]
      expect(equalValues(one, structuredClone(one))).toBe(true)
      expect(equalValues(one, other)).toBe(stringifyJson(toJson(one)) === stringifyJson(toJson(other)))
    })
  })
})

describe.each(types.filter((type) => type !== 'stringCollection' && !type.endsWith('Collection')))('%s', (type) => {
  it('survives its text form', () => {
    forAll((from) => {
      const value = values[type](from)
      expect(parseValue(type, formatValue(value))).toStrictEqual(value)
    })
  })
})

describe('instants', () => {
  it("agree with JavaScript's dates to the millisecond", () => {
    forAll((from) => {
      const milliseconds = from.integer(-62_135_596_800_000, 253_402_300_799_999)
      const text = new Date(milliseconds).toISOString()
      expect(parseInstant(text)).toStrictEqual({ _tag: 'Instant', epochMilliseconds: milliseconds, ticks: 0 })
      expect(formatInstant({ _tag: 'Instant', epochMilliseconds: milliseconds, ticks: 0 })).toBe(
        text.replace('Z', '0000Z')
      )
    })
  })

  it('are ordered as their texts are', () => {
    forAll((from) => {
      const [left, right] = [0, 1].map(() => ({
        _tag: 'Instant' as const,
        epochMilliseconds: from.integer(0, 3),
        ticks: from.integer(0, 3)
      }))
      if (left === undefined || right === undefined) return
      expect(Math.sign(compareInstants(left, right))).toBe(
        formatInstant(left) < formatInstant(right) ? -1 : formatInstant(left) === formatInstant(right) ? 0 : 1
      )
    })
  })
})

const both = [true, false]
const boolean = (method: string, left: boolean, right: boolean) =>
  run(method, { inputClaim1: left, inputClaim2: right })['outputClaim'] === true
const not = (value: boolean) => run('NotClaims', { inputClaim: value })['outputClaim'] === true

describe('boolean algebra', () => {
  it('holds', () => {
    for (const a of both) {
      expect(not(not(a))).toBe(a)
      for (const b of both) {
        expect(boolean('AndClaims', a, b)).toBe(boolean('AndClaims', b, a))
        expect(boolean('OrClaims', a, b)).toBe(boolean('OrClaims', b, a))
        expect(not(boolean('AndClaims', a, b))).toBe(boolean('OrClaims', not(a), not(b)))
        expect(boolean('OrClaims', a, boolean('AndClaims', a, b))).toBe(a)
      }
    }
  })
})

const textOf = (json: Json | undefined): string => (typeof json === 'string' ? json : stringifyJson(json ?? null))

const change = (toCase: 'LOWER' | 'UPPER', text: string) =>
  textOf(run('ChangeCase', { inputClaim1: text }, { toCase })['outputClaim'])

describe('ChangeCase', () => {
  it('is idempotent and keeps the length', () => {
    forAll((from) => {
      const text = from.text(anyText, 12)
      for (const toCase of ['LOWER', 'UPPER'] as const) {
        const once = change(toCase, text)
        expect(change(toCase, once)).toBe(once)
        expect(once).toHaveLength(text.length)
      }
    })
  })

  it('does not change what is compared ignoring case', () => {
    forAll((from) => {
      const text = from.text('abcXYZ 09é', 12)
      const result = run(
        'CompareClaims',
        { inputClaim1: text, inputClaim2: change('UPPER', text) },
        { operator: 'EQUAL', ignoreCase: 'true' }
      )
      expect(result).toStrictEqual({ outputClaim: true })
    })
  })
})

describe('AdjustNumber', () => {
  it('undoes itself', () => {
    forAll((from) => {
      const inputClaim = from.integer(-2_147_483_647, 2_147_483_646)
      const more = run('AdjustNumber', { inputClaim }, { Operator: 'INCREMENT' })['outputClaim'] ?? null
      expect(run('AdjustNumber', { inputClaim: more }, { Operator: 'DECREMENT' })).toStrictEqual({
        outputClaim: inputClaim
      })
    })
  })
})

describe('string collections', () => {
  it('keep their order, and each text once', () => {
    forAll((from) => {
      const items = from.list(8, () => from.pick(['a', 'b', 'A', '']))
      let collection: Json = null
      for (const item of items) {
        collection = run('AddItemToStringCollection', { item, collection })['collection'] ?? null
      }
      expect(collection ?? []).toStrictEqual([...new Set(items)])
    })
  })

  it('are split where they were joined', () => {
    forAll((from) => {
      const items = from.list(5, () => from.text('abc ', 4))
      if (items.length === 0) return
      const joined = run('StringJoin', { inputClaim: items }, { delimiter: ';' })['outputClaim'] ?? null
      expect(run('StringSplit', { inputClaim: joined }, { delimiter: ';' })).toStrictEqual({ outputClaim: items })
    })
  })

  it('contain what was added', () => {
    forAll((from) => {
      const collection = from.list(4, () => from.text('ab', 2))
      const item = from.text('ab', 2)
      const added = run('AddItemToStringCollection', { item, collection })['collection'] ?? null
      expect(run('StringCollectionContainsClaim', { collection: added, item })).toStrictEqual({ outputClaim: true })
    })
  })
})

const draw = () =>
  run(
    'CreateRandomString',
    {},
    { randomGeneratorType: 'INTEGER', maximumNumber: '100000' },
    { ambient: { random: chance(7).next } }
  )

describe('chance', () => {
  it('gives the same for the same seed', () => {
    expect(draw()).toStrictEqual(draw())
  })
})
