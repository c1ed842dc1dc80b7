/** General transformations: claims-transformations section 4. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { dataTypes, type Json } from '@trustframe/claims'
import { type Case, namedCase, run } from '../support/run.ts'

const failed = { error: 'TransformationFailed' }

const tables: Readonly<Record<string, ReadonlyArray<Case>>> = {
  CopyClaim: [
    ['copies text as it is', { inputClaim: ' Ünï\t' }, {}, { outputClaim: ' Ünï\t' }],
    ['copies an int', { inputClaim: 0 }, {}, { outputClaim: 0 }, { types: { inputClaim: 'int' } }],
    [
      'no value leaves the output',
      { inputClaim: null },
      {},
      { outputClaim: 'old' },
      { before: { outputClaim: 'old' } }
    ],
    ['the data types must agree', { inputClaim: 'x' }, {}, { error: 'Refused' }, { outputs: { outputClaim: 'int' } }],
    [
      'other data types are refused',
      { inputClaim: true },
      {},
      { error: 'Refused' },
      { types: { inputClaim: 'boolean' } }
    ]
  ],
  Hash: [
    ['needs the policy key', { plaintext: 'a', salt: 'b' }, { randomizerSecret: 'B2C_1A_Missing' }, failed],
    ['a missing text fails', { plaintext: null, salt: 'b' }, { randomizerSecret: 'B2C_1A_Secret' }, failed]
  ]
}

describe.each(Object.entries(tables))('%s', (method, cases) => {
  it.each(cases.map(namedCase))('$shows', ({ expected, inputs, options, parameters }) => {
    expect(run(method, inputs, parameters, options)).toStrictEqual(expected)
  })
})

describe('DoesClaimExist', () => {
  const values: ReadonlyArray<readonly [Json, (typeof dataTypes)[number], boolean]> = [
    ['', 'string', true],
    [false, 'boolean', true],
    [0, 'int', true],
    [0, 'long', true],
    [[], 'stringCollection', true],
    ['2022-01-01', 'date', true],
    ['+1425', 'phoneNumber', true],
    [{ issuer: 'a', issuerUserId: 'b' }, 'userIdentity', true],
    ...dataTypes.map((type) => [null, type, false] as const)
  ]

  it.each(values)('%j of type %s: %s', (value, type, exists) => {
    expect(run('DoesClaimExist', { inputClaim: value }, {}, { types: { inputClaim: type } })).toStrictEqual({
      outputClaim: exists
    })
  })
})

const hash = (plaintext: string, salt: string) =>
  run('Hash', { plaintext, salt }, { randomizerSecret: 'B2C_1A_Secret' })['hash']

describe('Hash', () => {
  it('is the SHA-256 of the parts, kept apart, in base64', () => {
    const expected = createHash('sha256').update('p\0s\0the secret').digest('base64')
    expect(hash('p', 's')).toBe(expected)
  })

  it('tells where one part ends and the next begins', () => {
    expect(hash('ab', 'c')).not.toBe(hash('a', 'bc'))
  })

  it('depends on the secret', () => {
    const other = run(
      'Hash',
      { plaintext: 'p', salt: 's' },
      { randomizerSecret: 'B2C_1A_Secret' },
      { ambient: { policyKey: () => 'another' } }
    )
    expect(other['hash']).not.toBe(hash('p', 's'))
  })
})
