import { readFaultPlan } from '@trustframe/testing'
import * as Result from 'effect/Result'
import { describe, expect, it } from 'vitest'

const timeout = { kind: 'timeout', phase: 'headers' }

describe('a fault plan', () => {
  it.each([
    ['a technical profile', { R: 'timeout' }, [{ when: { technicalProfile: 'R' }, faults: timeout }]],
    [
      'a sequence',
      { R: ['timeout', '503', 'ok'] },
      [{ when: { technicalProfile: 'R' }, faults: [timeout, { kind: 'status', status: 503 }, { kind: 'ok' }] }]
    ],
    [
      'a request',
      { 'GET https://api.test/p/:id': { kind: 'status', status: 503, retryAfter: '3 seconds' } },
      [{ when: { method: 'GET', host: 'api.test', path: '/p/:id' }, faults: expect.objectContaining({ status: 503 }) }]
    ],
    [
      'rules, where profile and request are both needed',
      [{ when: { technicalProfile: 'R', body: { id: 7 } }, faults: 'timeout' }],
      [{ when: { technicalProfile: 'R', body: { id: 7 } }, faults: timeout }]
    ]
  ])('by %s', (_, input, rules) => {
    expect(Result.getOrThrow(readFaultPlan(input))).toEqual(rules)
  })

  it.each([
    [
      'every problem with its place',
      { A: 'tmeout', B: ['ok', 'refusd'] },
      '"tmeout" is no fault; did you mean "timeout"?\n  at ["A"]\n"refusd" is no fault; did you mean "refused"?\n  at ["B"][1]'
    ],
    [
      'an open circuit for a request, since there is none',
      { 'GET /p': 'circuitOpen' },
      '"circuitOpen" can be asked for by technical profile alone: no request is made that anything else could match'
    ]
  ])('tells %s', (_, input, message) => {
    expect(Result.getOrThrow(Result.flip(readFaultPlan(input)))).toBe(message)
  })
})
