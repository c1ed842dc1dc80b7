import { assert, describe, it } from '@effect/vitest'
import type { Json } from '@trustframe/claims'
import * as Result from 'effect/Result'
import { compileAnswer } from '../../src/answer/readAnswer.ts'
import type { ResponseHeaders } from '../../src/transport/Transport.ts'
import { type PlanOptions, restfulPlan } from '../support/plan.ts'

const now = Date.parse('2026-11-22T10:00:00Z')

interface Answer {
  readonly plan?: PlanOptions
  readonly status?: number
  readonly reason?: string
  readonly headers?: ResponseHeaders
  readonly body?: string | Uint8Array
  readonly bodyProblem?: string
}

const oneClaim: PlanOptions = { outputs: { name: {} } }

const read = ({ body = '', bodyProblem, headers = {}, plan = oneClaim, reason = '', status = 200 }: Answer) =>
  compileAnswer(restfulPlan(plan))(
    { status, reason, headers, body: typeof body === 'string' ? Buffer.from(body) : body, bodyProblem },
    now
  )

const success = (answer: Answer): Json | undefined => Result.getOrThrow(read(answer))

const failure = (answer: Answer) => {
  const result = read(answer)
  return Result.isFailure(result) ? { ...result.failure } : assert.fail('the answer was read')
}

describe('an answer that succeeds', () => {
  const cases: ReadonlyArray<{ readonly name: string; readonly answer: Answer; readonly body: Json | undefined }> = [
    {
      name: 'C29: a JSON object',
      answer: { body: '{"name":"Emily","email":"e@x","loyaltyNumber":1234}' },
      body: { name: 'Emily', email: 'e@x', loyaltyNumber: 1234 }
    },
    {
      name: 'C33: nested objects and arrays',
      answer: { body: '{"contacts":[{"person":{"emails":[{"email":"a@b"}]}}]}' },
      body: { contacts: [{ person: { emails: [{ email: 'a@b' }] } }] }
    },
    { name: 'C40: an empty body without output claims', answer: { plan: {} }, body: undefined },
    { name: 'C40: an empty body with output claims gives no claims', answer: {}, body: undefined },
    { name: 'white space is an empty body', answer: { body: ' \r\n\t' }, body: undefined },
    { name: 'null is an empty body', answer: { body: 'null' }, body: undefined },
    { name: '202 with an empty body (SendGrid)', answer: { status: 202 }, body: undefined },
    { name: '204', answer: { status: 204 }, body: undefined },
    { name: '299', answer: { status: 299, body: '{"name":"x"}' }, body: { name: 'x' } },
    { name: '201 with a body', answer: { status: 201, body: '{"name":"x"}' }, body: { name: 'x' } },
    { name: 'no JSON, when no output claim needs it', answer: { plan: {}, body: '<html>ok</html>' }, body: undefined },
    {
      name: 'no JSON, when every output claim always has its default',
      answer: { plan: { outputs: { a: { alwaysUseDefaultValue: true } } }, body: 'ok' },
      body: undefined
    },
    {
      name: 'too large, when no output claim needs it',
      answer: { plan: {}, bodyProblem: 'the body is larger than 10 bytes' },
      body: undefined
    },
    {
      name: 'an array, when a JSON path starts with an index',
      answer: { plan: { outputs: { a: { path: [0, 'x'] } } }, body: '[{"x":1}]' },
      body: [{ x: 1 }]
    },
    {
      name: 'D59: an error contract under 200 is a success',
      answer: { body: '{"version":"1.0.0","status":409,"userMessage":"x"}' },
      body: { version: '1.0.0', status: 409, userMessage: 'x' }
    },
    {
      name: 'integers beyond 2^53 stay exact',
      answer: { body: '{"n":9007199254740993,"m":-9223372036854775808,"f":1.5,"e":1e3}' },
      body: { n: 9_007_199_254_740_993n, m: -9_223_372_036_854_775_808n, f: 1.5, e: 1000 }
    },
    {
      name: 'JSON is read whatever the Content-Type says',
      answer: { headers: { 'content-type': 'text/html' }, body: '{"name":"x"}' },
      body: { name: 'x' }
    },
    { name: 'a byte order mark', answer: { body: '\ufeff{"name":"ä"}' }, body: { name: 'ä' } },
    {
      name: 'UTF-16 by its byte order mark',
      answer: { body: Buffer.from('\ufeff{"name":"ä€"}', 'utf16le') },
      body: { name: 'ä€' }
    },
    {
      name: 'UTF-16, big endian, by its byte order mark',
      answer: { body: Buffer.from('\ufeff{"name":"ä€"}', 'utf16le').swap16() },
      body: { name: 'ä€' }
    },
    {
      name: 'the charset of the Content-Type',
      answer: {
        headers: { 'content-type': 'application/json; charset="ISO-8859-1"' },
        body: Buffer.from('{"name":"\u00e4"}', 'latin1')
      },
      body: { name: 'ä' }
    },
    {
      name: 'a charset that nobody knows is read as UTF-8',
      answer: { headers: { 'content-type': 'application/json; charset=klingon' }, body: '{"name":"ä"}' },
      body: { name: 'ä' }
    },
    {
      name: 'bytes that are no UTF-8 become U+FFFD',
      answer: { body: Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]) },
      body: { a: '\ufffd' }
    },
    {
      name: 'half of a byte order mark is none',
      answer: { body: Buffer.from([0x22, 0xfe, 0x22]), plan: {} },
      body: '\ufffd'
    },
    { name: 'the last of two members of one name', answer: { body: '{"name":"a","name":"b"}' }, body: { name: 'b' } }
  ]

  it.each(cases)('$name', ({ answer, body }) => {
    assert.deepStrictEqual(success(answer), body)
  })

  it('a member called __proto__ is a member', () => {
    const body = success({ body: '{"__proto__":{"name":"x"},"a":1}' })
    assert.deepStrictEqual(Object.keys(typeof body === 'object' && body !== null ? body : {}), ['__proto__', 'a'])
  })
})

describe('an answer that fails', () => {
  const contract = '{"version":"1.0.0","status":409,"userMessage":"Code wrong"}'
  const refused = { _tag: 'ServiceRejected', userMessage: 'Code wrong' }
  const cases: ReadonlyArray<{
    readonly name: string
    readonly answer: Answer
    readonly failure: Record<string, unknown>
  }> = [
    {
      name: 'D43: 409 with the error contract',
      answer: { status: 409, body: contract },
      failure: { ...refused, status: 409 }
    },
    {
      name: 'D44: 400 with the error contract',
      answer: { status: 400, body: contract },
      failure: { ...refused, status: 400 }
    },
    {
      name: 'the status of the contract as text',
      answer: { status: 400, body: '{"status":"409","userMessage":"Code wrong"}' },
      failure: { ...refused, status: 400 }
    },
    {
      name: 'another status of the contract as text',
      answer: { status: 400, body: '{"status":"400","userMessage":"x"}' },
      failure: { _tag: 'StatusRejected', status: 400, reason: 'Bad Request' }
    },
    {
      name: 'a status of the contract that only holds 409',
      answer: { status: 400, body: '{"status":"1409","userMessage":"x"}' },
      failure: { _tag: 'StatusRejected', status: 400, reason: 'Bad Request' }
    },
    {
      name: 'D55: all members of the contract',
      answer: {
        status: 409,
        body: '{"version":"1.0.0","status":409,"userMessage":"u","code":"E1","requestId":"r","developerMessage":"d","moreInfo":"https://m"}'
      },
      failure: {
        _tag: 'ServiceRejected',
        status: 409,
        userMessage: 'u',
        code: 'E1',
        requestId: 'r',
        developerMessage: 'd',
        moreInfo: 'https://m'
      }
    },
    {
      name: 'members of the contract that are numbers are their text, null and objects are nothing',
      answer: { status: 409, body: '{"status":409,"userMessage":5,"code":7,"requestId":null,"moreInfo":{}}' },
      failure: { _tag: 'ServiceRejected', status: 409, userMessage: '5', code: '7' }
    },
    {
      name: 'D45: 400 with status 400 in the body',
      answer: { status: 400, body: '{"version":"1.0.0","status":400,"userMessage":"x"}' },
      failure: { _tag: 'StatusRejected', status: 400, reason: 'Bad Request' }
    },
    {
      name: 'a contract without a message for the user',
      answer: { status: 409, body: '{"version":"1.0.0","status":409}' },
      failure: { _tag: 'StatusRejected', status: 409, reason: 'Conflict' }
    },
    {
      name: 'an OAuth error of a token endpoint',
      answer: { status: 400, body: '{"error":"invalid_client","error_description":"x"}' },
      failure: { _tag: 'StatusRejected', status: 400, reason: 'Bad Request' }
    },
    {
      name: 'D49: 404 without a body',
      answer: { status: 404 },
      failure: { _tag: 'StatusRejected', status: 404, reason: 'Not Found' }
    },
    {
      name: '401 with an empty object',
      answer: { status: 401, body: '{}' },
      failure: { _tag: 'StatusRejected', status: 401, reason: 'Unauthorized' }
    },
    {
      name: 'D47: 409 with text',
      answer: { status: 409, body: 'oops' },
      failure: { _tag: 'ErrorResponseUnreadable', status: 409, detail: 'the body is not valid JSON' }
    },
    {
      name: '404 with HTML',
      answer: { status: 404, body: '<html></html>' },
      failure: { _tag: 'ErrorResponseUnreadable', status: 404, detail: 'the body is not valid JSON' }
    },
    {
      name: 'a contract that is encoded twice',
      answer: { status: 409, body: JSON.stringify(contract) },
      failure: { _tag: 'ErrorResponseUnreadable', status: 409, detail: 'the body is a string, not a JSON object' }
    },
    {
      name: '400 with an array',
      answer: { status: 400, body: '[]' },
      failure: { _tag: 'ErrorResponseUnreadable', status: 400, detail: 'the body is an array, not a JSON object' }
    },
    {
      name: 'a refusal that is too large',
      answer: { status: 409, bodyProblem: 'the body is larger than 10 bytes' },
      failure: { _tag: 'ErrorResponseUnreadable', status: 409, detail: 'the body is larger than 10 bytes' }
    },
    {
      name: 'D46: 500',
      answer: { status: 500, body: 'oops' },
      failure: { _tag: 'StatusRejected', status: 500, reason: 'Internal Server Error' }
    },
    {
      name: '500 with the error contract',
      answer: { status: 500, body: contract },
      failure: { _tag: 'StatusRejected', status: 500, reason: 'Internal Server Error' }
    },
    {
      name: 'the reason phrase that the service sent',
      answer: { status: 500, reason: 'Out Of Order' },
      failure: { _tag: 'StatusRejected', status: 500, reason: 'Out Of Order' }
    },
    {
      name: 'a status that nobody knows',
      answer: { status: 599 },
      failure: { _tag: 'StatusRejected', status: 599, reason: '' }
    },
    {
      name: 'a redirect',
      answer: { status: 302, headers: { location: '/x' } },
      failure: { _tag: 'StatusRejected', status: 302, reason: 'Found' }
    },
    {
      name: 'Retry-After in seconds',
      answer: { status: 503, headers: { 'retry-after': '120' } },
      failure: { _tag: 'StatusRejected', status: 503, reason: 'Service Unavailable', retryAfterMillis: 120_000 }
    },
    {
      name: '200 with text that claims are taken from',
      answer: { body: 'oops' },
      failure: { _tag: 'AnswerUnreadable', status: 200, detail: 'the body is not valid JSON' }
    },
    {
      name: '200 with half of a JSON text',
      answer: { body: '{"name":' },
      failure: { _tag: 'AnswerUnreadable', status: 200, detail: 'the body is not valid JSON' }
    },
    {
      name: '200 with an array',
      answer: { body: '[1]' },
      failure: { _tag: 'AnswerUnreadable', status: 200, detail: 'the body is an array, not a JSON object' }
    },
    {
      name: '200 with a number',
      answer: { body: '1' },
      failure: { _tag: 'AnswerUnreadable', status: 200, detail: 'the body is a number, not a JSON object' }
    },
    {
      name: '200 that is too large',
      answer: { bodyProblem: 'the body is larger than 10 bytes' },
      failure: { _tag: 'AnswerUnreadable', status: 200, detail: 'the body is larger than 10 bytes' }
    }
  ]

  it.each(cases)('$name', ({ answer, failure: expected }) => {
    assert.deepStrictEqual(failure(answer), expected)
  })
})

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    [' 7 ', 7000],
    ['Sun, 22 Nov 2026 10:02:00 GMT', 120_000],
    ['Sunday, 22-Nov-26 10:02:00 GMT', 120_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['-1', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined]
  ] as const)('%s', (value, expected) => {
    const found = failure({ status: 503, headers: { 'retry-after': value } })
    assert.strictEqual('retryAfterMillis' in found ? found.retryAfterMillis : undefined, expected)
  })
})
