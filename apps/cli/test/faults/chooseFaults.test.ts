import { triedFaults } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import { describe, expect, it } from 'vitest'
import { chooseConditions, chooseFaults } from '../../src/faults/chooseFaults.ts'

const all = triedFaults.map(({ name }) => name)

describe('--fault', () => {
  it.each([
    [[], all],
    [['dns'], ['dns']],
    [['timeout'], ['timeout:connect', 'timeout', 'timeout:body']],
    [['timeout:body'], ['timeout:body']],
    [['status'], ['400', '401', '404', '429', '500', '503']],
    [
      ['503', 'CIRCUITOPEN'],
      ['503', 'circuitOpen']
    ],
    [
      ['418', 'slow:3 seconds', 'contract:Nein.'],
      ['418', 'slow:3 seconds', 'contract:Nein.']
    ],
    [['dns', 'dns'], ['dns']]
  ])('%j means %j', (named, names) => {
    expect(Effect.runSync(chooseFaults(named)).map(({ name }) => name)).toEqual(names)
  })

  it('says what is near', () => {
    expect(() => Effect.runSync(chooseFaults(['timout']))).toThrow(
      '--fault: "timout" is no fault; did you mean "timeout"?'
    )
  })
})

describe('--fail-on', () => {
  it.each([
    [[], []],
    [['leaks'], ['leaks']],
    [['leaks,missing'], ['leaks', 'missing']],
    [
      ['leaks', ' missing '],
      ['leaks', 'missing']
    ]
  ])('%j means %j', (values, conditions) => {
    expect([...Effect.runSync(chooseConditions(values))]).toEqual(conditions)
  })

  it('says what is near', () => {
    expect(() => Effect.runSync(chooseConditions(['leak']))).toThrow(
      'error: --fail-on knows leaks and missing, not "leak"\n  help: did you mean "leaks"?'
    )
  })
})
