import { faultKindNames, type FaultText, formatFault, parseFault } from '@trustframe/testing'
import * as Duration from 'effect/Duration'
import * as Result from 'effect/Result'
import { describe, expect, it } from 'vitest'

const parsed = (text: string) => Result.getOrThrow(parseFault(text))
const problem = (text: string) => Result.getOrThrow(Result.flip(parseFault(text)))

describe('the short form of a fault', () => {
  it.each([
    ['dns', { kind: 'dns', code: 'ENOTFOUND' }],
    ['dns:EAI_AGAIN', { kind: 'dns', code: 'EAI_AGAIN' }],
    ['refused', { kind: 'refused' }],
    ['reset', { kind: 'reset', phase: 'headers' }],
    ['reset:body', { kind: 'reset', phase: 'body' }],
    ['tls', { kind: 'tls', code: 'CERT_HAS_EXPIRED' }],
    ['timeout', { kind: 'timeout', phase: 'headers' }],
    ['timeout:connect', { kind: 'timeout', phase: 'connect' }],
    ['timeout:body', { kind: 'timeout', phase: 'body' }],
    ['503', { kind: 'status', status: 503 }],
    ['contract', { kind: 'contract', status: 409, userMessage: 'This is the message of the service.' }],
    ['contract:No: never.', { kind: 'contract', status: 409, userMessage: 'No: never.' }],
    ['malformedJson', { kind: 'malformedJson', status: 200 }],
    ['missingMember', { kind: 'missingMember' }],
    ['missingMember:data[0].id', { kind: 'missingMember', member: 'data[0].id' }],
    ['wrongType:age', { kind: 'wrongType', member: 'age' }],
    ['slow:400 millis', { kind: 'slow', duration: Duration.millis(400) }],
    ['circuitOpen', { kind: 'circuitOpen' }],
    ['ok', { kind: 'ok' }]
  ] satisfies ReadonlyArray<readonly [FaultText, unknown]>)('%s', (text, fault) => {
    expect(parsed(text)).toEqual(fault)
  })

  it.each([
    'dns',
    'dns:EAI_AGAIN',
    'reset:body',
    'timeout:body',
    '503',
    'contract:No.',
    'slow:3 seconds',
    'slow:400 millis',
    'ok'
  ])('%s is what it is written as', (text) => {
    expect(formatFault(parsed(text))).toBe(text)
  })

  it('matches names ignoring case and the space around them', () => {
    expect(parsed(' CircuitOpen ')).toEqual({ kind: 'circuitOpen' })
  })

  it.each([
    ['tmeout', '"tmeout" is no fault; did you mean "timeout"?'],
    ['timeout:later', '"timeout:later" is no fault: Expected "connect" | "headers" | "body"'],
    ['refused:now', '"refused" takes nothing after a colon'],
    ['slow:soon', '"slow:soon" is no fault: Expected a valid Duration string'],
    ['999', '"999" is no fault: Expected a value between 200 and 599']
  ])('%s says what is wrong with it', (text, message) => {
    expect(problem(text)).toBe(message)
  })

  it('lists what there is when nothing is near', () => {
    for (const kind of faultKindNames) {
      expect(problem('zzz')).toContain(kind === 'status' ? 'a status such as 503' : kind)
    }
  })
})
