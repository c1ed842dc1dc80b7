/** Whole exchanges over real sockets: provider, transport and resilience together. */
import { assert, describe, it } from '@effect/vitest'
import { PolicyKeys, type RestfulInput, RestfulProvider, secretKey } from '@trustframe/core/ports'
import { CircuitStore, layerResilient, type ResilienceOptions } from '@trustframe/core/resilience'
import type { RestfulPlan } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import * as Fiber from 'effect/Fiber'
import * as Layer from 'effect/Layer'
import type * as Scope from 'effect/Scope'
import { layerRestful, type RestfulOptions } from '../src/layerRestful.ts'
import { layerTokenReuse } from '../src/layerTokenReuse.ts'
import { layerUndici, type UndiciOptions } from '../src/transport/layerUndici.ts'
import { bearerClaim, keyReference, restfulPlan } from './support/plan.ts'
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
} from './support/servers.ts'
import { server as certified } from './transport/contract.ts'

interface StackOptions {
  readonly resilience?: ResilienceOptions
  readonly restful?: RestfulOptions
  readonly undici?: UndiciOptions
}

const keys = PolicyKeys.layerMemory({
  B2C_1A_RestApiClientId: secretKey('client'),
  B2C_1A_RestApiClientSecret: secretKey('s3cret')
})

const stack = ({ resilience = {}, restful = {}, undici = {} }: StackOptions = {}) =>
  layerResilient({ retry: { delay: '1 millis' }, ...resilience }).pipe(
    Layer.provide([layerRestful(restful), CircuitStore.layerMemory]),
    Layer.provide([layerUndici(undici), keys])
  )

const call = (plan: RestfulPlan, input: RestfulInput = []) =>
  RestfulProvider.use(({ exchange }) => exchange(plan, input))

/** `R` at a server of the tests, with one output claim. */
const planFor = ({ origin }: Pick<TestServer, 'origin'>) =>
  restfulPlan({ serviceUrl: `${origin}/p`, outputs: { name: {} } })

/** What a call came to: the tag of the failure, and the tries that were made. */
const outcome = (plan: RestfulPlan) =>
  Effect.match(call(plan), {
    onSuccess: ({ attempts }) => ['answered', attempts.length],
    onFailure: ({ attempts, failure }) => [failure._tag, attempts.length]
  })

describe('every fault, as a call sees it', () => {
  const faults: ReadonlyArray<
    readonly [
      name: string,
      server: Effect.Effect<{ readonly origin: string }, never, Scope.Scope>,
      tag: string,
      tries: number
    ]
  > = [
    ['DNS', Effect.succeed({ origin: 'https://nowhere.invalid' }), 'DnsResolutionFailed', 1],
    ['refused', Effect.map(closedPort, (port) => ({ origin: `http://127.0.0.1:${port}` })), 'ConnectionFailed', 2],
    ['reset', cannedServer('', 'reset'), 'ConnectionFailed', 1],
    [
      'closed in the body',
      cannedServer('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{', 'close'),
      'ConnectionFailed',
      1
    ],
    ['no HTTP', cannedServer('hello\r\n', 'close'), 'ConnectionFailed', 1],
    ['no headers in time', tcpServer((socket) => void socket.resume()), 'RequestTimeout', 2],
    ['no body in time', cannedServer('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{', 'keep'), 'RequestTimeout', 2],
    [
      'TLS that is not trusted',
      httpsServer({ cert: certified.cert, key: certified.key }, json({})),
      'ConnectionFailed',
      1
    ],
    ['500', httpServer(json({}, 500)), 'StatusRejected', 1],
    ['401', httpServer(json({}, 401)), 'StatusRejected', 1],
    ['a refusal by the contract', httpServer(json({ status: 409, userMessage: 'no' }, 409)), 'ServiceRejected', 1],
    [
      'a refusal that is no JSON',
      httpServer((_request, response) => void response.writeHead(400).end('oops')),
      'ErrorResponseUnreadable',
      1
    ],
    ['broken JSON', httpServer((_request, response) => void response.end('{"name":')), 'AnswerUnreadable', 1],
    ['a missing member, which is no fault', httpServer(json({})), 'answered', 1]
  ]

  it.live.each(faults)('%s', ([, server, tag, tries]) =>
    Effect.gen(function* () {
      const { origin } = yield* server
      assert.deepStrictEqual(yield* outcome(planFor({ origin })), [tag, tries])
    }).pipe(Effect.provide(stack(tag === 'RequestTimeout' ? { resilience: { timeout: '100 millis' } } : {})))
  )
})

describe('tries over real sockets', () => {
  it.live('a service that is slow once is asked twice', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* httpServer((_request, response, count) => {
        if (count > 1) response.end('{"name":"x"}')
      })
      const answer = yield* call(planFor({ origin }))
      assert.deepStrictEqual(
        answer.attempts.map((attempt) => attempt.outcome),
        ['RequestTimeout', 'answered']
      )
      assert.strictEqual(requests.length, 2)
    }).pipe(Effect.provide(stack({ resilience: { timeout: '1 second' } })))
  )

  it.live('a POST is not repeated when that is not wanted', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* httpServer(() => undefined)
      assert.deepStrictEqual(yield* outcome(planFor({ origin })), ['RequestTimeout', 1])
      assert.strictEqual(requests.length, 1)
    }).pipe(Effect.provide(stack({ resilience: { timeout: '200 millis', retry: { nonIdempotent: false } } })))
  )

  it.live('a service asks for patience by Retry-After', () =>
    Effect.gen(function* () {
      const { origin } = yield* httpServer((_request, response, count) => {
        if (count > 1) response.end('{}')
        else response.writeHead(503, { 'retry-after': '1' }).end()
      })
      const { attempts } = yield* call(planFor({ origin }))
      assert.isAtLeast(attempts[1]?.delayMillis ?? 0, 1000)
    }).pipe(Effect.provide(stack({ resilience: { retry: { statuses: [503] } } })))
  )

  it.live('the circuit of a service that fails opens, and closes when it is well again', () => {
    let isIll = true
    const resilience: ResilienceOptions = {
      tries: 1,
      circuitBreaker: { consecutiveFailures: 3, breakDuration: '1 second' }
    }
    return Effect.gen(function* () {
      const { origin, requests } = yield* httpServer((request, response, count) =>
        json({}, isIll ? 500 : 200)(request, response, count)
      )
      const plan = planFor({ origin })
      const tags: Array<unknown> = []
      for (let count = 0; count < 5; count++) tags.push((yield* outcome(plan))[0])
      assert.deepStrictEqual(tags, ['StatusRejected', 'StatusRejected', 'StatusRejected', 'CircuitOpen', 'CircuitOpen'])
      assert.strictEqual(requests.length, 3)
      isIll = false
      yield* Effect.sleep('1 second')
      assert.deepStrictEqual(
        [yield* outcome(plan), yield* outcome(plan)],
        [
          ['answered', 1],
          ['answered', 1]
        ]
      )
    }).pipe(Effect.provide(stack({ resilience })))
  })

  it.live('a bulkhead keeps requests from a service', () => {
    let atATime = 0
    let most = 0
    const slow: Handler = (_request, response) => {
      atATime += 1
      most = Math.max(most, atATime)
      setTimeout(() => {
        atATime -= 1
        response.end('{}')
      }, 10)
    }
    return Effect.gen(function* () {
      const { origin } = yield* httpServer(slow)
      const plan = planFor({ origin })
      const found = yield* Effect.all(
        Array.from({ length: 20 }, () => outcome(plan)),
        { concurrency: 20 }
      )
      assert.strictEqual(most, 3)
      assert.deepStrictEqual(found.filter(([tag]) => tag === 'answered').length, 8)
      assert.deepStrictEqual(found.filter(([tag]) => tag === 'BulkheadFull').length, 12)
    }).pipe(Effect.provide(stack({ resilience: { bulkhead: { concurrency: 3, queue: 5 }, timeout: '5 seconds' } })))
  })
})

describe('a caller who goes away', () => {
  it.live('takes the socket with it', () =>
    Effect.gen(function* () {
      const server = yield* tcpServer((socket) => void socket.resume())
      const fiber = yield* Effect.forkChild(call(planFor(server)), { startImmediately: true })
      yield* connected(server)
      yield* Fiber.interrupt(fiber)
      yield* Effect.promise(() => server.closed)
    }).pipe(Effect.provide(stack({ resilience: { timeout: '1 hour' } })))
  )
})

describe('B28: a client-credentials token, and the call that needs it', () => {
  const tokenProfile = restfulPlan({
    id: 'RestApi-GetBearerToken',
    sendClaimsIn: 'Form',
    serviceUrl: 'https://login.microsoftonline.com/contoso/oauth2/v2.0/token',
    authentication: {
      _tag: 'Basic',
      username: keyReference('BasicAuthenticationUsername', 'B2C_1A_RestApiClientId'),
      password: keyReference('BasicAuthenticationPassword', 'B2C_1A_RestApiClientSecret')
    },
    inputs: { Api_Bearer_GrantType: { partner: 'grant_type' }, Api_Bearer_Scope: { partner: 'scope' } },
    outputs: { BearerToken: { partner: 'access_token', secret: true } }
  })
  const apiProfile = restfulPlan({
    id: 'RestApi-GetProfile',
    sendClaimsIn: 'Url',
    serviceUrl: 'https://api.contoso.com/profile/{objectId}',
    authentication: bearerClaim('BearerToken', 0),
    inputs: { BearerToken: { secret: true }, ObjectId: { partner: 'id' } },
    outputs: { Name: { partner: 'name' }, FeatureGroup: { partner: 'featureGroup' } }
  })
  const services = Effect.gen(function* () {
    const token = yield* httpServer(json({ token_type: 'Bearer', expires_in: 3599, access_token: 'T' }))
    const api = yield* httpServer(json({ name: 'Ann', featureGroup: 'beta' }))
    const hosts = { 'login.microsoftonline.com': token.origin, 'api.contoso.com': api.origin }
    return { token, api, hosts }
  })
  const credentials: RestfulInput = ['client_credentials', 'https://contoso/api/.default']

  it.live('go over the wire as B2C sends them', () =>
    Effect.gen(function* () {
      const { api, hosts, token } = yield* services
      yield* Effect.gen(function* () {
        const { body } = yield* call(tokenProfile, credentials)
        assert.deepInclude(body, { access_token: 'T' })
        const profile = yield* call(apiProfile, ['T', '42'])
        assert.deepStrictEqual(profile.body, { name: 'Ann', featureGroup: 'beta' })
      }).pipe(Effect.provide(stack({ restful: { hosts } })))
      assert.deepInclude(token.requests[0], {
        method: 'POST',
        url: '/contoso/oauth2/v2.0/token',
        body: 'grant_type=client_credentials&scope=https%3A%2F%2Fcontoso%2Fapi%2F.default'
      })
      assert.strictEqual(token.requests[0]?.headers.authorization, `Basic ${btoa('client:s3cret')}`)
      assert.deepInclude(api.requests[0], { method: 'GET', url: '/profile/42', body: '' })
      assert.strictEqual(api.requests[0]?.headers.authorization, 'Bearer T')
      assert.notProperty(api.requests[0]?.headers, 'content-type')
    })
  )

  it.live('each execution asks for a token, as in B2C, unless tokens are reused', () =>
    Effect.gen(function* () {
      const { hosts, token } = yield* services
      const twice = Effect.andThen(call(tokenProfile, credentials), call(tokenProfile, credentials))
      const layer = stack({ restful: { hosts } })
      yield* Effect.provide(twice, layer)
      assert.strictEqual(token.requests.length, 2)
      yield* Effect.provide(twice, layerTokenReuse().pipe(Layer.provide(layer)))
      assert.strictEqual(token.requests.length, 3)
    })
  )

  it.live('no secret is in what a call tells of itself', () =>
    Effect.gen(function* () {
      const { hosts } = yield* services
      const found = yield* Effect.gen(function* () {
        const answer = yield* call(apiProfile, ['s3cret-token', '42'])
        const failing = yield* Effect.flip(call(apiProfile, ['s3cret\ntoken', '42']))
        const unknown = yield* Effect.flip(
          call(restfulPlan({ ...apiOptions, authentication: bearerClaim('BearerToken', 0) }), ['s3cret-token'])
        )
        return [answer.attempts, failing, failing.message, unknown, unknown.message]
      }).pipe(Effect.provide(stack({ restful: { hosts }, resilience: { tries: 1 } })))
      assert.notInclude(JSON.stringify(found), 's3cret')
    })
  )

  const apiOptions = {
    sendClaimsIn: 'QueryString',
    serviceUrl: 'http://127.0.0.1:9/p?code=s3cret',
    inputs: { BearerToken: { secret: true } }
  } as const
})
