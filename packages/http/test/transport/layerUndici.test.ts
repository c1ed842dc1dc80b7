import { connect, isIP } from 'node:net'
import { assert, describe, it } from '@effect/vitest'
import { RequestInvalid } from '@trustframe/core/exchange'
import type { ClientCertificate } from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'
import * as Fiber from 'effect/Fiber'
import * as Redacted from 'effect/Redacted'
import { TestClock } from 'effect/testing'
import type { ResolveHost } from '../../src/transport/connector.ts'
import { layerUndici, type UndiciOptions } from '../../src/transport/layerUndici.ts'
import { Transport, type TransportRequest } from '../../src/transport/Transport.ts'
import { certify, pkcs12 } from '../support/certificates.ts'
import { cannedServer, closedPort, connected, httpServer, httpsServer, json, tcpServer } from '../support/servers.ts'
import { authority, request, server, transportContract } from './contract.ts'

transportContract({
  name: 'layerUndici',
  layer: (ca) => layerUndici({ ca }),
  knowsConnectPhases: true,
  knowsReason: true
})

const send = (made: TransportRequest, options: UndiciOptions = {}) =>
  Effect.provide(
    Transport.use((transport) => transport.send(made)),
    layerUndici(options)
  )

const failing = (made: TransportRequest, options: UndiciOptions = {}) =>
  Effect.map(Effect.flip(send(made, options)), ({ failure }) => ({ ...failure }))

describe('client certificates', () => {
  const client = certify('client of the tests', {}, authority)
  const mutual = httpsServer(
    { cert: server.cert, key: server.key, ca: authority.cert, requestCert: true, rejectUnauthorized: true },
    (_request, response) => {
      const { socket } = response
      const peer = socket !== null && 'getPeerCertificate' in socket ? socket.getPeerCertificate : undefined
      response.end(typeof peer === 'function' ? String(peer.call(socket).subject.CN) : 'nobody')
    }
  )
  const ca = [authority.cert]
  const pem: ClientCertificate = { _tag: 'Pem', certificate: client.cert, privateKey: Redacted.make(client.key) }
  const p12 = (passphrase: string, given: string | undefined): ClientCertificate => ({
    _tag: 'Pkcs12',
    bytes: Redacted.make(pkcs12(client, passphrase)),
    passphrase: given === undefined ? undefined : Redacted.make(given)
  })

  it.live.each([
    ['PEM', pem],
    ['PKCS#12', p12('s3cret', 's3cret')],
    ['PKCS#12 with an empty passphrase', p12('', '')]
  ] as const)('are presented (%s)', ([, certificate]) =>
    Effect.gen(function* () {
      const { origin } = yield* mutual
      const { body } = yield* send(request(origin, { certificate }), { ca })
      assert.strictEqual(Buffer.from(body).toString(), 'client of the tests')
    })
  )

  it.live('a service that wants one refuses whoever has none', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* mutual
      assert.strictEqual((yield* failing(request(origin), { ca }))._tag, 'ConnectionFailed')
      assert.strictEqual(requests.length, 0)
    })
  )

  it.live('requests with different certificates share no connection', () =>
    Effect.gen(function* () {
      const { origin } = yield* mutual
      const other = certify('another client', {}, authority)
      const names = yield* Effect.gen(function* () {
        const transport = yield* Transport
        const found: Array<string> = []
        for (const { cert, key } of [client, other, client]) {
          const certificate = { _tag: 'Pem', certificate: cert, privateKey: Redacted.make(key) } as const
          found.push(Buffer.from((yield* transport.send(request(origin, { certificate }))).body).toString())
        }
        return found
      }).pipe(Effect.provide(layerUndici({ ca })))
      assert.deepStrictEqual(names, ['client of the tests', 'another client', 'client of the tests'])
    })
  )

  it.live.each([
    ['a wrong passphrase', p12('s3cret', 'wrong')],
    ['no passphrase', p12('s3cret', undefined)],
    ['no PKCS#12', { _tag: 'Pkcs12', bytes: Redacted.make(Buffer.from('x')), passphrase: undefined }],
    ['the key of another certificate', { ...pem, privateKey: Redacted.make(server.key) }],
    ['no PEM', { ...pem, certificate: 'x' }]
  ] as const)('cannot be used: %s', ([, certificate]) =>
    Effect.gen(function* () {
      const failure = yield* failing(request('https://127.0.0.1:1', { certificate }))
      assert.strictEqual(failure._tag, 'CertificateUnusable')
      assert.notInclude(JSON.stringify(failure), 's3cret')
    })
  )
})

const refused = (host: string) =>
  RequestInvalid.make({ detail: `"${host}" resolves to an address that this runtime must not call` })

describe('addresses that must not be reached', () => {
  it.live('whatever name leads there', () =>
    Effect.gen(function* () {
      const { connections, port } = yield* httpServer(json({}))
      const host = `localhost:${port}`
      assert.deepStrictEqual(yield* failing(request(`http://${host}`, { refuse: 'private' })), refused(host))
      assert.strictEqual(connections(), 0)
    })
  )

  it.live('also when they are written as they are', () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(
        yield* failing(request('http://127.0.0.1:9', { refuse: 'private' })),
        refused('127.0.0.1:9')
      )
      assert.deepStrictEqual(
        yield* failing(request('http://169.254.169.254', { refuse: 'metadata' })),
        refused('169.254.169.254')
      )
    })
  )

  it.live('a connection that another request may use is not shared', () =>
    Effect.gen(function* () {
      const { origin } = yield* httpServer(json({}))
      const tags = yield* Effect.gen(function* () {
        const transport = yield* Transport
        const allowed = yield* transport.send(request(origin))
        const { failure } = yield* Effect.flip(transport.send(request(origin, { refuse: 'private' })))
        return [allowed.status, failure._tag]
      }).pipe(Effect.provide(layerUndici()))
      assert.deepStrictEqual(tags, [200, 'RequestInvalid'])
    })
  )
})

const addresses =
  (...found: ReadonlyArray<string>): ResolveHost =>
  (_hostname, _options, done) =>
    done(
      null,
      found.map((address) => ({ address, family: isIP(address) }))
    )

describe('resolving names', () => {
  it.live.each(['127.0.0.1', '::1'])('a name with IPv4 and IPv6 is called where somebody listens (%s)', (address) =>
    Effect.gen(function* () {
      const { port } = yield* httpServer(json({}), address)
      for (const found of [
        ['127.0.0.1', '::1'],
        ['::1', '127.0.0.1']
      ]) {
        const answer = yield* send(request(`http://dual.test:${port}`), { resolve: addresses(...found) })
        assert.strictEqual(answer.status, 200)
      }
    })
  )

  it.live('nobody listens at any of the addresses', () =>
    Effect.gen(function* () {
      const port = yield* closedPort
      const failure = yield* failing(request(`http://dual.test:${port}`), { resolve: addresses('127.0.0.1', '::1') })
      assert.deepInclude(failure, { _tag: 'ConnectionFailed', phase: 'connect', code: 'ECONNREFUSED', sent: false })
    })
  )

  it.live('of several addresses only those that may be reached are tried', () =>
    Effect.gen(function* () {
      const { connections, port } = yield* httpServer(json({}))
      const resolve = addresses('169.254.169.254', '127.0.0.1')
      const answer = yield* send(request(`http://mixed.test:${port}`, { refuse: 'metadata' }), { resolve })
      assert.deepStrictEqual([answer.status, connections()], [200, 1])
      const failure = yield* failing(request(`http://mixed.test:${port}`, { refuse: 'private' }), { resolve })
      assert.strictEqual(failure._tag, 'RequestInvalid')
    })
  )

  it.live.each(['ENOTFOUND', 'EAI_AGAIN', 'ESERVFAIL'])('%s', (code) =>
    Effect.gen(function* () {
      const resolve: ResolveHost = (_hostname, _options, done) => done(Object.assign(new Error(code), { code }), [])
      assert.deepStrictEqual(yield* failing(request('http://api.test:81'), { resolve }), {
        _tag: 'DnsResolutionFailed',
        host: 'api.test:81',
        code
      })
    })
  )

  it.live('a resolver that never answers', () =>
    Effect.gen(function* () {
      const failure = yield* failing(request('http://api.test', { timeLimitMillis: 60 }), { resolve: () => undefined })
      assert.deepStrictEqual(failure, { _tag: 'RequestTimeout', host: 'api.test', phase: 'resolve', afterMillis: 60 })
    })
  )
})

describe('proxies', () => {
  it.live('plain requests are forwarded', () =>
    Effect.gen(function* () {
      const proxy = yield* httpServer(json({ by: 'proxy' }))
      const answer = yield* send(request('http://api.test'), { proxies: { http: proxy.origin } })
      assert.strictEqual(answer.status, 200)
      assert.strictEqual(proxy.requests[0]?.url, 'http://api.test/p')
      assert.strictEqual(proxy.requests[0]?.headers.host, 'api.test')
    })
  )

  it.live('requests with TLS are tunnelled', () =>
    Effect.gen(function* () {
      const made = certify('api.test', { hosts: ['api.test'] }, authority)
      const service = yield* httpsServer({ cert: made.cert, key: made.key }, json({ by: 'service' }))
      const asked: Array<string> = []
      const proxy = yield* tcpServer((socket) => {
        socket.once('data', (head) => {
          asked.push(head.toString().split('\r\n')[0] ?? '')
          const upstream = connect(service.port, '127.0.0.1', () => {
            socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
            socket.pipe(upstream).pipe(socket)
          })
          upstream.on('error', () => socket.destroy())
        })
      })
      const options = { ca: [authority.cert], proxies: { https: proxy.origin } }
      const answer = yield* send(request('https://api.test'), options)
      assert.strictEqual(Buffer.from(answer.body).toString(), '{"by":"service"}')
      assert.deepStrictEqual(asked, ['CONNECT api.test:443 HTTP/1.1'])
    })
  )

  it.live('a proxy that refuses is a connection that is not made', () =>
    Effect.gen(function* () {
      const proxy = yield* cannedServer('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n', 'close')
      const failure = yield* failing(request('https://api.test'), { proxies: { https: proxy.origin } })
      assert.deepInclude(failure, { _tag: 'ConnectionFailed', phase: 'connect', sent: false })
    })
  )

  it.live('this machine is called directly', () =>
    Effect.gen(function* () {
      const service = yield* httpServer(json({}))
      const answer = yield* send(request(service.origin), { proxies: { http: 'http://127.0.0.1:1' } })
      assert.strictEqual(answer.status, 200)
    })
  )
})

describe('the rest of a transport', () => {
  it.live('an encoding that nobody knows', () =>
    Effect.gen(function* () {
      const { origin } = yield* httpServer((_request, response) => {
        response.writeHead(200, { 'content-encoding': 'klingon' })
        response.end('x')
      })
      const { bodyProblem } = yield* send(request(origin))
      assert.strictEqual(bodyProblem, 'the body has the Content-Encoding "klingon", which cannot be read')
    })
  )

  it.live('an encoding that the body does not have', () =>
    Effect.gen(function* () {
      const { origin } = yield* httpServer((_request, response) => {
        response.writeHead(200, { 'content-encoding': 'br, gzip' })
        response.end('plain')
      })
      const { bodyProblem } = yield* send(request(origin))
      assert.strictEqual(bodyProblem, 'the body is not the gzip that its Content-Encoding promises')
    })
  )

  it.live('a change of protocol that nobody asked for', () =>
    Effect.gen(function* () {
      const { origin } = yield* cannedServer(
        'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
        'keep'
      )
      assert.deepInclude(yield* failing(request(origin)), { _tag: 'ConnectionFailed', phase: 'headers', sent: true })
    })
  )

  it.live('the limit for headers', () =>
    Effect.gen(function* () {
      const { origin } = yield* httpServer((_request, response) => {
        response.writeHead(200, { x: 'y'.repeat(2000) })
        response.end()
      })
      assert.strictEqual((yield* send(request(origin))).status, 200)
      assert.deepInclude(yield* failing(request(origin), { maxHeaderBytes: 1024 }), {
        _tag: 'ConnectionFailed',
        phase: 'headers',
        code: 'UND_ERR_HEADERS_OVERFLOW'
      })
    })
  )

  it.live('TLS 1.3 only, when that is asked for', () =>
    Effect.gen(function* () {
      const { origin } = yield* httpsServer({ cert: server.cert, key: server.key, maxVersion: 'TLSv1.2' }, json({}))
      const ca = [authority.cert]
      assert.strictEqual((yield* send(request(origin), { ca })).status, 200)
      assert.deepInclude(yield* failing(request(origin), { ca, minTlsVersion: 'TLSv1.3' }), {
        _tag: 'ConnectionFailed',
        phase: 'tls'
      })
    })
  )

  it.effect('a limit for connections makes requests wait, and waiting is no sending', () =>
    Effect.gen(function* () {
      const service = yield* tcpServer((socket) => void socket.resume())
      yield* Effect.gen(function* () {
        const transport = yield* Transport
        const fibers = yield* Effect.forEach([60_000, 59_999], (timeLimitMillis) =>
          Effect.forkChild(Effect.flip(transport.send(request(service.origin, { timeLimitMillis }))), {
            startImmediately: true
          })
        )
        yield* connected(service)
        assert.strictEqual(service.connections(), 1)
        yield* TestClock.adjust(60_000)
        const failed = yield* Effect.forEach(fibers, Fiber.join)
        assert.deepStrictEqual(
          failed.map(({ failure }) => (failure._tag === 'RequestTimeout' ? failure.phase : failure._tag)),
          ['headers', 'connect']
        )
      }).pipe(Effect.provide(layerUndici({ connections: 1 })))
    })
  )

  it.live('no open connection is left when the layer is closed', () =>
    Effect.gen(function* () {
      const { closed, origin } = yield* httpServer(json({}))
      yield* send(request(origin))
      yield* Effect.promise(() => closed)
    })
  )
})
