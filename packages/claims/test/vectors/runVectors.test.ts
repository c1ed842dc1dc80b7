/** The runner of vectors: what passes, what fails, what is skipped, what is no vector. */
import { describe, expect, it } from 'vitest'
import type { Json } from '@trustframe/claims'
import { runVectors, VectorShapeProblem } from '@trustframe/claims/vectors'

const and = {
  method: 'AndClaims',
  name: 'and',
  inputClaims: { inputClaim1: { type: 'boolean', value: true }, inputClaim2: { type: 'boolean', value: true } },
  inputParameters: [],
  expect: { outputClaims: { outputClaim: { type: 'boolean', value: true } } }
}

const report = (...vectors: ReadonlyArray<Json>) => {
  const result = runVectors([{ file: 'a.json', content: vectors }])
  return result instanceof VectorShapeProblem ? result.message : result
}

const passes = (vector: Json): boolean => {
  const result = report(vector)
  return typeof result !== 'string' && result.passed === 1 && result.failed.length === 0
}

const random = {
  method: 'CreateRandomString',
  name: 'guid',
  inputParameters: [{ id: 'randomGeneratorType', type: 'string', value: 'GUID' }]
}
const json = { method: 'CreateJsonArray', name: 'json', inputClaims: { inputClaim: { type: 'string', value: 'é' } } }
const lookup = {
  method: 'LookupValue',
  name: 'lookup',
  inputClaims: { inputParameterId: { type: 'string', value: 'a' } },
  inputParameters: [{ id: 'errorOnFailedLookup', type: 'boolean', value: 'true' }]
}

const table: ReadonlyArray<readonly [shows: string, vector: Json, boolean]> = [
  ['the expected value', and, true],
  ['another value', { ...and, expect: { outputClaims: { outputClaim: { type: 'boolean', value: false } } } }, false],
  ['no value', { ...and, expect: { outputClaims: { outputClaim: { type: 'boolean', value: null } } } }, false],
  [
    'a value of another type',
    { ...and, expect: { outputClaims: { outputClaim: { type: 'string', value: 'true' } } } },
    false
  ],
  ['an error that does not come', { ...and, expect: { error: 'TransformationFailed' } }, false],
  ['the error that comes', { ...lookup, expect: { error: 'LookupNotFound' } }, true],
  ['another error', { ...lookup, expect: { error: 'TransformationFailed' } }, false],
  ['a value instead of the error', { ...lookup, expect: { outputClaims: {} } }, false],
  ['an unknown method', { ...and, method: 'Nope', expect: { error: 'PolicyValidation' } }, true],
  [
    'an expectation that cannot be checked',
    { ...and, expect: { outputClaims: { outputClaim: { type: 'boolean', about: 1 } } } },
    false
  ],
  ['an expectation of nothing', { ...and, expect: { outputClaims: { outputClaim: { type: 'boolean' } } } }, false],
  [
    'JSON, whatever its text',
    { ...json, expect: { outputClaims: { outputClaim: { type: 'string', json: ['é'] } } } },
    true
  ],
  ['other JSON', { ...json, expect: { outputClaims: { outputClaim: { type: 'string', json: ['e'] } } } }, false],
  ['a pattern', { ...random, expect: { outputClaims: { outputClaim: { matches: '^[0-9a-f-]{36}$' } } } }, true],
  ['a pattern that does not match', { ...random, expect: { outputClaims: { outputClaim: { matches: '^x' } } } }, false],
  [
    'decoded text',
    {
      method: 'CreateRandomString',
      name: 'b',
      inputParameters: [
        { id: 'randomGeneratorType', type: 'string', value: 'INTEGER' },
        { id: 'stringFormat', type: 'string', value: 'ü{0}' },
        { id: 'base64', type: 'boolean', value: 'true' }
      ],
      expect: { outputClaims: { outputClaim: { base64DecodedMatches: '^ü\\d+$' } } }
    },
    true
  ],
  [
    'the same elements in any order',
    {
      method: 'StringSplit',
      name: 's',
      inputClaims: { inputClaim: { type: 'string', value: 'a,b' } },
      inputParameters: [{ id: 'delimiter', type: 'string', value: ',' }],
      expect: { outputClaims: { outputClaim: { type: 'stringCollection', set: ['b', 'a'] } } }
    },
    true
  ],
  [
    'other elements',
    {
      method: 'StringSplit',
      name: 's',
      inputClaims: { inputClaim: { type: 'string', value: 'a,b' } },
      inputParameters: [{ id: 'delimiter', type: 'string', value: ',' }],
      expect: { outputClaims: { outputClaim: { type: 'stringCollection', set: ['b', 'a', 'c'] } } }
    },
    false
  ],
  [
    'a claim that is not written',
    {
      method: 'CopyClaim',
      name: 'c',
      inputClaims: { inputClaim: { type: 'string', value: null } },
      context: { initialOutputClaims: { outputClaim: { type: 'string', value: 'old' } } },
      expect: { outputClaims: { outputClaim: { unset: true } } }
    },
    true
  ],
  [
    'a claim that is written',
    {
      method: 'CopyClaim',
      name: 'c',
      inputClaims: { inputClaim: { type: 'string', value: 'new' } },
      context: { initialOutputClaims: { outputClaim: { type: 'string', value: 'old' } } },
      expect: { outputClaims: { outputClaim: { unset: true } } }
    },
    false
  ],
  [
    'a predicate',
    {
      kind: 'predicate',
      name: 'p',
      method: 'IsLengthRange',
      parameters: [
        { id: 'Minimum', value: '1' },
        { id: 'Maximum', value: '2' }
      ],
      claim: { type: 'string', value: 'abc' },
      expect: { valid: false }
    },
    true
  ],
  [
    'a predicate that is refused',
    { kind: 'policy', name: 'p', method: 'IsLengthRange', parameters: [], expect: { error: 'PolicyValidation' } },
    true
  ],
  [
    'a predicate that is not refused',
    {
      kind: 'policy',
      name: 'p',
      method: 'MatchesRegex',
      parameters: [{ id: 'RegularExpression', value: 'a' }],
      expect: { error: 'PolicyValidation' }
    },
    false
  ],
  [
    'a mask',
    {
      kind: 'mask',
      name: 'm',
      mask: { type: 'Simple', text: '**' },
      claim: { type: 'string', value: 'abc' },
      expect: { display: '**c' }
    },
    true
  ],
  [
    'another display',
    {
      kind: 'mask',
      name: 'm',
      mask: { type: 'Simple', text: '**' },
      claim: { type: 'string', value: 'abc' },
      expect: { display: 'abc' }
    },
    false
  ],
  [
    'options',
    {
      kind: 'restriction',
      name: 'r',
      enumeration: [{ text: 'A', value: 'a' }],
      parentEnumeration: [{ text: 'B', value: 'b', selectByDefault: true }],
      mergeBehavior: 'Append',
      expect: {
        options: [
          { text: 'B', value: 'b', selectByDefault: true },
          { text: 'A', value: 'a' }
        ]
      }
    },
    true
  ],
  [
    'options in another order',
    {
      kind: 'restriction',
      name: 'r',
      enumeration: [
        { text: 'A', value: 'a' },
        { text: 'B', value: 'b' }
      ],
      expect: {
        options: [
          { text: 'B', value: 'b' },
          { text: 'A', value: 'a' }
        ]
      }
    },
    false
  ],
  [
    'a pattern of a claim',
    { kind: 'pattern', name: 'p', pattern: '\\d', claim: { type: 'int', value: '20' }, expect: { valid: true } },
    true
  ],
  [
    'failed groups in order',
    {
      kind: 'predicateValidation',
      name: 'v',
      predicates: [{ id: 'p', method: 'IncludesCharacters', parameters: [{ id: 'CharacterSet', value: '0-9' }] }],
      groups: [
        { id: 'g', predicateReferences: [{ ids: ['p'] }] },
        { id: 'h', predicateReferences: [{ ids: ['p'] }] }
      ],
      claim: { type: 'string', value: 'a' },
      expect: { valid: false, failedGroups: ['g', 'h'] }
    },
    true
  ]
]

describe('a vector', () => {
  it.each(table)('with %s', (_shows, vector, expected) => {
    expect(passes(vector)).toBe(expected)
  })

  it('may be compared with others of its file', () => {
    const same = (name: string, other: string) => ({
      ...random,
      name,
      inputParameters: [
        { id: 'randomGeneratorType', type: 'string', value: 'INTEGER' },
        { id: 'seed', type: 'int', value: '1' }
      ],
      expect: { outputClaims: { outputClaim: { equalTo: other } } }
    })
    expect(report(same('a', 'b'), same('b', 'a'))).toStrictEqual({ passed: 2, failed: [], skipped: [] })
    expect(
      report(
        { ...random, name: 'a', expect: { outputClaims: { outputClaim: { notEqualTo: 'b' } } } },
        { ...random, name: 'b', expect: { outputClaims: { outputClaim: { equalTo: 'a' } } } }
      )
    ).toMatchObject({ passed: 1, failed: [{ name: 'b' }] })
    expect(
      report({ ...random, name: 'a', expect: { outputClaims: { outputClaim: { notEqualTo: 'nowhere' } } } })
    ).toMatchObject({ passed: 0 })
  })

  it('that fails is reported with what was expected and what came', () => {
    expect(
      report({ ...and, expect: { outputClaims: { outputClaim: { type: 'boolean', value: false } } } })
    ).toStrictEqual({
      passed: 0,
      failed: [
        {
          file: 'a.json',
          name: 'and',
          method: 'AndClaims',
          expected: { outputClaims: { outputClaim: { type: 'boolean', value: false } } },
          actual: { outputClaims: { outputClaim: true } }
        }
      ],
      skipped: []
    })
  })

  it('of an unknown kind is skipped with a reason', () => {
    expect(report({ kind: 'journey', name: 'j', expect: {} })).toStrictEqual({
      passed: 0,
      failed: [],
      skipped: [{ file: 'a.json', name: 'j', method: 'journey', reason: 'vectors of the kind "journey" are not known' }]
    })
  })
})

describe('what is no vector', () => {
  it.each([
    [{}, 'a.json: expected an array of vectors'],
    [[1], 'a.json, vector 1: expected an object'],
    [[and, { ...and, name: 1 }], 'a.json, vector 2: expected a text "name"'],
    [[{ name: 'a', expect: {} }], 'a.json, vector 1: expected a "method" (of a claims transformation) or a "kind"'],
    [[{ ...and, expect: null }], 'a.json, vector 1: expected an object "expect"']
  ] as const)('%j', (content, message) => {
    const result = runVectors([{ file: 'a.json', content }])
    expect(result instanceof VectorShapeProblem ? result.message : result).toBe(message)
  })
})
