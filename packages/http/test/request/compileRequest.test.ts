import type { ClaimValue } from '@trustframe/claims'
import { assert, describe, it } from '@effect/vitest'
import * as Result from 'effect/Result'
import { noCredentials } from '../../src/request/authentication.ts'
import { compileRequest } from '../../src/request/compileRequest.ts'
import { bearerClaim, type PlanOptions, restfulPlan } from '../support/plan.ts'

type Values = ReadonlyArray<ClaimValue | undefined>

const write = (options: PlanOptions, values: Values = []) =>
  compileRequest(restfulPlan(options), 'trustframe')(values, noCredentials)

/** Method, URL, the headers that are not always there, body. */
const wire = (options: PlanOptions, values: Values = []) => {
  const { body, headers, method, origin, path } = Result.getOrThrow(write(options, values))
  const own = headers.filter(([name]) => name !== 'accept' && name !== 'user-agent')
  return { line: `${method} ${origin}${path}`, headers: Object.fromEntries(own), body }
}

const failure = (options: PlanOptions, values: Values = []) => {
  const result = write(options, values)
  return Result.isFailure(result) ? result.failure : assert.fail('a request was made')
}

const person = { email: {}, givenName: { partner: 'firstName' }, surname: { partner: 'lastName' } }

describe('the request of a RESTful technical profile', () => {
  const cases: ReadonlyArray<{
    readonly name: string
    readonly plan: PlanOptions
    readonly values?: Values
    readonly wire: ReturnType<typeof wire>
  }> = [
    {
      name: 'A1: Body is the default and gives one member per claim',
      plan: { inputs: person },
      values: ['e@x.io', 'Ann', 'Lee'],
      wire: {
        line: 'POST https://api.test/p',
        headers: { 'content-type': 'application/json' },
        body: '{"email":"e@x.io","firstName":"Ann","lastName":"Lee"}'
      }
    },
    {
      name: 'A2: Form',
      plan: { sendClaimsIn: 'Form', inputs: person },
      values: ['e@x.io', 'Ann', 'Lee'],
      wire: {
        line: 'POST https://api.test/p',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'email=e%40x.io&firstName=Ann&lastName=Lee'
      }
    },
    {
      name: 'A3: QueryString',
      plan: { sendClaimsIn: 'QueryString', inputs: { givenName: { partner: 'name' } } },
      values: ['Jessica'],
      wire: { line: 'GET https://api.test/p?name=Jessica', headers: {}, body: undefined }
    },
    {
      name: 'the genderize.io example',
      plan: {
        sendClaimsIn: 'QueryString',
        serviceUrl: 'https://api.genderize.io/',
        inputs: { givenName: { partner: 'name' } }
      },
      values: ['Jessica'],
      wire: { line: 'GET https://api.genderize.io/?name=Jessica', headers: {}, body: undefined }
    },
    {
      name: 'A4: QueryString extends the query of the ServiceUrl',
      plan: {
        sendClaimsIn: 'QueryString',
        serviceUrl: 'https://api.test/p?code=K',
        inputs: { givenName: { partner: 'name' } }
      },
      values: ['Jessica'],
      wire: { line: 'GET https://api.test/p?code=K&name=Jessica', headers: {}, body: undefined }
    },
    {
      name: 'a question mark without a query is not doubled',
      plan: { sendClaimsIn: 'QueryString', serviceUrl: 'https://api.test/p?', inputs: { a: {} } },
      values: ['1'],
      wire: { line: 'GET https://api.test/p?a=1', headers: {}, body: undefined }
    },
    {
      name: 'an ampersand at the end of the query is not doubled',
      plan: { sendClaimsIn: 'QueryString', serviceUrl: 'https://api.test/p?b=2&', inputs: { a: {} } },
      values: ['1'],
      wire: { line: 'GET https://api.test/p?b=2&a=1', headers: {}, body: undefined }
    },
    {
      name: 'a path that the policy itself writes with dots',
      plan: { sendClaimsIn: 'Url', serviceUrl: 'https://api.test/a/../b/{x}', inputs: { x: {} } },
      values: ['1'],
      wire: { line: 'GET https://api.test/b/1', headers: {}, body: undefined }
    },
    {
      name: 'a header whose name has digits',
      plan: { sendClaimsIn: 'Header', inputs: { a: { partner: 'X-09' } } },
      values: ['1'],
      wire: { line: 'GET https://api.test/p', headers: { 'X-09': '1' }, body: undefined }
    },
    {
      name: 'a fragment is left out',
      plan: { sendClaimsIn: 'QueryString', serviceUrl: 'https://api.test/p#top', inputs: { a: {} } },
      values: ['1'],
      wire: { line: 'GET https://api.test/p?a=1', headers: {}, body: undefined }
    },
    {
      name: 'A5: Header',
      plan: { sendClaimsIn: 'Header', inputs: { a: { partner: 'X-A' } } },
      values: ['1'],
      wire: { line: 'GET https://api.test/p', headers: { 'X-A': '1' }, body: undefined }
    },
    {
      name: 'A6: Url substitutes and appends nothing',
      plan: {
        sendClaimsIn: 'Url',
        serviceUrl: 'https://api.test/u/{objectId}/x?m={mail}',
        inputs: { objectId: {}, mail: {} }
      },
      values: ['42', 'q'],
      wire: { line: 'GET https://api.test/u/42/x?m=q', headers: {}, body: undefined }
    },
    {
      name: 'A7: Url percent-encodes',
      plan: {
        sendClaimsIn: 'Url',
        serviceUrl: 'https://api.test/u/{objectId}/x?m={mail}',
        inputs: { objectId: {}, mail: {} }
      },
      values: ['a/b c', 'ä&=?#'],
      wire: { line: 'GET https://api.test/u/a%2Fb%20c/x?m=%C3%A4%26%3D%3F%23', headers: {}, body: undefined }
    },
    {
      name: 'A8: a placeholder names the partner claim',
      plan: {
        sendClaimsIn: 'Url',
        serviceUrl: 'https://api.test/{uid}',
        inputs: { objectId: { partner: 'uid' } }
      },
      values: ['7'],
      wire: { line: 'GET https://api.test/7', headers: {}, body: undefined }
    },
    {
      name: 'A9: a placeholder may name the claim id',
      plan: { sendClaimsIn: 'Url', serviceUrl: 'https://api.test/{objectId}', inputs: { ObjectId: { partner: 'id' } } },
      values: ['7'],
      wire: { line: 'GET https://api.test/7', headers: {}, body: undefined }
    },
    {
      name: 'A12: ClaimUsedForRequestPayload is sent as it is, and nothing else',
      plan: { payload: 'req', inputs: { req: {}, email: {} } },
      values: ['{"k":{"n":1}}', 'e'],
      wire: {
        line: 'POST https://api.test/p',
        headers: { 'content-type': 'application/json' },
        body: '{"k":{"n":1}}'
      }
    },
    {
      name: 'A15: a claim without a value is not sent',
      plan: { inputs: { a: {}, b: {} } },
      values: [undefined, 'y'],
      wire: { line: 'POST https://api.test/p', headers: { 'content-type': 'application/json' }, body: '{"b":"y"}' }
    },
    {
      name: 'no claim gives an empty object',
      plan: {},
      wire: { line: 'POST https://api.test/p', headers: { 'content-type': 'application/json' }, body: '{}' }
    },
    {
      name: 'no claim gives an empty form',
      plan: { sendClaimsIn: 'Form' },
      wire: {
        line: 'POST https://api.test/p',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: ''
      }
    },
    {
      name: 'no claim gives no query',
      plan: { sendClaimsIn: 'QueryString' },
      wire: { line: 'GET https://api.test/p', headers: {}, body: undefined }
    },
    {
      name: 'an empty text is a value',
      plan: { inputs: { a: {} } },
      values: [''],
      wire: { line: 'POST https://api.test/p', headers: { 'content-type': 'application/json' }, body: '{"a":""}' }
    },
    {
      name: 'the port of the ServiceUrl is kept',
      plan: { serviceUrl: 'https://api.test:3000/p' },
      wire: { line: 'POST https://api.test:3000/p', headers: { 'content-type': 'application/json' }, body: '{}' }
    }
  ]

  it.each(cases)('$name', ({ plan, values, wire: expected }) => {
    assert.deepStrictEqual(wire(plan, values), expected)
  })
})

describe('the types of claims in a request', () => {
  const inputs = {
    text: {},
    yes: { dataType: 'boolean' },
    int: { dataType: 'int' },
    long: { dataType: 'long' },
    date: { dataType: 'date' },
    instant: { dataType: 'dateTime' },
    list: { dataType: 'stringCollection' },
    none: { dataType: 'stringCollection' }
  } as const
  const values: Values = [
    'a"\n€',
    true,
    -5,
    9_223_372_036_854_775_807n,
    { _tag: 'CalendarDate', year: 2022, month: 1, day: 3 },
    { _tag: 'Instant', epochMilliseconds: 0, ticks: 0 },
    ['x', 'y'],
    []
  ]

  it('Body has JSON types', () => {
    assert.strictEqual(
      wire({ inputs }, values).body,
      '{"text":"a\\"\\n€","yes":true,"int":-5,"long":9223372036854775807,"date":"2022-01-03","instant":"1970-01-01T00:00:00.0000000Z","list":["x","y"],"none":[]}'
    )
  })

  it('Form has texts', () => {
    assert.strictEqual(
      wire({ sendClaimsIn: 'Form', inputs }, values).body,
      'text=a%22%0A%E2%82%AC&yes=true&int=-5&long=9223372036854775807&date=2022-01-03&instant=1970-01-01T00%3A00%3A00.0000000Z&list=x%2Cy&none='
    )
  })

  it('a member may have any name', () => {
    assert.strictEqual(
      wire({ inputs: { a: { partner: '__proto__' }, b: { partner: 'x y"' }, c: { partner: 'constructor' } } }, [
        '1',
        '2',
        '3'
      ]).body,
      '{"__proto__":"1","x y\\"":"2","constructor":"3"}'
    )
  })
})

describe('encoding', () => {
  const everything = "AZaz09-_.~ !'()*%&=+/?#äÿ€😀\u0000\n"

  it('a form is encoded as the URL standard says', () => {
    const { body } = wire({ sendClaimsIn: 'Form', inputs: { a: { partner: 'n ä' } } }, [everything])
    assert.strictEqual(body, new URLSearchParams([['n ä', everything]]).toString())
  })

  it('a query value leaves only what RFC 3986 calls unreserved', () => {
    const { line } = wire({ sendClaimsIn: 'QueryString', inputs: { a: {} } }, [everything])
    assert.strictEqual(
      line,
      'GET https://api.test/p?a=AZaz09-_.~%20%21%27%28%29%2A%25%26%3D%2B%2F%3F%23%C3%A4%C3%BF%E2%82%AC%F0%9F%98%80%00%0A'
    )
  })

  it.each([['Form'], ['QueryString'], ['Url']] as const)(
    'half of a surrogate pair does not break a request (%s)',
    (sendClaimsIn) => {
      const made = wire({ sendClaimsIn, serviceUrl: 'https://api.test/{a}', inputs: { a: {} } }, ['\ud800'])
      assert.include(`${made.line} ${made.body}`, '%EF%BF%BD')
    }
  )
})

describe('of several claims with one name', () => {
  const inputs = { a: { partner: 'x' }, b: {}, c: { partner: 'x' } }
  it.each([
    ['Body', '{"x":"3","b":"2"}'],
    ['Form', 'x=3&b=2']
  ] as const)('the last one is sent (%s)', (sendClaimsIn, body) => {
    assert.strictEqual(wire({ sendClaimsIn, inputs }, ['1', '2', '3']).body, body)
  })
  it('one without a value does not count', () => {
    assert.strictEqual(wire({ inputs }, ['1', '2', undefined]).body, '{"x":"1","b":"2"}')
  })
})

describe('B24: the bearer claim', () => {
  const authentication = bearerClaim('tok', 0)
  const inputs = { tok: { partner: 'token', secret: true }, a: { partner: 'X-A' } }

  it.each([
    ['Body', 'https://api.test/p', '{"X-A":"1"}', {}],
    ['Form', 'https://api.test/p', 'X-A=1', {}],
    ['QueryString', 'https://api.test/p?X-A=1', undefined, {}],
    ['Header', 'https://api.test/p', undefined, { 'X-A': '1' }],
    ['Url', 'https://api.test/p', undefined, {}]
  ] as const)('goes into its header only (%s)', (sendClaimsIn, url, body, headers) => {
    const made = wire({ sendClaimsIn, authentication, inputs }, ['abc', '1'])
    assert.strictEqual(made.line.split(' ')[1], url)
    assert.strictEqual(made.body, body)
    assert.deepInclude(made.headers, { authorization: 'Bearer abc', ...headers })
  })
})

const urlPlan = (serviceUrl: string): PlanOptions => ({
  sendClaimsIn: 'Url',
  serviceUrl,
  inputs: { objectId: {}, other: {} }
})

const headerPlan = (partner: string): PlanOptions => ({ sendClaimsIn: 'Header', inputs: { a: { partner } } })

describe('a request that cannot be made', () => {
  const authenticated: PlanOptions = { authentication: bearerClaim('tok', 0), inputs: { tok: {}, a: {} } }

  const cases: ReadonlyArray<{
    readonly name: string
    readonly plan: PlanOptions
    readonly values: Values
    readonly failure: Record<string, unknown>
  }> = [
    {
      name: 'A16: a required claim has no value',
      plan: { inputs: { a: { required: true } } },
      values: [undefined],
      failure: { _tag: 'RequiredClaimMissing', claim: 'a', direction: 'input' }
    },
    {
      name: 'a placeholder has no value',
      plan: urlPlan('https://api.test/{objectId}'),
      values: [undefined],
      failure: {
        _tag: 'RequestInvalid',
        detail: '{objectId} in the ServiceUrl "https://api.test/{objectId}" names claim "objectId", which has no value'
      }
    },
    {
      name: 'a placeholder names no input claim',
      plan: urlPlan('https://api.test/{nobody}'),
      values: ['1'],
      failure: {
        _tag: 'RequestInvalid',
        detail: '{nobody} in the ServiceUrl "https://api.test/{nobody}" names no input claim'
      }
    },
    ...['..', '.'].map((value) => ({
      name: `a value would climb out of the path (${value})`,
      plan: urlPlan('https://api.test/u/{objectId}/x'),
      values: [value],
      failure: {
        _tag: 'RequestInvalid',
        detail: 'a value for the ServiceUrl "https://api.test/u/{objectId}/x" would make a path segment of dots only'
      }
    })),
    {
      name: 'two values would climb together',
      plan: urlPlan('https://api.test/u/{objectId}{other}'),
      values: ['.', '.'],
      failure: {
        _tag: 'RequestInvalid',
        detail:
          'a value for the ServiceUrl "https://api.test/u/{objectId}{other}" would make a path segment of dots only'
      }
    },
    {
      name: 'a value would become part of the host',
      plan: urlPlan('https://api.test{objectId}'),
      values: ['evil.test'],
      failure: {
        _tag: 'RequestInvalid',
        detail: 'a value for the ServiceUrl "https://api.test{objectId}" would change its host'
      }
    },
    {
      name: 'the ServiceUrl is no URL',
      plan: { serviceUrl: 'api.test/p' },
      values: [],
      failure: {
        _tag: 'RequestInvalid',
        detail: 'the ServiceUrl "api.test/p" is not an absolute http or https URL (AADB2C90026)'
      }
    },
    {
      name: 'the ServiceUrl has another scheme',
      plan: { serviceUrl: 'ftp://api.test/p' },
      values: [],
      failure: {
        _tag: 'RequestInvalid',
        detail: 'the ServiceUrl "ftp://api.test/p" is not an absolute http or https URL (AADB2C90026)'
      }
    },
    {
      name: 'ClaimUsedForRequestPayload has no value',
      plan: { payload: 'req', inputs: { req: {} } },
      values: [undefined],
      failure: {
        _tag: 'RequestInvalid',
        detail: 'claim "req", which is ClaimUsedForRequestPayload, has no value'
      }
    },
    ...[
      ['a\r\nX-Evil: 1', 'the value has a line break or a null character'],
      ['a\n', 'the value has a line break or a null character'],
      ['a\u0000', 'the value has a line break or a null character'],
      [
        'Zoë',
        'the value has characters that a header cannot carry (only ASCII without control characters can be sent)'
      ],
      [
        'a\u0007',
        'the value has characters that a header cannot carry (only ASCII without control characters can be sent)'
      ]
    ].map(([value, problem]) => ({
      name: `a header cannot have the value ${JSON.stringify(value)}`,
      plan: headerPlan('X-A'),
      values: [value],
      failure: { _tag: 'RequestInvalid', detail: `claim "a" cannot be sent as the header "X-A": ${problem}` }
    })),
    ...[
      ['x y', '"x y" cannot be the name of a header'],
      ['', '"" cannot be the name of a header'],
      ['naïve', '"naïve" cannot be the name of a header'],
      ['Host', 'the header "Host" belongs to the connection'],
      ['content-length', 'the header "content-length" belongs to the connection'],
      ['Transfer-Encoding', 'the header "Transfer-Encoding" belongs to the connection']
    ].map(([name = '', problem]) => ({
      name: `a header cannot be called ${JSON.stringify(name)}`,
      plan: headerPlan(name),
      values: ['1'],
      failure: { _tag: 'RequestInvalid', detail: `claim "a" cannot be sent as the header "${name}": ${problem}` }
    })),
    {
      name: 'B25: the bearer claim has no value (AADB2C90194)',
      plan: authenticated,
      values: [undefined, '1'],
      failure: { _tag: 'BearerTokenMissing', claim: 'tok', problem: 'absent', available: ['a'] }
    },
    {
      name: 'B25: the bearer claim is empty (AADB2C90195)',
      plan: authenticated,
      values: ['', '1'],
      failure: { _tag: 'BearerTokenMissing', claim: 'tok', problem: 'empty', available: ['tok', 'a'] }
    },
    {
      name: 'the bearer claim has a line break',
      plan: authenticated,
      values: ['a\nb', '1'],
      failure: {
        _tag: 'RequestInvalid',
        detail: 'claim "tok" cannot be the bearer token: the value has a line break or a null character'
      }
    }
  ]

  it.each(cases)('$name', ({ plan, values, failure: expected }) => {
    assert.deepStrictEqual({ ...failure(plan, values) }, expected)
  })
})

const shown = (options: PlanOptions, values: Values = []) => Result.getOrThrow(write(options, values)).maskedUrl

describe('what is said about a ServiceUrl', () => {
  it.each([
    ['https://api.test/{nobody}?code=s3cret', 'https://api.test/{nobody}?code=***'],
    ['https://user:s3cret@api.test/{nobody}', 'https://***@api.test/{nobody}']
  ])('hides what it holds of credentials', (serviceUrl, visible) => {
    const found = failure({ sendClaimsIn: 'Url', serviceUrl }, [])
    assert.deepStrictEqual(
      { ...found },
      { _tag: 'RequestInvalid', detail: `{nobody} in the ServiceUrl "${visible}" names no input claim` }
    )
  })
})

describe('the URL that is shown', () => {
  it.each([
    [
      'hides secret claims of the query',
      { sendClaimsIn: 'QueryString', inputs: { a: {}, key: { secret: true } } },
      ['1', 's3cret'],
      'https://api.test/p?a=1&key=***'
    ],
    [
      'hides secret claims of the path',
      { sendClaimsIn: 'Url', serviceUrl: 'https://api.test/{a}/{b}?c={b}', inputs: { a: {}, b: { secret: true } } },
      ['1', 's3cret'],
      'https://api.test/1/***?c=***'
    ],
    [
      'hides keys in the query of the ServiceUrl',
      { serviceUrl: 'https://api.test/p?code=s3cret&x=1&sig=s3cret' },
      [],
      'https://api.test/p?code=***&x=1&sig=***'
    ],
    [
      'hides claims whose name says that they are secret',
      { sendClaimsIn: 'QueryString', inputs: { a: { partner: 'access_token' } } },
      ['s3cret'],
      'https://api.test/p?access_token=***'
    ],
    ['leaves out user and password', { serviceUrl: 'https://user:s3cret@api.test/p' }, [], 'https://api.test/p']
  ] as const)('%s', (_name, plan, values, url) => {
    assert.strictEqual(shown(plan, values), url)
  })
})

describe('headers that are always sent', () => {
  it('Accept and User-Agent, which a Header claim may replace', () => {
    const plan: PlanOptions = { sendClaimsIn: 'Header', inputs: { a: { partner: 'ACCEPT' } } }
    assert.deepStrictEqual(Result.getOrThrow(write(plan, [undefined])).headers, [
      ['accept', 'application/json'],
      ['user-agent', 'trustframe']
    ])
    assert.deepStrictEqual(Result.getOrThrow(write(plan, ['text/plain'])).headers, [
      ['ACCEPT', 'text/plain'],
      ['user-agent', 'trustframe']
    ])
  })
})
