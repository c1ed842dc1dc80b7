import { assert, describe, it } from '@effect/vitest'
import { type Hop, nextHop } from '../../src/outbound/redirects.ts'

const hop: Hop = {
  method: 'POST',
  origin: 'https://api.test',
  path: '/a/b?c=1',
  headers: [
    ['accept', 'application/json'],
    ['content-type', 'application/json'],
    ['Authorization', 'Bearer t'],
    ['x-key', 'k']
  ],
  body: '{}',
  credentials: true
}

const follow = (from: Hop, status: number, location: string | undefined) =>
  nextHop(from, { status, reason: '', headers: { location }, body: new Uint8Array(0), bodyProblem: undefined })

describe('a redirect', () => {
  it.each([
    [301, 'GET'],
    [302, 'GET'],
    [303, 'GET'],
    [307, 'POST'],
    [308, 'POST']
  ] as const)('%i of a POST becomes a %s', (status, method) => {
    const next = follow(hop, status, '/x')
    assert.strictEqual(next?.method, method)
    assert.strictEqual(next?.body, method === 'GET' ? undefined : '{}')
    assert.strictEqual(
      next?.headers.some(([name]) => name === 'content-type'),
      method === 'POST'
    )
    assert.strictEqual(next?.credentials, true)
  })

  it.each([
    ['/x?y=1', 'https://api.test', '/x?y=1'],
    ['x', 'https://api.test', '/a/x'],
    ['?y', 'https://api.test', '/a/b?y'],
    ['//other.test/x', 'https://other.test', '/x'],
    ['https://other.test:8443/x#f', 'https://other.test:8443', '/x']
  ])('to %s', (location, origin, path) => {
    const next = follow(hop, 302, location)
    assert.deepStrictEqual([next?.origin, next?.path], [origin, path])
  })

  it('to another origin takes neither credentials nor claims with it', () => {
    const next = follow(hop, 302, 'https://other.test/')
    assert.deepStrictEqual(next, {
      method: 'GET',
      origin: 'https://other.test',
      path: '/',
      headers: [['accept', 'application/json']],
      body: undefined,
      credentials: false
    })
  })

  it('back to the first origin does not bring credentials back', () => {
    const away = follow(hop, 302, 'https://other.test/')
    const back = away === undefined ? undefined : follow(away, 302, 'https://api.test/')
    assert.strictEqual(back?.credentials, false)
    assert.deepStrictEqual(back?.headers, [['accept', 'application/json']])
  })

  it.each([
    ['a status that is no redirect', 200, '/x'],
    ['304', 304, '/x'],
    ['no Location', 302, undefined],
    ['a Location that is no URL', 302, 'https://'],
    ['another scheme', 302, 'ftp://api.test/'],
    ['leaving TLS', 302, 'http://api.test/'],
    ['a body that another origin would get', 307, 'https://other.test/']
  ])('is not followed: %s', (_name, status, location) => {
    assert.strictEqual(follow(hop, status, location), undefined)
  })
})
