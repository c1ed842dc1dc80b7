/** What happened, in a sentence for the developer; the user reads `userMessage` instead. */
import type { ExchangeFailure } from './ExchangeFailure.ts'

const phases = {
  resolve: 'resolving its name',
  connect: 'connecting',
  tls: 'the TLS handshake',
  send: 'sending the request',
  headers: 'waiting for the answer',
  body: 'reading the body'
} as const

const seconds = (millis: number) => `${millis / 1000} s`

/** One sentence, lower case, without a full stop and without secrets. */
export const describeFailure = (failure: ExchangeFailure): string => {
  switch (failure._tag) {
    case 'DnsResolutionFailed':
      return `the host name "${failure.host}" does not resolve (${failure.code})`
    case 'ConnectionFailed':
      return `the connection to "${failure.host}" failed while ${phases[failure.phase]}${failure.code === '' ? '' : ` (${failure.code})`}`
    case 'RequestTimeout':
      return `"${failure.host}" gave no complete answer within ${seconds(failure.afterMillis)}; the time ran out while ${phases[failure.phase]}`
    case 'CircuitOpen':
      return failure.retryAfterMillis === undefined
        ? `the circuit of "${failure.circuit}" lets no call through for now; no request was made`
        : `the circuit of "${failure.circuit}" is open for another ${seconds(failure.retryAfterMillis)}; no request was made`
    case 'BulkheadFull':
      return `"${failure.bulkhead}" already has ${failure.concurrency} calls under way and ${failure.queue} waiting; no request was made`
    case 'StatusRejected':
      return `the service answered ${failure.status} ${failure.reason}`
    case 'ServiceRejected':
      return `the service refused with ${failure.status} and the message "${failure.userMessage}"`
    case 'ErrorResponseUnreadable':
      return `the service answered ${failure.status} with a body that is no JSON object: ${failure.detail}`
    case 'AnswerUnreadable':
      return `the service answered ${failure.status} with a body that cannot be used: ${failure.detail}`
    case 'ClaimUnreadable':
      return `"${failure.member}" of the answer does not fit claim "${failure.claim}" of type ${failure.dataType}: ${failure.detail}`
    case 'RequiredClaimMissing':
      return failure.direction === 'input'
        ? `the required input claim "${failure.claim}" has no value`
        : `the answer lacks the required output claim "${failure.claim}"`
    case 'BearerTokenMissing':
      return failure.problem === 'absent'
        ? `claim "${failure.claim}", which should be the bearer token, has no value`
        : `claim "${failure.claim}", which should be the bearer token, is empty`
    case 'KeyUnavailable':
      return `the policy key "${failure.storageReferenceId}" (${failure.key}) cannot be used: ${failure.detail}`
    case 'RequestInvalid':
      return `the request cannot be made: ${failure.detail}`
  }
}
