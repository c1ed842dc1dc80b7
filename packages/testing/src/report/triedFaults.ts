/** The faults that are tried with every technical profile. */
import type { RestfulPlan } from '@trustframe/plan'
import * as Duration from 'effect/Duration'
import { takenClaims } from '../example/exampleAnswer.ts'
import type { Fault } from '../fault/Fault.ts'

/** A fault and the name under which reports show it. */
export interface TriedFault {
  readonly name: string
  readonly fault: Fault
}

/** What the error contract of the tried refusal has for developers; only `DebugMode` may show it. */
export const contractDetails = {
  developerMessage: 'details for developers',
  moreInfo: 'more details for developers',
  requestId: 'request-4711',
  code: 'E4711'
} as const

/** By name, in the order of a call: before a connection, while connected, with an answer. */
export const triedFaults: ReadonlyArray<TriedFault> = [
  { name: 'dns', fault: { kind: 'dns', code: 'ENOTFOUND' } },
  { name: 'refused', fault: { kind: 'refused' } },
  { name: 'tls', fault: { kind: 'tls', code: 'CERT_HAS_EXPIRED' } },
  { name: 'timeout:connect', fault: { kind: 'timeout', phase: 'connect' } },
  { name: 'timeout', fault: { kind: 'timeout', phase: 'headers' } },
  { name: 'timeout:body', fault: { kind: 'timeout', phase: 'body' } },
  { name: 'reset', fault: { kind: 'reset', phase: 'headers' } },
  { name: 'slow', fault: { kind: 'slow', duration: Duration.seconds(2) } },
  { name: '400', fault: { kind: 'status', status: 400 } },
  { name: '401', fault: { kind: 'status', status: 401 } },
  { name: '404', fault: { kind: 'status', status: 404 } },
  { name: '429', fault: { kind: 'status', status: 429, retryAfter: Duration.seconds(3) } },
  { name: '500', fault: { kind: 'status', status: 500, body: 'oops' } },
  { name: '503', fault: { kind: 'status', status: 503 } },
  {
    name: 'contract',
    fault: { kind: 'contract', status: 409, userMessage: 'This is the message of the service.', ...contractDetails }
  },
  { name: 'malformedJson', fault: { kind: 'malformedJson', status: 200 } },
  { name: 'missingMember', fault: { kind: 'missingMember' } },
  { name: 'wrongType', fault: { kind: 'wrongType' } },
  { name: 'circuitOpen', fault: { kind: 'circuitOpen' } }
]

/** Why a fault cannot happen to a profile, or `undefined` when it can. */
export const cannotHappen = ({ fault }: TriedFault, plan: RestfulPlan, hasCircuit: boolean): string | undefined => {
  switch (fault.kind) {
    case 'circuitOpen':
      return hasCircuit ? undefined : 'its circuit breaker is off'
    case 'missingMember':
    case 'wrongType':
      return takenClaims(plan).length > 0 ? undefined : 'no output claim is taken from its answer'
    default:
      return undefined
  }
}
