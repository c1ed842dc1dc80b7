/** What every `Transport` has to do, on real sockets. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Fiber from 'effect/Fiber'
import type * as Layer from 'effect/Layer'
import { TestClock } from 'effect/testing'
import { Transport, type TransportRequest } from '../../src/transport/Transport.ts'
import { certify } from '../support/certificates.ts'
import {
  cannedServer,
  closedPort,
  connected,
  type Handler,
  httpServer,
  httpsServer,
  json,
  tcpServer,
  type TestServer
} from '../support/servers.ts'

export interface TransportUnderTest {
  readonly name: string
  readonly layer: (ca: ReadonlyArray<string>) => Layer.Layer<Transport>
  /** The transport knows the phase of a connection that is not made. */
  readonly knowsConnectPhases: boolean
  /** The transport passes the reason phrase on. */
  readonly knowsReason: boolean
}

export const request = (origin: string, changes: Partial<TransportRequest> = {}): TransportRequest => ({
  method: 'POST',
  origin,
  path: '/p',
  headers: [['content-type', 'application/x-www-form-urlencoded']],
  body: 'a=1',
  certificate: undefined,
  refuse: 'none',
  maxBodyBytes: 100_000,
  timeLimitMillis: 5000,
  ...changes
})

const authority = certify('The authority of the tests', { authority: true })
const stranger = certify('Another authority', { authority: true })
const server = certify('server', { hosts: ['127.0.0.1', 'localhost'] }, authority)

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()

const answering =
  (encoding: string, bytes: Uint8Array): Handler =>
  (_request, response) => {
    response.writeHead(200, { 'content-encoding': encoding })
    response.end(bytes)
  }

const serve = (made: { readonly cert: string; readonly key: string }) =>
  httpsServer({ cert: made.cert, key: made.key }, json({ ok: true }))

export const transportContract = ({ knowsConnectPhases, knowsReason, layer, name }: TransportUnderTest): void => {
  const send = (made: TransportRequest, ca: ReadonlyArray<string> = []) =>
    Effect.provide(
      Transport.use((transport) => transport.send(made)),
      layer(ca)
    )
  const failing = (made: TransportRequest, ca: ReadonlyArray<string> = []) => Effect.flip(send(made, ca))

  /** Sends a request to a server, lets what it sends arrive, and then lets the time of the request run out. */
  const timeOut = (service: TestServer, origin = service.origin, closes = true) =>
    Effect.gen(function* () {
      const transport = yield* Transport
      const made = request(origin, { timeLimitMillis: 60_000 })
      const fiber = yield* Effect.forkChild(Effect.flip(transport.send(made)), { startImmediately: true })
      yield* connected(service)
      yield* TestClock.adjust(59_999)
      assert.isUndefined(fiber.pollUnsafe())
      yield* TestClock.adjust(1)
      const failed = yield* Fiber.join(fiber)
      if (closes) yield* Effect.promise(() => service.closed)
      return failed
    }).pipe(Effect.provide(layer([])))

  describe(`${name}: an exchange`, () => {
    it.live('sends method, path, headers and body, and reads the answer', () =>
      Effect.gen(function* () {
        const { origin, requests } = yield* httpServer((_request, response) => {
          response.writeHead(201, 'Made', { 'X-Answer': 'yes', 'set-cookie': ['a=1', 'b=2'] })
          response.end('{"ä":1}')
        })
        const answer = yield* send(
          request(origin, {
            path: '/a%2Fb?c=d',
            headers: [
              ['Content-Type', 'x/y'],
              ['X-Claim', 'v']
            ],
            body: 'ä'
          })
        )
        assert.deepStrictEqual(
          [answer.status, text(answer.body), answer.headers['x-answer'], answer.bodyProblem],
          [201, '{"ä":1}', 'yes', undefined]
        )
        assert.strictEqual(answer.reason, knowsReason ? 'Made' : '')
        assert.deepInclude(requests[0], { method: 'POST', url: '/a%2Fb?c=d', body: 'ä' })
        assert.deepInclude(requests[0]?.headers, { 'content-type': 'x/y', 'x-claim': 'v', 'content-length': '2' })
      })
    )

    it.live('a GET has no body', () =>
      Effect.gen(function* () {
        const { origin, requests } = yield* httpServer(json({}))
        yield* send(request(origin, { method: 'GET', headers: [['accept', 'application/json']], body: undefined }))
        assert.deepInclude(requests[0], { method: 'GET', body: '' })
        assert.notProperty(requests[0]?.headers, 'content-length')
      })
    )

    it.live.each([204, 302, 400, 404, 409, 500, 503])('status %i is an answer', (status) =>
      Effect.gen(function* () {
        const { origin } = yield* httpServer((_request, response) => {
          response.writeHead(status, { location: '/elsewhere' })
          response.end(status === 204 ? undefined : 'body')
        })
        const answer = yield* send(request(origin))
        assert.deepStrictEqual([answer.status, text(answer.body)], [status, status === 204 ? '' : 'body'])
      })
    )

    // undici gives a connection to the next request one turn of the event loop after the answer, so a second one may be opened.
    it.live('keeps connections for the next requests', () =>
      Effect.gen(function* () {
        const { connections, origin } = yield* httpServer(json({}))
        yield* Effect.gen(function* () {
          const transport = yield* Transport
          for (let count = 0; count < 20; count++) yield* transport.send(request(origin))
        }).pipe(Effect.provide(layer([])))
        assert.isAtMost(connections(), 2)
      })
    )

    it.live('sends many requests at a time, and mixes up none', () =>
      Effect.gen(function* () {
        const { origin } = yield* httpServer(({ body }, response) => void setImmediate(() => response.end(body)))
        const bodies = Array.from({ length: 100 }, (_, index) => `body ${index}`)
        const answers = yield* Effect.gen(function* () {
          const transport = yield* Transport
          return yield* Effect.forEach(bodies, (body) => transport.send(request(origin, { body })), { concurrency: 16 })
        }).pipe(Effect.provide(layer([])))
        assert.deepStrictEqual(
          answers.map(({ body }) => text(body)),
          bodies
        )
      })
    )

    it.live('reads a body that comes in chunks', () =>
      Effect.gen(function* () {
        const { origin } = yield* cannedServer(
          'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\ntrailer: z\r\n\r\n',
          'keep'
        )
        assert.strictEqual(text((yield* send(request(origin))).body), 'abcde')
      })
    )

    it.live('reads a body that ends with the connection', () =>
      Effect.gen(function* () {
        const { origin } = yield* cannedServer('HTTP/1.0 200 OK\r\n\r\nabc', 'close')
        assert.strictEqual(text((yield* send(request(origin))).body), 'abc')
      })
    )

    it.live('passes over informational answers', () =>
      Effect.gen(function* () {
        const { origin } = yield* cannedServer(
          'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
          'keep'
        )
        const answer = yield* send(request(origin))
        assert.deepStrictEqual([answer.status, text(answer.body)], [200, 'ok'])
      })
    )

    it.live('adds no headers of tracing', () =>
      Effect.gen(function* () {
        const { origin, requests } = yield* httpServer(json({}))
        yield* Effect.withSpan(send(request(origin)), 'a traced journey')
        const names = Object.keys(requests[0]?.headers ?? {})
        assert.deepStrictEqual(
          names.filter((header) => /^(b3|traceparent|tracestate|baggage|x-b3-.*)$/.test(header)),
          []
        )
      })
    )

    it.live('does not follow redirects', () =>
      Effect.gen(function* () {
        const { origin, requests } = yield* httpServer((_request, response) => {
          response.writeHead(307, { location: '/again' })
          response.end()
        })
        assert.strictEqual((yield* send(request(origin))).status, 307)
        assert.strictEqual(requests.length, 1)
      })
    )
  })

  describe(`${name}: compressed bodies`, () => {
    const body = '{"name":"Ann"}'.repeat(10)
    const encoded: ReadonlyArray<readonly [string, Uint8Array]> = [
      ['gzip', gzipSync(body)],
      ['x-gzip', gzipSync(body)],
      ['deflate', deflateSync(body)],
      ['br', brotliCompressSync(body)],
      ['GZIP', gzipSync(body)]
    ]

    it.live.each(encoded)('%s', ([encoding, bytes]) =>
      Effect.gen(function* () {
        const { origin } = yield* httpServer(answering(encoding, bytes))
        const answer = yield* send(request(origin))
        assert.deepStrictEqual([text(answer.body), answer.bodyProblem], [body, undefined])
      })
    )

    it.live('an empty body has nothing to decode', () =>
      Effect.gen(function* () {
        const { origin } = yield* httpServer(answering('gzip', new Uint8Array(0)))
        const answer = yield* send(request(origin))
        assert.deepStrictEqual([answer.status, answer.body.length, answer.bodyProblem], [200, 0, undefined])
      })
    )

    it.live('a body that is small only as long as it is compressed', () =>
      Effect.gen(function* () {
        const { origin } = yield* httpServer(answering('gzip', gzipSync(Buffer.alloc(1_000_000))))
        const answer = yield* send(request(origin))
        assert.strictEqual(answer.bodyProblem, 'the body is larger than 100000 bytes')
      })
    )
  })

  describe(`${name}: bodies that are too large`, () => {
    it.live('by their Content-Length', () =>
      Effect.gen(function* () {
        const { origin } = yield* httpServer((_request, response) => {
          response.writeHead(200, { 'content-length': 200_000 })
          response.write('x'.repeat(10))
        })
        const answer = yield* send(
          request(origin, { maxBodyBytes: 1000, timeLimitMillis: 1000, method: 'GET', body: undefined })
        )
        assert.deepStrictEqual([answer.status, answer.bodyProblem], [200, 'the body is larger than 1000 bytes'])
      })
    )

    it.live('by what arrives, of which no more is read', () =>
      Effect.gen(function* () {
        const { closed, origin } = yield* httpServer((_request, response) => {
          response.writeHead(409)
          const write = () => {
            while (!response.destroyed && response.write('x'.repeat(10_000)));
          }
          response.on('drain', write)
          write()
        })
        const answer = yield* send(request(origin))
        assert.deepStrictEqual([answer.status, answer.bodyProblem], [409, 'the body is larger than 100000 bytes'])
        yield* Effect.promise(() => closed)
      })
    )
  })

  describe(`${name}: no connection`, () => {
    it.live('nobody listens', () =>
      Effect.gen(function* () {
        const port = yield* closedPort
        const { failure, status } = yield* failing(request(`http://127.0.0.1:${port}`))
        assert.deepStrictEqual(
          { ...failure },
          {
            _tag: 'ConnectionFailed',
            host: `127.0.0.1:${port}`,
            phase: 'connect',
            code: 'ECONNREFUSED',
            sent: false
          }
        )
        assert.isUndefined(status)
      })
    )

    it.live('the name does not resolve', () =>
      Effect.gen(function* () {
        const { failure } = yield* failing(request('http://nowhere.invalid'))
        assert.strictEqual(failure._tag, 'DnsResolutionFailed')
        assert.match(failure._tag === 'DnsResolutionFailed' ? failure.code : '', /^(ENOTFOUND|EAI_AGAIN)$/)
        assert.strictEqual(failure._tag === 'DnsResolutionFailed' ? failure.host : '', 'nowhere.invalid')
      })
    )
  })

  describe(`${name}: connections that break`, () => {
    const cases: ReadonlyArray<{
      readonly name: string
      readonly bytes: string
      readonly end: 'close' | 'reset'
      readonly phase: string
      readonly status: number | undefined
    }> = [
      { name: 'closed before the answer', bytes: '', end: 'close', phase: 'headers', status: undefined },
      { name: 'reset before the answer', bytes: '', end: 'reset', phase: 'headers', status: undefined },
      {
        name: 'closed in the headers',
        bytes: 'HTTP/1.1 200 OK\r\ncontent-le',
        end: 'close',
        phase: 'headers',
        status: undefined
      },
      { name: 'no HTTP', bytes: 'SSH-2.0-OpenSSH_9.6\r\n', end: 'close', phase: 'headers', status: undefined },
      {
        name: 'closed in the body',
        bytes: 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc',
        end: 'close',
        phase: 'body',
        status: 200
      },
      {
        name: 'reset in the body',
        bytes: 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc',
        end: 'reset',
        phase: 'body',
        status: 200
      },
      {
        name: 'closed between chunks',
        bytes: 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n',
        end: 'close',
        phase: 'body',
        status: 200
      },
      {
        name: 'chunks that are none',
        bytes: 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzzz\r\n',
        end: 'close',
        phase: 'body',
        status: 200
      },
      {
        name: 'headers that are too large',
        bytes: `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`,
        end: 'close',
        phase: 'headers',
        status: undefined
      }
    ]

    it.live.each(cases)('$name', ({ bytes, end, phase, status }) =>
      Effect.gen(function* () {
        const { origin } = yield* cannedServer(bytes, end)
        const failed = yield* failing(request(origin))
        const { failure } = failed
        assert.strictEqual(failure._tag, 'ConnectionFailed')
        if (failure._tag !== 'ConnectionFailed') return
        assert.deepStrictEqual(
          [failure.phase, failure.sent, failed.status, failure.host],
          [phase, true, status, origin.slice('http://'.length)]
        )
      })
    )
  })

  describe(`${name}: no time left`, () => {
    it.effect('no headers', () =>
      Effect.gen(function* () {
        const service = yield* tcpServer((socket) => void socket.resume())
        const { failure, status } = yield* timeOut(service)
        assert.deepStrictEqual(
          { ...failure },
          {
            _tag: 'RequestTimeout',
            host: service.origin.slice('http://'.length),
            phase: 'headers',
            afterMillis: 60_000
          }
        )
        assert.isUndefined(status)
      })
    )

    it.effect('no end of the body', () =>
      Effect.gen(function* () {
        const service = yield* cannedServer('HTTP/1.1 404 Not Found\r\ncontent-length: 10\r\n\r\nabc', 'keep')
        const { failure, status } = yield* timeOut(service)
        assert.deepInclude(failure, { _tag: 'RequestTimeout', phase: 'body', afterMillis: 60_000 })
        assert.strictEqual(status, 404)
      })
    )

    it.effect('a body that drips for ever', () =>
      Effect.gen(function* () {
        const service = yield* httpServer((_request, response) => {
          response.write('x')
          const drip = setInterval(() => response.write('x'), 1)
          response.on('close', () => clearInterval(drip))
        })
        const { failure } = yield* timeOut(service)
        assert.deepInclude(failure, { _tag: 'RequestTimeout', phase: 'body' })
      })
    )

    it.effect('TLS that is never answered', () =>
      Effect.gen(function* () {
        const service = yield* tcpServer((socket) => void socket.resume())
        const { failure } = yield* timeOut(service, `https://127.0.0.1:${service.port}`, knowsConnectPhases)
        assert.deepInclude(failure, { _tag: 'RequestTimeout', phase: knowsConnectPhases ? 'tls' : 'headers' })
      })
    )
  })

  describe(`${name}: whoever waits goes away`, () => {
    const cases: ReadonlyArray<readonly [string, string]> = [
      ['before the answer', ''],
      ['in the body', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc']
    ]
    it.live.each(cases)('%s: the socket is closed', ([, bytes]) =>
      Effect.gen(function* () {
        const service = yield* cannedServer(bytes, 'keep')
        yield* Effect.gen(function* () {
          const transport = yield* Transport
          const fiber = yield* Effect.forkChild(transport.send(request(service.origin)), { startImmediately: true })
          yield* connected(service)
          yield* Fiber.interrupt(fiber)
          yield* Effect.promise(() => service.closed)
        }).pipe(Effect.provide(layer([])))
      })
    )
  })

  describe(`${name}: TLS`, () => {
    it.live('trusts the authorities that it is given', () =>
      Effect.gen(function* () {
        const { origin } = yield* serve(server)
        assert.strictEqual(text((yield* send(request(origin), [authority.cert])).body), '{"ok":true}')
      })
    )

    const cases: ReadonlyArray<readonly [string, () => { cert: string; key: string }, ReadonlyArray<string>, RegExp]> =
      [
        ['an authority that is not trusted', () => server, [], /^UNABLE_TO_VERIFY_LEAF_SIGNATURE$/],
        ['another authority', () => server, [stranger.cert], /^UNABLE_TO_VERIFY_LEAF_SIGNATURE$/],
        [
          'a certificate that signed itself',
          () => certify('self', { hosts: ['127.0.0.1'] }),
          [],
          /^DEPTH_ZERO_SELF_SIGNED_CERT$/
        ],
        [
          'a certificate for another host',
          () => certify('other', { hosts: ['other.test'] }, authority),
          [authority.cert],
          /^ERR_TLS_CERT_ALTNAME_INVALID$/
        ],
        [
          'a certificate that has expired',
          () => certify('old', { hosts: ['127.0.0.1'], expired: true }, authority),
          [authority.cert],
          /^CERT_HAS_EXPIRED$/
        ]
      ]
    it.live.each(cases)('refuses %s', ([, made, ca, code]) =>
      Effect.gen(function* () {
        const { origin, requests } = yield* serve(made())
        const { failure } = yield* failing(request(origin), ca)
        assert.deepInclude(failure, { _tag: 'ConnectionFailed', phase: 'tls', sent: false })
        assert.match(failure._tag === 'ConnectionFailed' ? failure.code : '', code)
        assert.strictEqual(requests.length, 0)
      })
    )

    it.live('refuses a server that speaks no TLS', () =>
      Effect.gen(function* () {
        const { port } = yield* httpServer(json({}))
        const { failure } = yield* failing(request(`https://127.0.0.1:${port}`))
        assert.deepInclude(failure, { _tag: 'ConnectionFailed', phase: 'tls', sent: false })
      })
    )

    it.live('refuses TLS before 1.2', () =>
      Effect.gen(function* () {
        const { origin } = yield* httpsServer(
          {
            cert: server.cert,
            key: server.key,
            minVersion: 'TLSv1',
            maxVersion: 'TLSv1.1',
            ciphers: 'DEFAULT@SECLEVEL=0'
          },
          json({})
        )
        const { failure } = yield* failing(request(origin), [authority.cert])
        assert.deepInclude(failure, { _tag: 'ConnectionFailed', phase: 'tls', sent: false })
      })
    )
  })
}

export { authority, server }
