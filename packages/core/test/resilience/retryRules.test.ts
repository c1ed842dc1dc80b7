import { readFileSync } from 'node:fs'
import { assert, describe, it } from '@effect/vitest'
import type { ExchangeFailure } from '../../src/exchange/ExchangeFailure.ts'
import { presets } from '../../src/resilience/presets.ts'
import type { RetryCause, RetryOptions } from '../../src/resilience/ResilienceOptions.ts'
import { resolveResilience } from '../../src/resilience/resolveOptions.ts'
import { mayRetry, retryRuleOf, retryRules } from '../../src/resilience/retryRules.ts'
import { type FailureName, failures } from './support.ts'

/** failure → its row, what the options must name, whether the service may have processed it, what a circuit counts it as */
const table: { readonly [Name in FailureName]: readonly [string, RetryCause | 'status' | 'never', boolean, string] } = {
  'dns temporary': ['dns-temporary', 'dns', false, 'failure'],
  'dns not found': ['dns', 'never', false, 'failure'],
  'connection refused': ['connect', 'connect', false, 'failure'],
  'TLS handshake reset': ['connect', 'connect', false, 'failure'],
  'certificate expired': ['certificate', 'never', false, 'failure'],
  'certificate for another host': ['certificate', 'never', false, 'failure'],
  'certificate self-signed': ['certificate', 'never', false, 'failure'],
  'certificate not trusted': ['certificate', 'never', false, 'failure'],
  'reset before the answer': ['reset', 'reset', true, 'failure'],
  'reset in the body': ['reset', 'reset', true, 'failure'],
  'timeout resolving': ['timeout-unsent', 'timeout', false, 'failure'],
  'timeout connecting': ['timeout-unsent', 'timeout', false, 'failure'],
  'timeout in TLS': ['timeout-unsent', 'timeout', false, 'failure'],
  'timeout sending': ['timeout-sent', 'timeout', true, 'failure'],
  'timeout waiting': ['timeout-sent', 'timeout', true, 'failure'],
  'timeout reading': ['timeout-sent', 'timeout', true, 'failure'],
  '408': ['status-unprocessed', 'status', false, 'failure'],
  '425': ['status-unprocessed', 'status', false, 'failure'],
  '429': ['status-unprocessed', 'status', false, 'failure'],
  '503': ['status-unprocessed', 'status', false, 'failure'],
  '500': ['status-server', 'status', true, 'failure'],
  '502': ['status-server', 'status', true, 'failure'],
  '504': ['status-server', 'status', true, 'failure'],
  '302': ['status-other', 'status', true, 'success'],
  '401': ['status-other', 'status', true, 'success'],
  '404': ['status-other', 'status', true, 'success'],
  'refused by contract': ['answered', 'never', true, 'success'],
  'unreadable refusal': ['answered', 'never', true, 'success'],
  'unreadable answer': ['answered', 'never', true, 'success'],
  'unreadable claim': ['answered', 'never', true, 'success'],
  'output claim missing': ['answered', 'never', true, 'success'],
  'input claim missing': ['no-request', 'never', false, 'ignored'],
  'bearer token missing': ['no-request', 'never', false, 'ignored'],
  'key unavailable': ['no-request', 'never', false, 'ignored'],
  'request invalid': ['no-request', 'never', false, 'ignored'],
  'circuit open': ['no-request', 'never', false, 'ignored'],
  'bulkhead full': ['no-request', 'never', false, 'ignored']
}

const rows = Object.entries(failures).map(([name, failure]) => ({ name, failure: failure satisfies ExchangeFailure }))
const expectedOf = (name: string) => Object.entries(table).find(([key]) => key === name)?.[1]

describe('the retry table, failure by failure', () => {
  it.each(rows)('$name', ({ failure, name }) => {
    const { cause, circuit, id, processed } = retryRuleOf(failure)
    assert.deepStrictEqual([id, cause, processed, circuit], expectedOf(name))
  })

  it('the last row fits everything', () => {
    assert.isTrue(rows.every(({ failure }) => retryRules[retryRules.length - 1]?.matches(failure)))
  })

  it('every row is reached by one of these failures', () => {
    const reached = new Set(rows.map(({ failure }) => retryRuleOf(failure).id))
    assert.deepStrictEqual(
      retryRules.map(({ id }) => id),
      retryRules.map(({ id }) => id).filter((id) => reached.has(id))
    )
  })
})

const resolved = (retry: RetryOptions) => resolveResilience({ preset: 'b2c', retry }, 'R').retry

/** The same decision, written down once more as a model: by hand, without the table. */
const model = (
  failure: ExchangeFailure,
  method: 'GET' | 'POST',
  options: Required<Pick<RetryOptions, 'on' | 'statuses' | 'nonIdempotent'>>
): boolean => {
  const repeatable = method === 'GET' || options.nonIdempotent
  if (failure._tag === 'DnsResolutionFailed') return failure.code === 'EAI_AGAIN' && options.on.includes('dns')
  if (failure._tag === 'ConnectionFailed') {
    if (failure.sent) return options.on.includes('reset') && repeatable
    return options.on.includes('connect') && !/CERT|VERIFY/.test(failure.code)
  }
  if (failure._tag === 'RequestTimeout') {
    const sent = !['resolve', 'connect', 'tls'].includes(failure.phase)
    return options.on.includes('timeout') && (!sent || repeatable)
  }
  if (failure._tag !== 'StatusRejected' || !options.statuses.includes(failure.status)) return false
  return repeatable || [408, 425, 429, 503].includes(failure.status)
}

describe('whether a call is tried again', () => {
  const causes: ReadonlyArray<RetryCause> = ['dns', 'connect', 'timeout', 'reset']
  const subsets = Array.from({ length: 16 }, (_, bits) => causes.filter((_cause, index) => (bits >> index) % 2 === 1))
  const statusSets = [[], [503], [500, 502, 503, 504], [302, 401, 404, 408, 409, 425, 429]]

  it('agrees with the model for every failure, method and option', () => {
    let decisions = 0
    for (const on of subsets) {
      for (const statuses of statusSets) {
        for (const nonIdempotent of [false, true]) {
          const options = { on, statuses, nonIdempotent }
          const retry = resolved(options)
          for (const { failure, name } of rows) {
            for (const method of ['GET', 'POST'] as const) {
              decisions += 1
              assert.strictEqual(
                mayRetry(failure, method, retry),
                model(failure, method, options),
                `${name} ${method} ${JSON.stringify(options)}`
              )
            }
          }
        }
      }
    }
    assert.strictEqual(decisions, 16 * 4 * 2 * rows.length * 2)
  })

  it.each([
    [
      'b2c',
      'GET',
      [
        'connection refused',
        'TLS handshake reset',
        'timeout resolving',
        'timeout connecting',
        'timeout in TLS',
        'timeout sending',
        'timeout waiting',
        'timeout reading'
      ]
    ],
    [
      'b2c',
      'POST',
      [
        'connection refused',
        'TLS handshake reset',
        'timeout resolving',
        'timeout connecting',
        'timeout in TLS',
        'timeout sending',
        'timeout waiting',
        'timeout reading'
      ]
    ],
    [
      'standard',
      'GET',
      [
        'dns temporary',
        'connection refused',
        'TLS handshake reset',
        'reset before the answer',
        'reset in the body',
        'timeout resolving',
        'timeout connecting',
        'timeout in TLS',
        'timeout sending',
        'timeout waiting',
        'timeout reading',
        '408',
        '425',
        '429',
        '502',
        '503',
        '504'
      ]
    ],
    [
      'standard',
      'POST',
      [
        'dns temporary',
        'connection refused',
        'TLS handshake reset',
        'timeout resolving',
        'timeout connecting',
        'timeout in TLS',
        '408',
        '425',
        '429',
        '503'
      ]
    ]
  ] as const)('under preset "%s", a %s', (preset, method, names) => {
    const { retry } = resolveResilience({ preset }, 'R')
    const retried = rows.filter(({ failure }) => mayRetry(failure, method, retry)).map(({ name }) => name)
    assert.sameMembers(retried, [...names])
  })

  it('the presets of B2C retry alike', () => {
    assert.deepStrictEqual(presets.b2c.retry, presets['b2c-legacy'].retry)
  })
})

const named = (cause: string) =>
  cause === 'never' ? 'never' : cause === 'status' ? '`statuses`' : `\`on: ["${cause}"]\``

describe('docs/reference/retries.md', () => {
  const page = readFileSync(new URL('../../../../docs/reference/retries.md', import.meta.url), 'utf8')
  const written = page
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => ['failure', 'success', 'ignored'].includes(cells[5] ?? ''))

  it('shows the rows as they are', () => {
    assert.deepStrictEqual(
      written,
      retryRules.map(({ cause, circuit, id, processed, when }) => [
        '',
        id,
        when,
        named(cause),
        processed ? 'yes' : 'no',
        circuit,
        ''
      ])
    )
  })
})
