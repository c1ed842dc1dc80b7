import { assert, describe, it } from '@effect/vitest'
import * as Result from 'effect/Result'
import { type OutboundRules, routeOf } from '../../src/outbound/OutboundRules.ts'

const route = (origin: string, rules: OutboundRules) => Result.getOrThrow(routeOf(origin, rules))

const refusal = (origin: string, rules: OutboundRules): string | undefined => {
  const result = routeOf(origin, rules)
  return Result.isFailure(result) ? result.failure.detail : undefined
}

describe('host overrides', () => {
  const direct = { origin: 'https://login.test', pathPrefix: '', refuse: 'metadata', overridden: false }
  it.each([
    ['another host is left alone', { 'api.test': 'http://127.0.0.1:1' }, direct],
    [
      'a host is called elsewhere',
      { 'login.test': 'http://127.0.0.1:8080' },
      { origin: 'http://127.0.0.1:8080', pathPrefix: '', refuse: 'none', overridden: true }
    ],
    [
      'a path comes before the path of the request',
      { 'LOGIN.test': 'http://127.0.0.1:8080/stub/' },
      { origin: 'http://127.0.0.1:8080', pathPrefix: '/stub', refuse: 'none', overridden: true }
    ],
    ['a name with the port that the URL does not have', { 'login.test:8443': 'http://127.0.0.1:1' }, direct]
  ] satisfies ReadonlyArray<readonly [string, Record<string, string>, object]>)('%s', (_name, hosts, expected) => {
    assert.deepStrictEqual({ ...route('https://login.test', { hosts }) }, expected)
  })

  it('a name with a port', () => {
    const hosts = { 'login.test:8443': 'http://127.0.0.1:1' }
    assert.strictEqual(route('https://login.test:8443', { hosts }).origin, 'http://127.0.0.1:1')
  })

  it('a name with the port comes before the name alone', () => {
    const hosts = { 'login.test': 'http://127.0.0.1:1', 'login.test:8443': 'http://127.0.0.1:2' }
    assert.strictEqual(route('https://login.test:8443', { hosts }).origin, 'http://127.0.0.1:2')
    assert.strictEqual(route('https://login.test', { hosts }).origin, 'http://127.0.0.1:1')
  })

  it('is stronger than the other rules, which are for what the policy names', () => {
    const rules: OutboundRules = {
      hosts: { 'login.test': 'http://10.0.0.1' },
      allow: [],
      plainHttp: 'never',
      refuse: 'private'
    }
    assert.strictEqual(route('https://login.test', rules).refuse, 'none')
  })

  it.each([['localhost:8080'], ['ftp://x'], ['']])('must be a URL (%s)', (target) => {
    assert.strictEqual(
      refusal('https://login.test', { hosts: { 'login.test': target } }),
      `the host override of "login.test" is "${target}", which is not an http or https URL`
    )
  })
})

describe('the allow-list', () => {
  it.each([
    ['https://api.contoso.com', ['api.contoso.com'], true],
    ['https://api.contoso.com', ['API.contoso.com'], true],
    ['https://api.contoso.com', ['contoso.com'], false],
    ['https://api.contoso.com', ['*.contoso.com'], true],
    ['https://a.b.contoso.com', ['*.contoso.com'], true],
    ['https://contoso.com', ['*.contoso.com'], false],
    ['https://evilcontoso.com', ['*.contoso.com'], false],
    ['https://api.contoso.com', ['https://api.contoso.com'], true],
    ['http://api.contoso.com', ['https://api.contoso.com'], false],
    ['https://api.contoso.com', ['api.contoso.com:443'], true],
    ['https://api.contoso.com:8443', ['api.contoso.com:443'], false],
    ['https://api.contoso.com:8443', ['api.contoso.com'], true],
    ['https://[2606:4700::1]', ['[2606:4700::1]'], true],
    ['https://münchen.test', ['münchen.test'], true],
    ['https://a.münchen.test', ['*.MÜNCHEN.test'], true],
    ['https://api.contoso.com', ['*.'], false],
    ['https://api.contoso.com', ['not a host'], false],
    ['https://api.contoso.com', [], false],
    ['https://api.contoso.com', [''], false],
    ['https://api.contoso.com', ['fabrikam.com', 'api.contoso.com'], true]
  ])('%s by %s', (origin, allow, allowed) => {
    assert.strictEqual(
      refusal(origin, { allow, plainHttp: 'always' }),
      allowed
        ? undefined
        : `"${new URL(origin).host}" is not among the hosts that this runtime may call; add it to the allow-list`
    )
  })
})

describe('plain HTTP', () => {
  it.each([
    ['http://localhost:7071', undefined, true],
    ['http://127.0.0.1:7071', undefined, true],
    ['http://api.test', undefined, false],
    ['http://api.test', 'loopback', false],
    ['http://api.test', 'always', true],
    ['http://localhost', 'never', false],
    ['https://api.test', 'never', true]
  ] as const)('%s when it is allowed %s', (origin, plainHttp, allowed) => {
    const detail = refusal(origin, plainHttp === undefined ? {} : { plainHttp })
    assert.strictEqual(detail === undefined, allowed)
  })

  it('says what to do', () => {
    assert.strictEqual(
      refusal('http://api.test', {}),
      '"http://api.test" would be called without TLS, which this runtime allows for services on this machine only; use https, or allow plain HTTP (AADB2C90257)'
    )
    assert.strictEqual(
      refusal('http://api.test', { plainHttp: 'never' }),
      '"http://api.test" would be called without TLS; use https (AADB2C90256)'
    )
  })
})

describe('addresses', () => {
  it.each([
    ['https://169.254.169.254', undefined, false],
    ['https://169.254.169.254', 'none', true],
    ['https://10.0.0.1', undefined, true],
    ['https://10.0.0.1', 'private', false],
    ['https://2130706433', 'private', false],
    ['https://0x7f.1', 'private', false],
    ['https://[::ffff:7f00:1]', 'private', false]
  ] as const)('%s when refused: %s', (origin, refuse, allowed) => {
    assert.strictEqual(refusal(origin, refuse === undefined ? {} : { refuse }) === undefined, allowed)
  })

  it('names the address', () => {
    assert.strictEqual(
      refusal('https://169.254.169.254', {}),
      '"169.254.169.254" is an address that this runtime must not call'
    )
  })

  it('are checked again when a name is resolved', () => {
    assert.strictEqual(route('https://api.test', { refuse: 'private' }).refuse, 'private')
  })
})
