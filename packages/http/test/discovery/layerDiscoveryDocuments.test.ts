/** Documents of identity providers: how they are read, how long they are used, and what becomes of faults. */
import { assert, describe, it } from '@effect/vitest'
import { DiscoveryDocuments } from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'
import * as Fiber from 'effect/Fiber'
import * as Layer from 'effect/Layer'
import type * as Scope from 'effect/Scope'
import * as TestClock from 'effect/testing/TestClock'
import { type DiscoveryOptions, layerDiscoveryDocuments } from '../../src/discovery/layerDiscoveryDocuments.ts'
import { layerUndici } from '../../src/transport/layerUndici.ts'
import { answer, fakeTransport, type Step } from '../support/fakeTransport.ts'
import { cannedServer, closedPort, httpServer, json, tcpServer, type Handler } from '../support/servers.ts'

const url = 'https://idp.test/doc'

const read = (options: { readonly fresh?: boolean } = {}, from = url) =>
  DiscoveryDocuments.use((documents) => documents.read(from, options))

const sent = (steps: ReadonlyArray<Step>, options: DiscoveryOptions = {}) => {
  const transport = fakeTransport(...steps)
  return { transport, layer: layerDiscoveryDocuments(options).pipe(Layer.provide(transport.layer)) }
}

const cached = (value: string): Record<string, string> => ({ 'cache-control': value })

describe('how long a document is used', () => {
  const rows: ReadonlyArray<readonly [what: string, headers: Record<string, string>, used: number, until: number]> = [
    ['an hour, when nobody says', {}, 3599, 3600],
    ['as long as it says', cached('public, max-age=600'), 599, 600],
    ['without the time it spent on the way', { ...cached('max-age=600'), age: '200' }, 399, 400],
    ['a minute at least', cached('max-age=1'), 59, 60],
    ['a minute, when it must not be kept', cached('no-store'), 59, 60],
    ['a day at most', cached('max-age=31536000'), 86_399, 86_400]
  ]
  it.effect.each(rows)('%s', ([, headers, used, until]) => {
    const { layer, transport } = sent([answer(200, { a: 1 }, headers)])
    return Effect.gen(function* () {
      yield* read()
      yield* TestClock.setTime(used * 1000)
      yield* read()
      assert.strictEqual(transport.requests.length, 1)
      yield* TestClock.setTime(until * 1000)
      yield* read()
      assert.strictEqual(transport.requests.length, 2)
    }).pipe(Effect.provide(layer))
  })
})

describe('a fresh document', () => {
  it.effect('is read once a minute at most, whoever asks', () => {
    const { layer, transport } = sent([answer(200, { a: 1 }), answer(200, { a: 2 })])
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* read(), { a: 1 })
      assert.deepStrictEqual(yield* read({ fresh: true }), { a: 1 })
      yield* TestClock.adjust('59 seconds')
      assert.deepStrictEqual(yield* read({ fresh: true }), { a: 1 })
      yield* TestClock.adjust('1 second')
      assert.deepStrictEqual(yield* read({ fresh: true }), { a: 2 })
      assert.deepStrictEqual(yield* read(), { a: 2 })
      assert.strictEqual(transport.requests.length, 2)
    }).pipe(Effect.provide(layer))
  })

  it.effect('is read as often as a runtime wants', () => {
    const { layer, transport } = sent([answer(200, {})], { minInterval: '5 seconds' })
    return Effect.gen(function* () {
      yield* read()
      yield* TestClock.adjust('5 seconds')
      yield* read({ fresh: true })
      assert.strictEqual(transport.requests.length, 2)
    }).pipe(Effect.provide(layer))
  })
})

describe('a document that cannot be read anew', () => {
  it.effect('is used for another day, tried once a minute, and then given up', () => {
    const { layer, transport } = sent([answer(200, { a: 1 }), answer(500)])
    return Effect.gen(function* () {
      yield* read()
      yield* TestClock.adjust('1 hour')
      assert.deepStrictEqual(yield* read(), { a: 1 })
      assert.deepStrictEqual(yield* read(), { a: 1 })
      assert.strictEqual(transport.requests.length, 2)
      yield* TestClock.adjust('1 minute')
      yield* read()
      assert.strictEqual(transport.requests.length, 3)
      yield* TestClock.adjust('23 hours')
      const { message } = yield* Effect.flip(read())
      assert.strictEqual(
        message,
        'the document at https://idp.test/doc cannot be read: the server answered 500 Internal Server Error'
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect('is asked for again at once when there is nothing else', () => {
    const { layer } = sent([answer(503), answer(200, { a: 1 })])
    return Effect.gen(function* () {
      yield* Effect.flip(read())
      assert.deepStrictEqual(yield* read(), { a: 1 })
    }).pipe(Effect.provide(layer))
  })
})

const slow: Step = (request) => Effect.delay(answer(200, { a: 1 })(request), '5 seconds')

describe('a document that is being read', () => {
  it.effect('is read once for everybody who asks', () => {
    const { layer, transport } = sent([slow])
    return Effect.gen(function* () {
      const readers = yield* Effect.forkChild(
        Effect.all([read(), read({ fresh: true }), read()], { concurrency: 'unbounded' }),
        { startImmediately: true }
      )
      yield* TestClock.adjust('5 seconds')
      assert.deepStrictEqual(yield* Fiber.join(readers), [{ a: 1 }, { a: 1 }, { a: 1 }])
      assert.strictEqual(transport.requests.length, 1)
    }).pipe(Effect.provide(layer))
  })

  it.effect('reaches the others when the first one goes away', () => {
    const { layer, transport } = sent([slow])
    return Effect.gen(function* () {
      const first = yield* Effect.forkChild(read(), { startImmediately: true })
      const second = yield* Effect.forkChild(read(), { startImmediately: true })
      yield* Fiber.interrupt(first)
      yield* TestClock.adjust('5 seconds')
      assert.deepStrictEqual(yield* Fiber.join(second), { a: 1 })
      assert.strictEqual(transport.requests.length, 1)
    }).pipe(Effect.provide(layer))
  })
})

it.effect('the documents that nobody asked for longest are forgotten first', () => {
  const { layer, transport } = sent([answer(200, {})], { capacity: 2 })
  return Effect.gen(function* () {
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) yield* read({}, `https://idp.test/${name}`)
    assert.deepStrictEqual(
      transport.requests.map(({ path }) => path),
      ['/a', '/b', '/c', '/b']
    )
  }).pipe(Effect.provide(layer))
})

const text =
  (body: string): Handler =>
  (_request, response) =>
    void response.end(body)

describe('every fault, over real sockets', () => {
  const faults: ReadonlyArray<
    readonly [
      what: string,
      server: Effect.Effect<{ readonly origin: string }, never, Scope.Scope>,
      detail: RegExp,
      options?: DiscoveryOptions
    ]
  > = [
    ['DNS', Effect.succeed({ origin: 'https://nowhere.invalid' }), /"nowhere\.invalid" does not resolve/],
    [
      'refused',
      Effect.map(closedPort, (port) => ({ origin: `http://127.0.0.1:${port}` })),
      /failed while connecting \(ECONNREFUSED\)/
    ],
    ['reset', cannedServer('', 'reset'), /failed while waiting for the answer/],
    ['not found', httpServer(json({}, 404)), /answered 404 Not Found$/],
    ['no JSON', httpServer(text('<html>')), /^the body is not valid JSON$/],
    ['no object', httpServer(text('[1]')), /^the body is no JSON object$/],
    ['too large', httpServer(json({ a: 'x'.repeat(100) })), /larger than 50 bytes/, { maxBodyBytes: 50 }],
    ['too slow', tcpServer((socket) => void socket.resume()), /within 0\.1 s/, { timeLimit: '100 millis' }],
    ['plain HTTP', Effect.succeed({ origin: 'http://idp.invalid' }), /without TLS/],
    ['a host that is not allowed', httpServer(json({})), /allow-list/, { allow: ['idp.test'] }],
    ['no URL', Effect.succeed({ origin: 'idp' }), /^the request cannot be made: "idp\/doc" is not an absolute/]
  ]
  it.live.each(faults)('%s', ([, server, detail, options = {}]) =>
    Effect.gen(function* () {
      const { origin } = yield* server
      const error = yield* Effect.flip(read({}, `${origin}/doc?code=s3cret`)).pipe(
        Effect.provide(layerDiscoveryDocuments(options).pipe(Layer.provide(layerUndici())))
      )
      assert.match(error.detail, detail)
      assert.notInclude(JSON.stringify([error, error.message]), 's3cret')
    })
  )
})

const redirecting =
  (target: string): Handler =>
  (request, response) => {
    if (request.url === '/end') response.end('{"a":1}')
    else response.writeHead(302, { location: target }).end()
  }

describe('redirects', () => {
  it.live('are followed, and end', () =>
    Effect.gen(function* () {
      const well = yield* httpServer(redirecting('/end'))
      assert.deepStrictEqual(yield* read({}, `${well.origin}/doc`), { a: 1 })
      const round = yield* httpServer(redirecting('/doc'))
      const { detail } = yield* Effect.flip(read({}, `${round.origin}/doc`))
      assert.strictEqual(detail, 'the server answered 302 Found')
      assert.strictEqual(round.requests.length, 4)
    }).pipe(Effect.provide(layerDiscoveryDocuments().pipe(Layer.provide(layerUndici()))))
  )

  it.live('do not lead where requests may not go', () =>
    Effect.gen(function* () {
      const { origin } = yield* httpServer(redirecting('http://169.254.169.254/latest'))
      const { detail } = yield* Effect.flip(read({}, `${origin}/doc`))
      assert.match(detail, /must not call/)
    }).pipe(Effect.provide(layerDiscoveryDocuments({ plainHttp: 'always' }).pipe(Layer.provide(layerUndici()))))
  )
})

it.live('a host override reads the document elsewhere', () =>
  Effect.gen(function* () {
    const { origin, requests } = yield* httpServer(json({ a: 1 }))
    const layer = layerDiscoveryDocuments({ hosts: { 'idp.test': `${origin}/stub` } }).pipe(
      Layer.provide(layerUndici())
    )
    assert.deepStrictEqual(yield* Effect.provide(read(), layer), { a: 1 })
    assert.strictEqual(requests[0]?.url, '/stub/doc')
  })
)
