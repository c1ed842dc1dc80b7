/** Plans, failures and providers for the tests of resilience. */
import type { SendClaimsIn, RestfulPlan } from '@trustframe/plan/plan'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { ClaimsExchangeError } from '../../src/exchange/ClaimsExchangeError.ts'
import type { ExchangeFailure } from '../../src/exchange/ExchangeFailure.ts'
import { type RestfulAnswer, type RestfulCallOptions, RestfulProvider } from '../../src/ports/RestfulProvider.ts'

const origin = { file: 'Policy.xml', line: 1, column: 1 }

export interface PlanOptions {
  readonly id?: string
  readonly serviceUrl?: string
  readonly sendClaimsIn?: SendClaimsIn
}

export const restfulPlan = ({
  id = 'R',
  sendClaimsIn = 'Body',
  serviceUrl = 'https://api.test/p'
}: PlanOptions = {}): RestfulPlan => ({
  _tag: 'Restful',
  id,
  origin,
  method: sendClaimsIn === 'Body' || sendClaimsIn === 'Form' ? 'POST' : 'GET',
  sendClaimsIn,
  serviceUrl: { template: serviceUrl, parts: [serviceUrl], origin },
  authentication: { _tag: 'None' },
  inputClaims: [],
  payload: undefined,
  outputClaims: [],
  debugMode: false,
  messages: {}
})

const host = 'api.test'

/** One failure of each kind that the retry table tells apart, by the names that the tests use. */
export const failures = {
  'dns temporary': { _tag: 'DnsResolutionFailed', host, code: 'EAI_AGAIN' },
  'dns not found': { _tag: 'DnsResolutionFailed', host, code: 'ENOTFOUND' },
  'connection refused': { _tag: 'ConnectionFailed', host, phase: 'connect', code: 'ECONNREFUSED', sent: false },
  'TLS handshake reset': { _tag: 'ConnectionFailed', host, phase: 'tls', code: 'ECONNRESET', sent: false },
  'certificate expired': { _tag: 'ConnectionFailed', host, phase: 'tls', code: 'CERT_HAS_EXPIRED', sent: false },
  'certificate for another host': {
    _tag: 'ConnectionFailed',
    host,
    phase: 'tls',
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    sent: false
  },
  'certificate self-signed': {
    _tag: 'ConnectionFailed',
    host,
    phase: 'tls',
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    sent: false
  },
  'certificate not trusted': {
    _tag: 'ConnectionFailed',
    host,
    phase: 'tls',
    code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    sent: false
  },
  'reset before the answer': { _tag: 'ConnectionFailed', host, phase: 'headers', code: 'ECONNRESET', sent: true },
  'reset in the body': { _tag: 'ConnectionFailed', host, phase: 'body', code: 'ECONNRESET', sent: true },
  'timeout resolving': { _tag: 'RequestTimeout', host, phase: 'resolve', afterMillis: 10_000 },
  'timeout connecting': { _tag: 'RequestTimeout', host, phase: 'connect', afterMillis: 10_000 },
  'timeout in TLS': { _tag: 'RequestTimeout', host, phase: 'tls', afterMillis: 10_000 },
  'timeout sending': { _tag: 'RequestTimeout', host, phase: 'send', afterMillis: 10_000 },
  'timeout waiting': { _tag: 'RequestTimeout', host, phase: 'headers', afterMillis: 10_000 },
  'timeout reading': { _tag: 'RequestTimeout', host, phase: 'body', afterMillis: 10_000 },
  '408': { _tag: 'StatusRejected', status: 408, reason: '' },
  '425': { _tag: 'StatusRejected', status: 425, reason: '' },
  '429': { _tag: 'StatusRejected', status: 429, reason: '' },
  '503': { _tag: 'StatusRejected', status: 503, reason: '' },
  '500': { _tag: 'StatusRejected', status: 500, reason: '' },
  '502': { _tag: 'StatusRejected', status: 502, reason: '' },
  '504': { _tag: 'StatusRejected', status: 504, reason: '' },
  '302': { _tag: 'StatusRejected', status: 302, reason: '' },
  '401': { _tag: 'StatusRejected', status: 401, reason: '' },
  '404': { _tag: 'StatusRejected', status: 404, reason: '' },
  'refused by contract': { _tag: 'ServiceRejected', status: 409, userMessage: 'no' },
  'unreadable refusal': { _tag: 'ErrorResponseUnreadable', status: 400, detail: '' },
  'unreadable answer': { _tag: 'AnswerUnreadable', status: 200, detail: '' },
  'unreadable claim': { _tag: 'ClaimUnreadable', claim: 'a', dataType: 'int', member: 'a', detail: '' },
  'output claim missing': { _tag: 'RequiredClaimMissing', claim: 'a', direction: 'output' },
  'input claim missing': { _tag: 'RequiredClaimMissing', claim: 'a', direction: 'input' },
  'bearer token missing': { _tag: 'BearerTokenMissing', claim: 'a', problem: 'absent', available: [] },
  'key unavailable': { _tag: 'KeyUnavailable', key: 'a', storageReferenceId: 'b', problem: 'absent', detail: '' },
  'request invalid': { _tag: 'RequestInvalid', detail: '' },
  'circuit open': { _tag: 'CircuitOpen', circuit: host, retryAfterMillis: 1 },
  'bulkhead full': { _tag: 'BulkheadFull', bulkhead: host, concurrency: 1, queue: 0 }
} as const satisfies Readonly<Record<string, ExchangeFailure>>

export type FailureName = keyof typeof failures

/** What a try comes to: an answer or a failure, at once or after some milliseconds; `never` is no answer at all. */
export type Step = 'ok' | 'never' | FailureName | readonly [takesMillis: number, outcome: 'ok' | FailureName]

const attemptOf = (plan: RestfulPlan, startedAtMillis: number, durationMillis: number, outcome: string) => ({
  number: 1,
  startedAtMillis,
  durationMillis,
  outcome,
  method: plan.method,
  url: plan.serviceUrl.template
})

const perform = (plan: RestfulPlan, step: Step): Effect.Effect<RestfulAnswer, ClaimsExchangeError> => {
  if (step === 'never') return Effect.never
  const [takes, outcome] = typeof step === 'string' ? [0, step] : step
  return Effect.gen(function* () {
    const startedAt = yield* Clock.currentTimeMillis
    if (takes > 0) yield* Effect.sleep(takes)
    if (outcome === 'ok') {
      return { status: 200, body: undefined, attempts: [attemptOf(plan, startedAt, takes, 'answered')] }
    }
    const failure: ExchangeFailure = failures[outcome]
    const attempts = [attemptOf(plan, startedAt, takes, failure._tag)]
    return yield* new ClaimsExchangeError({ technicalProfile: plan.id, failure, attempts })
  })
}

export interface ScriptedProvider {
  /** When each try was made, in milliseconds of the clock. */
  readonly tries: ReadonlyArray<number>
  readonly limits: ReadonlyArray<number | undefined>
  readonly layer: Layer.Layer<RestfulProvider>
}

/** A provider whose nth try comes to the nth step, and every further one to the last. It does not keep time limits. */
export const scripted = (...steps: ReadonlyArray<Step>): ScriptedProvider => {
  const tries: Array<number> = []
  const limits: Array<number | undefined> = []
  const exchange = (plan: RestfulPlan, _input: unknown, options?: RestfulCallOptions) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) => {
      const step = steps[Math.min(tries.length, steps.length - 1)] ?? 'ok'
      tries.push(now)
      limits.push(options?.timeLimitMillis)
      return perform(plan, step)
    })
  return { tries, limits, layer: Layer.succeed(RestfulProvider, { exchange }) }
}
