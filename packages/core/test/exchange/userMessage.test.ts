import { describe, expect, it } from 'vitest'
import { type ExchangeFailure, userMessage, type Localize } from '@trustframe/core'
import { at, messages, restful } from '../support/plans.ts'

const url = 'https://api.test/p'
const place = { step: '2', tenantId: 'contoso.onmicrosoft.com' }
const failures = {
  dns: { _tag: 'DnsResolutionFailed', host: 'api.test', code: 'ENOTFOUND' },
  refused: { _tag: 'ConnectionFailed', host: 'api.test', phase: 'connect', code: 'ECONNREFUSED', sent: false },
  timeout: { _tag: 'RequestTimeout', host: 'api.test', phase: 'headers', afterMillis: 10_000 },
  open: { _tag: 'CircuitOpen', circuit: url, retryAfterMillis: 30_000 },
  full: { _tag: 'BulkheadFull', bulkhead: url, concurrency: 4, queue: 8 },
  500: { _tag: 'StatusRejected', status: 500, reason: 'Internal Server Error' },
  404: { _tag: 'StatusRejected', status: 404, reason: '' },
  contract: { _tag: 'ServiceRejected', status: 409, userMessage: 'Code wrong', developerMessage: 'dev', code: 'E1' },
  text: { _tag: 'ErrorResponseUnreadable', status: 409, detail: 'no JSON' },
  broken: { _tag: 'AnswerUnreadable', status: 200, detail: 'no JSON object' },
  noToken: { _tag: 'BearerTokenMissing', claim: 'tok', problem: 'absent', available: ['email'] },
  emptyToken: { _tag: 'BearerTokenMissing', claim: 'tok', problem: 'empty', available: [] }
} as const satisfies Record<string, ExchangeFailure>

const all = messages({
  DefaultUserMessageIfRequestFailed: 'failed {0}',
  UserMessageIfCircuitOpen: 'open {1}',
  UserMessageIfDnsResolutionFailed: 'dns {0}',
  UserMessageIfRequestTimeout: 'slow {0}'
})

describe('the message that a person reads', () => {
  // restful-technical-profile: each failure has a message of its own, and the default for all others.
  it.each([
    ['dns', `dns ${url}`, 'UserMessageIfDnsResolutionFailed'],
    ['timeout', 'slow 10', 'UserMessageIfRequestTimeout'],
    ['open', `open ${url}`, 'UserMessageIfCircuitOpen'],
    ['refused', `failed ${url}`, 'DefaultUserMessageIfRequestFailed'],
    ['full', `failed ${url}`, 'DefaultUserMessageIfRequestFailed'],
    ['500', `failed ${url}`, 'DefaultUserMessageIfRequestFailed'],
    ['text', `failed ${url}`, 'DefaultUserMessageIfRequestFailed'],
    ['broken', `failed ${url}`, 'DefaultUserMessageIfRequestFailed'],
    ['noToken', `failed ${url}`, 'DefaultUserMessageIfRequestFailed']
  ] as const)('%s, with all four messages in the metadata: %s', (failure, text, key) => {
    expect(userMessage(restful({ messages: all }), failures[failure], place)).toMatchObject({
      text,
      key,
      source: 'metadata'
    })
  })

  it.each(['dns', 'timeout', 'open', 'refused'] as const)('%s falls back to the default message', (failure) => {
    const plan = restful({ messages: messages({ DefaultUserMessageIfRequestFailed: 'Down' }) })
    expect(userMessage(plan, failures[failure], place)).toMatchObject({
      text: 'Down',
      key: 'DefaultUserMessageIfRequestFailed',
      source: 'metadata',
      origin: at(20)
    })
  })

  // localization-string-ids: the default texts; error-codes: what B2C says when the service answered.
  it.each([
    [
      'dns',
      `Failed to resolve the hostname of the restful service endpoint. Restful service URL: ${url}`,
      'UserMessageIfDnsResolutionFailed'
    ],
    [
      'timeout',
      `Failed to establish connection to restful service end point within timeout limit 10 seconds. Restful service URL: ${url}`,
      'UserMessageIfRequestTimeout'
    ],
    ['open', `The service is not available at the moment. Restful Service URL: ${url}`, 'UserMessageIfCircuitOpen'],
    [
      'refused',
      `Failed to establish connection to restful service end point. Restful service URL: ${url}`,
      'DefaultUserMessageIfRequestFailed'
    ],
    [
      '500',
      "The claims exchange 'R' specified in step '2' returned HTTP error response with Code 'InternalServerError' and Reason 'Internal Server Error'.",
      'AADB2C90075'
    ],
    [
      '404',
      "The claims exchange 'R' specified in step '2' returned HTTP error response with Code 'NotFound' and Reason 'Not Found'.",
      'AADB2C90075'
    ],
    [
      'text',
      "The claims exchange 'R' specified in step '2' returned HTTP error response that could not be parsed.",
      'AADB2C90261'
    ],
    ['broken', "An invalid response was received : 'no JSON object'", 'AADB2C90273'],
    [
      'noToken',
      "Claim 'tok' specified for the bearer token is not present in the available claims. Available claims 'email'.",
      'AADB2C90194'
    ],
    ['emptyToken', "Claim 'tok' specified for the bearer token is null or empty.", 'AADB2C90195']
  ] as const)('%s, without metadata: %s', (failure, text, key) => {
    expect(userMessage(restful(), failures[failure], place)).toEqual({
      text,
      key,
      source: 'built-in',
      origin: undefined
    })
  })

  it('is the service’s own when it refuses by the error contract', () => {
    expect(userMessage(restful({ messages: all }), failures.contract, place)).toEqual({
      text: 'Code wrong',
      code: 'E1',
      key: 'userMessage',
      source: 'service',
      origin: undefined
    })
  })

  it('shows the service’s details in DebugMode only, a line each', () => {
    expect(userMessage(restful({ debugMode: true }), failures.contract, place).text).toBe('Code wrong\ndev\nE1')
  })

  it.each([
    [
      'the specific text, over its metadata',
      { UserMessageIfRequestTimeout: 'lent' },
      'lent',
      'UserMessageIfRequestTimeout',
      'localization'
    ],
    [
      'the metadata, over the localised default',
      { DefaultUserMessageIfRequestFailed: 'échec' },
      'slow 10',
      'UserMessageIfRequestTimeout',
      'metadata'
    ]
  ] as const)('prefers %s', (_, strings: Readonly<Record<string, string>>, text, key, source) => {
    const localize: Localize = (id) => (strings[id] === undefined ? undefined : { value: strings[id], origin: at(60) })
    expect(userMessage(restful({ messages: all }), failures.timeout, place, localize)).toMatchObject({
      text,
      key,
      source
    })
  })
})
