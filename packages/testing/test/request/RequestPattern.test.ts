import {
  formatRequestPattern,
  matcherOf,
  parseRequestPattern,
  type RequestPattern,
  type ServiceRequest
} from '@trustframe/testing'
import { describe, expect, it } from 'vitest'

const request = (changes: Partial<ServiceRequest> = {}): ServiceRequest => ({
  technicalProfile: 'REST-GetProfile',
  method: 'GET',
  url: new URL('https://api.contoso.com:8443/users/ada%20l/profile?full=1&full=2'),
  headers: {},
  text: '',
  body: undefined,
  params: {},
  ...changes
})

describe('a request pattern in words', () => {
  it.each([
    ['REST-GetProfile', { technicalProfile: 'REST-GetProfile' }],
    ['My Profile', { technicalProfile: 'My Profile' }],
    ['GET https://api.contoso.com/users/:id', { method: 'GET', host: 'api.contoso.com', path: '/users/:id' }],
    ['post /token', { method: 'POST', path: '/token' }],
    ['https://*.contoso.com', { host: '*.contoso.com' }],
    ['* https://api.contoso.com:8443/*', { host: 'api.contoso.com:8443', path: '/*' }],
    ['/users?full=1', { path: '/users', query: { full: '1' } }]
  ])('%s', (text, pattern) => {
    expect(parseRequestPattern(text)).toEqual(pattern)
  })

  it.each([
    [{ technicalProfile: 'R' }, 'R'],
    [{ method: 'GET', host: 'api.test', path: '/p' }, 'GET https://api.test/p'],
    [{ host: 'api.test' }, '* https://api.test/*'],
    [{ technicalProfile: 'R', path: '/p', query: { a: '1' }, body: { id: 7 } }, 'R * /p?a=1 with id']
  ] satisfies ReadonlyArray<readonly [RequestPattern, string]>)('%j is shown as %s', (pattern, text) => {
    expect(formatRequestPattern(pattern)).toBe(text)
  })
})

describe('a request matches', () => {
  it.each([
    [{}, {}],
    [{ technicalProfile: 'rest-getprofile' }, {}],
    [{ method: 'GET' }, {}],
    [{ host: 'api.contoso.com' }, {}],
    [{ host: 'API.contoso.com:8443' }, {}],
    [{ host: '*.contoso.com' }, {}],
    [{ path: '/users/:id/profile' }, { id: 'ada l' }],
    [{ path: '/users/*' }, {}],
    [{ path: '/:kind/:id/profile' }, { kind: 'users', id: 'ada l' }],
    [{ query: { full: '2' } }, {}]
  ] satisfies ReadonlyArray<readonly [RequestPattern, unknown]>)('%j', (pattern, params) => {
    expect(matcherOf(pattern)(request())).toEqual(params)
  })

  it.each([
    { technicalProfile: 'REST-GetProfile2' },
    { method: 'POST' },
    { host: 'contoso.com' },
    { host: 'api.contoso.com:443' },
    { path: '/users' },
    { path: '/users/:id' },
    { path: '/Users/*' },
    { query: { full: '3' } },
    { body: { id: 7 } }
  ] satisfies ReadonlyArray<RequestPattern>)('not %j', (pattern) => {
    expect(matcherOf(pattern)(request())).toBeUndefined()
  })

  it.each([
    [{ id: 7 }, true],
    [{ user: { name: 'Ada' } }, true],
    [{ tags: ['a'] }, true],
    [{ id: '7' }, false],
    [{ user: { name: 'Grace' } }, false],
    [{ tags: ['a', 'b'] }, false]
  ])('by members of its body: %j, %j', (body, matches) => {
    const sent = request({ body: { id: 7, user: { name: 'Ada', age: 36 }, tags: ['a'], more: true } })
    expect(matcherOf({ body })(sent) !== undefined).toBe(matches)
  })

  it('by the host that it was meant for, wherever the runtime sends it', () => {
    const sent = request({ url: new URL('http://127.0.0.1:4802/users/1/profile') })
    expect(matcherOf({ host: 'api.contoso.com' })(sent)).toBeUndefined()
    expect(matcherOf({ host: 'api.contoso.com' })(sent, ['api.contoso.com'])).toEqual({})
  })
})
