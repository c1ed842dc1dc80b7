import { assert, describe, it } from '@effect/vitest'
import { proxiesFromEnvironment, proxyFor } from '../../src/outbound/proxies.ts'

describe('the proxies of an environment', () => {
  it.each([
    [{}, {}],
    [{ HTTPS_PROXY: 'http://p:1' }, { https: 'http://p:1' }],
    [{ https_proxy: 'http://l:1', HTTPS_PROXY: 'http://u:1' }, { https: 'http://l:1' }],
    [{ HTTP_PROXY: 'http://p:1' }, { http: 'http://p:1' }],
    [{ HTTP_PROXY: 'http://p:1', REQUEST_METHOD: 'GET' }, {}],
    [{ http_proxy: 'http://p:1', REQUEST_METHOD: 'GET' }, { http: 'http://p:1' }],
    [{ ALL_PROXY: 'http://p:1' }, { http: 'http://p:1', https: 'http://p:1' }],
    [{ HTTPS_PROXY: '', NO_PROXY: ' a, b  c,' }, { bypass: ['a', 'b', 'c'] }]
  ])('%o', (environment, settings) => {
    assert.deepStrictEqual(proxiesFromEnvironment(environment), settings)
  })
})

describe('the proxy of a request', () => {
  const settings = { http: 'http://plain:1', https: 'http://tunnel:1' }
  it.each([
    ['https://api.test', [], 'http://tunnel:1'],
    ['http://api.test', [], 'http://plain:1'],
    ['http://localhost:8080', [], undefined],
    ['http://127.0.0.1:8080', [], undefined],
    ['https://api.test', ['*'], undefined],
    ['https://api.test', ['api.test'], undefined],
    ['https://api.test', ['API.TEST'], undefined],
    ['https://a.api.test', ['api.test'], undefined],
    ['https://api.test', ['.test'], undefined],
    ['https://api.test', ['*.test'], undefined],
    ['https://xapi.test', ['api.test'], 'http://tunnel:1'],
    ['https://api.test:8443', ['api.test:443'], 'http://tunnel:1'],
    ['https://api.test', ['api.test:443'], undefined],
    ['https://[::2]:1', ['[::2]'], undefined]
  ])('%s but not for %s', (origin, bypass, proxy) => {
    assert.strictEqual(proxyFor(origin, { ...settings, bypass }), proxy)
  })

  it('is none when none is set', () => {
    assert.strictEqual(proxyFor('https://api.test', { http: 'http://plain:1' }), undefined)
  })
})
