/** Which failures may be tried again, and whether the service may have processed the request: one table. */
import type { ExchangeFailure } from '../exchange/ExchangeFailure.ts'
import type { ResolvedRetry } from './resolveOptions.ts'
import type { RetryCause } from './ResilienceOptions.ts'

/** One row of the table, as docs/reference/retries.md shows it. */
export interface RetryRule {
  readonly id: string
  /** What the failure looks like. */
  readonly when: string
  readonly matches: (failure: ExchangeFailure) => boolean
  /** What the options must name for a retry; `never` for what another try cannot help. */
  readonly cause: RetryCause | 'status' | 'never'
  /** The service may have acted on the request: a POST is then repeated only with `nonIdempotent`. */
  readonly processed: boolean
  /** What the circuit breaker counts it as: an answer is a success even when it is a refusal. */
  readonly circuit: 'failure' | 'success' | 'ignored'
}

/** Statuses by which a service says that it did not act on the request (RFC 9110, 15.5.9 and 15.6.4; RFC 6585, 4; RFC 8470, 5.2). */
const unprocessedStatuses: ReadonlySet<number> = new Set([408, 425, 429, 503])

/** Codes by which TLS says that the certificate is not to be trusted, which the next try will not change. */
const certificateCode =
  /^(CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_|PATH_LENGTH|ERR_TLS_CERT|ERROR_IN_C)/

const sentPhases: ReadonlySet<string> = new Set(['send', 'headers', 'body'])

const otherwise: RetryRule = {
  id: 'no-request',
  when: 'everything else: no request was made',
  matches: () => true,
  cause: 'never',
  processed: false,
  circuit: 'ignored'
}

const rules: ReadonlyArray<RetryRule> = [
  {
    id: 'dns-temporary',
    when: '`DnsResolutionFailed`, `EAI_AGAIN`: the resolver has no answer for the moment',
    matches: (failure) => failure._tag === 'DnsResolutionFailed' && failure.code === 'EAI_AGAIN',
    cause: 'dns',
    processed: false,
    circuit: 'failure'
  },
  {
    id: 'dns',
    when: '`DnsResolutionFailed` otherwise: there is no such name',
    matches: (failure) => failure._tag === 'DnsResolutionFailed',
    cause: 'never',
    processed: false,
    circuit: 'failure'
  },
  {
    id: 'certificate',
    when: '`ConnectionFailed` in phase `tls` because of the certificate',
    matches: (failure) =>
      failure._tag === 'ConnectionFailed' && failure.phase === 'tls' && certificateCode.test(failure.code),
    cause: 'never',
    processed: false,
    circuit: 'failure'
  },
  {
    id: 'connect',
    when: '`ConnectionFailed`, not sent: refused, unreachable, TLS handshake broken off',
    matches: (failure) => failure._tag === 'ConnectionFailed' && !failure.sent,
    cause: 'connect',
    processed: false,
    circuit: 'failure'
  },
  {
    id: 'reset',
    when: '`ConnectionFailed`, sent: reset or closed before the answer was complete, or no HTTP',
    matches: (failure) => failure._tag === 'ConnectionFailed',
    cause: 'reset',
    processed: true,
    circuit: 'failure'
  },
  {
    id: 'timeout-sent',
    when: '`RequestTimeout` in phase `send`, `headers` or `body`',
    matches: (failure) => failure._tag === 'RequestTimeout' && sentPhases.has(failure.phase),
    cause: 'timeout',
    processed: true,
    circuit: 'failure'
  },
  {
    id: 'timeout-unsent',
    when: '`RequestTimeout` in phase `resolve`, `connect` or `tls`',
    matches: (failure) => failure._tag === 'RequestTimeout',
    cause: 'timeout',
    processed: false,
    circuit: 'failure'
  },
  {
    id: 'status-unprocessed',
    when: '`StatusRejected` 408, 425, 429 or 503: the service did not act',
    matches: (failure) => failure._tag === 'StatusRejected' && unprocessedStatuses.has(failure.status),
    cause: 'status',
    processed: false,
    circuit: 'failure'
  },
  {
    id: 'status-server',
    when: '`StatusRejected` with any other 5xx',
    matches: (failure) => failure._tag === 'StatusRejected' && failure.status >= 500,
    cause: 'status',
    processed: true,
    circuit: 'failure'
  },
  {
    id: 'status-other',
    when: '`StatusRejected` with any other status',
    matches: (failure) => failure._tag === 'StatusRejected',
    cause: 'status',
    processed: true,
    circuit: 'success'
  },
  {
    id: 'answered',
    when: '`ServiceRejected`, `ErrorResponseUnreadable`, `AnswerUnreadable`, `ClaimUnreadable`, `RequiredClaimMissing`: the service has answered',
    matches: (failure) =>
      ['ServiceRejected', 'ErrorResponseUnreadable', 'AnswerUnreadable', 'ClaimUnreadable'].includes(failure._tag) ||
      (failure._tag === 'RequiredClaimMissing' && failure.direction === 'output'),
    cause: 'never',
    processed: true,
    circuit: 'success'
  }
]

/** The rows, of which the first that matches counts; the last one matches everything. */
export const retryRules: ReadonlyArray<RetryRule> = [...rules, otherwise]

/** The row of a failure. */
export const retryRuleOf = (failure: ExchangeFailure): RetryRule =>
  rules.find(({ matches }) => matches(failure)) ?? otherwise

const named = ({ cause }: RetryRule, failure: ExchangeFailure, { on, statuses }: ResolvedRetry): boolean => {
  if (cause === 'never') return false
  return cause === 'status' ? failure._tag === 'StatusRejected' && statuses.has(failure.status) : on.has(cause)
}

/** Whether a failure of a request with that method may be tried again. */
export const mayRetry = (failure: ExchangeFailure, method: 'GET' | 'POST', retry: ResolvedRetry): boolean => {
  const rule = retryRuleOf(failure)
  return named(rule, failure, retry) && (!rule.processed || method === 'GET' || retry.nonIdempotent)
}
