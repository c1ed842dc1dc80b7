/** One's own transformations: typed, checked and run like the built-in ones. */
import { describe, expect, it } from 'vitest'
import { ClaimTable, compileTransformation } from '@trustframe/claims'
import {
  anyClaims,
  anyOutputs,
  claim,
  claimOrNone,
  defineTransformation,
  fail,
  integer,
  optionalClaim,
  output,
  raise
} from '@trustframe/claims/transformations'
import { run } from '../support/run.ts'

const common = {
  family: 'own',
  summary: 'For a test.',
  source: 'test',
  example: { inputs: {}, parameters: {}, outputs: {} }
} as const

const Clip = defineTransformation({
  ...common,
  method: 'Clip',
  inputs: [claim('text', 'string'), claimOrNone('more', 'int'), optionalClaim('third', 'long', 'boolean')],
  parameters: { length: integer('How long.') },
  outputs: [output('clipped', 'string'), output('rest', 'int')],
  errors: { TooShort: { when: 'It is too short.', defaultText: 'Too short by {0}.' } },
  transform:
    ({ parameters: { length } }) =>
    (text, more, third, ambient) => {
      if (text === 'fail') return fail('it was asked to')
      const missing = length - text.length
      if (missing > 0) return raise('TooShort', 'the text is too short', String(missing))
      return [text.slice(0, length) + typeof third, (more ?? 0) + ambient.nowMillis]
    }
})

const Count = defineTransformation({
  ...common,
  method: 'ChangeCase',
  inputs: [anyClaims('{any}', 'string')],
  parameters: {},
  outputs: [anyOutputs('{any}', 'int')],
  errors: {},
  transform:
    ({ otherOutputs }) =>
    (claims) => [otherOutputs.map(({ name }) => claims.filter((item) => item.value === name).length)]
})

const environment = { own: [Clip, Count] }

describe('an own transformation', () => {
  it('gets typed values, parameters and the ambient', () => {
    expect(
      run(
        'clip',
        { text: 'abcdef', more: null, third: true },
        { length: '3' },
        { environment, types: { third: 'boolean' }, ambient: { nowMillis: 5 } }
      )
    ).toStrictEqual({ clipped: 'abcboolean', rest: 5 })
  })

  it('may leave an optional claim out', () => {
    expect(
      run('Clip', { text: 'abc', more: 2 }, { length: '3' }, { environment, ambient: { nowMillis: 5 } })
    ).toStrictEqual({
      clipped: 'abcundefined',
      rest: 7
    })
  })

  it('raises its own messages', () => {
    expect(run('Clip', { text: 'a', more: null }, { length: '3' }, { environment })).toStrictEqual({
      error: 'TooShort'
    })
  })

  it('fails without one', () => {
    expect(run('Clip', { text: 'fail', more: null }, { length: '3' }, { environment })).toStrictEqual({
      error: 'TransformationFailed'
    })
  })

  it('is checked like a built-in one', () => {
    const compiled = compileTransformation(
      { id: 'C', method: 'Clip', inputClaims: [], inputParameters: [], outputClaims: [] },
      { claims: new ClaimTable([]), ...environment }
    )
    expect(compiled.problems.map(({ message }) => message)).toStrictEqual([
      'The following InputClaims were expected by the TransformMethod but were not declared: [String]text, [Int]more.',
      'The following OutputClaims were expected by the TransformMethod but were not declared: [String]clipped, [Int]rest.',
      'The InputParameter "length" of Clip is missing.'
    ])
  })

  it('comes before a built-in one of the same name', () => {
    expect(
      run('ChangeCase', { a: 'x', b: 'y', c: 'x' }, {}, { environment, outputs: { x: 'int', z: 'int' } })
    ).toStrictEqual({ x: 2, z: 0 })
  })

  it('is suggested for a name that is close', () => {
    const compiled = compileTransformation(
      { id: 'C', method: 'Clipp', inputClaims: [], inputParameters: [], outputClaims: [] },
      { claims: new ClaimTable([]), ...environment }
    )
    expect(compiled.problems[0]?.message).toBe('There is no TransformationMethod "Clipp". Did you mean "Clip"?')
  })

  it('fails when its result does not fit the claim type', () => {
    expect(run('ChangeCase', {}, {}, { environment, outputs: { x: 'string' } })).toStrictEqual({ error: 'Refused' })
  })

  it('does not compile with the wrong types', () => {
    defineTransformation({
      ...common,
      method: 'Wrong',
      inputs: [claim('text', 'string')],
      parameters: { length: integer('How long.') },
      outputs: [output('result', 'int')],
      errors: { Known: { when: 'Known.' } },
      transform:
        ({ parameters }) =>
        (text) => {
          // @ts-expect-error a text is no number
          const wrongInput: number = text
          // @ts-expect-error an int is no text
          const wrongParameter: string = parameters.length
          // @ts-expect-error there is no such parameter
          const noParameter = parameters.width
          return [wrongInput + wrongParameter.length + (noParameter === undefined ? 0 : 1)]
        }
    })
    defineTransformation({
      ...common,
      method: 'Wrong',
      inputs: [],
      parameters: {},
      outputs: [output('result', 'int')],
      errors: { Known: { when: 'Known.' } },
      // @ts-expect-error the output is an int
      transform: () => () => ['text']
    })
    defineTransformation({
      ...common,
      method: 'Wrong',
      inputs: [],
      parameters: {},
      outputs: [],
      errors: { Known: { when: 'Known.' } },
      // @ts-expect-error the contract declares no such message
      transform: () => () => raise('Unknown', 'not declared')
    })
    expect(true).toBe(true)
  })
})
