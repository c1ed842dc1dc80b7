/** What each kind of fault is, in words, and what its short form says after the colon. */
import type { FaultKind } from './Fault.ts'

/** A kind of fault as documentation, help texts and reports show it. */
export interface FaultKindInfo {
  /** For whoever does not write software. */
  readonly title: string
  /** What the caller meets. */
  readonly summary: string
  /** The member that follows the colon of the short form, as in `timeout:body`. */
  readonly argument?: string
}

/** Every kind, in the order in which reports list them. */
export const faultKinds = {
  dns: {
    title: 'The address of the service cannot be found',
    summary: 'the host name does not resolve',
    argument: 'code'
  },
  refused: { title: 'The service is not running', summary: 'the connection is refused' },
  tls: {
    title: 'The service cannot prove who it is',
    summary: 'the TLS handshake fails',
    argument: 'code'
  },
  reset: {
    title: 'The connection breaks',
    summary: 'the connection is reset after the request was sent',
    argument: 'phase'
  },
  timeout: {
    title: 'The service does not answer in time',
    summary: 'no complete answer within the time for a try',
    argument: 'phase'
  },
  slow: {
    title: 'The service is slow, and answers in time',
    summary: 'the answer comes after this duration, if the time for a try lasts',
    argument: 'duration'
  },
  status: {
    title: 'The service answers with an error',
    summary: 'the answer has this status; written as the number alone'
  },
  contract: {
    title: 'The service refuses, and says why',
    summary: 'the answer is the error contract with this userMessage',
    argument: 'userMessage'
  },
  malformedJson: {
    title: 'The answer of the service is garbled',
    summary: 'the body is JSON that breaks off'
  },
  missingMember: {
    title: 'The answer lacks something',
    summary: 'the answer lacks this member; without one, all that output claims are taken from',
    argument: 'member'
  },
  wrongType: {
    title: 'The answer has something of another type',
    summary: 'this member does not have the type of its claim; without one, the first that can be wrong',
    argument: 'member'
  },
  circuitOpen: {
    title: 'The service failed so often that it is not called for a while',
    summary: 'the circuit is open: no request is made'
  },
  ok: { title: 'The service works', summary: 'no fault: the request goes on to the service' }
} as const satisfies Readonly<Record<FaultKind, FaultKindInfo>>

/** The names of the kinds. */
export const faultKindNames = Object.keys(faultKinds).filter((name): name is FaultKind => name in faultKinds)
