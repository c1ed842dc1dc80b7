import { assert, describe, it } from '@effect/vitest'
import { ConnectionFailed, RequestTimeout } from '@trustframe/core/exchange'
import { KeyNotFound, PolicyKeys, type RestfulInput, RestfulProvider, secretKey } from '@trustframe/core/ports'
import type { RestfulAuthentication, RestfulPlan } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import * as Fiber from 'effect/Fiber'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import { TestClock } from 'effect/testing'
import * as Tracer from 'effect/Tracer'
import { layerRestful, type RestfulOptions } from '../src/layerRestful.ts'
import { transportFailure } from '../src/transport/Transport.ts'
import { answer, fakeTransport, type FakeTransport } from './support/fakeTransport.ts'
import { keyReference, restfulPlan } from './support/plan.ts'

const keys = PolicyKeys.layerMemory({
  B2C_1A_User: secretKey('u'),
  b2c_1a_password: secretKey('p'),
  B2C_1A_Token: secretKey('t')
})

const call = (
  transport: FakeTransport,
  plan: RestfulPlan,
  input: RestfulInput = [],
  options: RestfulOptions & { readonly timeLimitMillis?: number } = {},
  layerKeys: Layer.Layer<PolicyKeys> = keys
) =>
  Effect.provide(
    RestfulProvider.use(({ exchange }) => exchange(plan, input, { timeLimitMillis: options.timeLimitMillis })),
    layerRestful(options).pipe(Layer.provide([transport.layer, layerKeys]))
  )

const secretBytes = Redacted.make(new Uint8Array([1]))

const basic: RestfulAuthentication = {
  _tag: 'Basic',
  username: keyReference('BasicAuthenticationUsername', 'B2C_1A_User'),
  password: keyReference('BasicAuthenticationPassword', 'B2C_1A_Password')
}

describe('a call', () => {
  it.effect('sends one request and gives its body', () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1000)
      const transport = fakeTransport(answer(200, { access_token: 'T', expires_in: 3599 }))
      const plan = restfulPlan({
        id: 'RestApi-GetBearerToken',
        sendClaimsIn: 'Form',
        serviceUrl: 'https://login.test/contoso/oauth2/v2.0/token',
        authentication: basic,
        inputs: { Api_Bearer_GrantType: { partner: 'grant_type' }, Api_Bearer_Scope: { partner: 'scope' } },
        outputs: { BearerToken: { partner: 'access_token' } }
      })
      const found = yield* call(transport, plan, ['client_credentials', 'https://login.test/app/.default'])
      assert.deepStrictEqual(transport.requests, [
        {
          method: 'POST',
          origin: 'https://login.test',
          path: '/contoso/oauth2/v2.0/token',
          headers: [
            ['accept', 'application/json'],
            ['user-agent', 'trustframe'],
            ['content-type', 'application/x-www-form-urlencoded'],
            ['authorization', 'Basic dTpw']
          ],
          body: 'grant_type=client_credentials&scope=https%3A%2F%2Flogin.test%2Fapp%2F.default',
          certificate: undefined,
          refuse: 'metadata',
          maxBodyBytes: 1_048_576,
          timeLimitMillis: undefined
        }
      ])
      assert.deepStrictEqual(found, {
        status: 200,
        body: { access_token: 'T', expires_in: 3599 },
        attempts: [
          {
            number: 1,
            startedAtMillis: 1000,
            durationMillis: 0,
            outcome: 'answered',
            method: 'POST',
            url: 'https://login.test/contoso/oauth2/v2.0/token',
            status: 200
          }
        ]
      })
    })
  )

  it.effect('that fails tells which profile, why, and what was sent', () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(call(fakeTransport(answer(404)), restfulPlan({ id: 'REST-GetProfile' })))
      assert.strictEqual(error.message, 'TechnicalProfile "REST-GetProfile": the service answered 404 Not Found')
      assert.deepStrictEqual(
        error.attempts.map(({ outcome, status, url }) => [outcome, status, url]),
        [['StatusRejected', 404, 'https://api.test/p']]
      )
    })
  )

  it.effect('that breaks off in the body keeps the status in its record', () =>
    Effect.gen(function* () {
      const failure = ConnectionFailed.make({ host: 'api.test', phase: 'body', code: 'ECONNRESET', sent: true })
      const error = yield* Effect.flip(
        call(
          fakeTransport(() => Effect.fail(transportFailure(failure, 200))),
          restfulPlan()
        )
      )
      assert.deepStrictEqual({ ...error.failure }, { ...failure })
      assert.strictEqual(error.attempts[0]?.status, 200)
    })
  )

  it.effect('that cannot be made has no record', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(answer(200))
      const plan = restfulPlan({ inputs: { a: { required: true } } })
      const error = yield* Effect.flip(call(transport, plan, [undefined]))
      assert.deepStrictEqual(
        [error.failure._tag, error.attempts.length, transport.requests.length],
        ['RequiredClaimMissing', 0, 0]
      )
    })
  )

  it.effect('that may not be made has no record', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(answer(200))
      const error = yield* Effect.flip(call(transport, restfulPlan(), [], { allow: ['other.test'] }))
      assert.deepStrictEqual(
        [error.failure._tag, error.attempts.length, transport.requests.length],
        ['RequestInvalid', 0, 0]
      )
    })
  )

  it.effect('has the time that its caller gives it, which is what a timeout tells', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(({ timeLimitMillis = 0 }) =>
        Effect.fail(
          transportFailure(RequestTimeout.make({ host: 'api.test', phase: 'headers', afterMillis: timeLimitMillis }))
        )
      )
      const error = yield* Effect.flip(call(transport, restfulPlan(), [], { timeLimitMillis: 10_000 }))
      assert.strictEqual(transport.requests[0]?.timeLimitMillis, 10_000)
      assert.deepInclude(error.failure, { _tag: 'RequestTimeout', afterMillis: 10_000 })
    })
  )
})

describe('host overrides', () => {
  it.effect('send a request elsewhere, and its record says so', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(answer(200))
      const hosts = { 'api.test': 'http://127.0.0.1:8080/stub' }
      const { attempts } = yield* call(transport, restfulPlan(), [], { hosts })
      assert.deepInclude(transport.requests[0], { origin: 'http://127.0.0.1:8080', path: '/stub/p', refuse: 'none' })
      assert.deepInclude(attempts[0], { url: 'https://api.test/p', routedTo: 'http://127.0.0.1:8080' })
    })
  )
})

describe('keys', () => {
  it.effect('match ignoring case', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(answer(200))
      yield* call(transport, restfulPlan({ authentication: basic }))
      assert.deepInclude(transport.requests[0]?.headers ?? [], ['authorization', 'Basic dTpw'])
    })
  )

  it.effect('B22: a key that is not there is named, and nothing is sent', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(answer(200))
      const none = PolicyKeys.layerMemory({ B2C_1A_User: secretKey('u') })
      const error = yield* Effect.flip(call(transport, restfulPlan({ authentication: basic }), [], {}, none))
      assert.deepStrictEqual(
        { ...error.failure },
        {
          _tag: 'KeyUnavailable',
          key: 'BasicAuthenticationPassword',
          storageReferenceId: 'B2C_1A_Password',
          problem: 'absent',
          detail: 'it is not configured'
        }
      )
      assert.strictEqual(transport.requests.length, 0)
    })
  )

  it.effect('are asked for in every call, so that a renewed key is used at once', () =>
    Effect.gen(function* () {
      let asked = 0
      const renewed = Layer.succeed(PolicyKeys, {
        get: () => Effect.sync(() => secretKey(`token ${++asked}`))
      })
      const transport = fakeTransport(answer(200))
      const authentication: RestfulAuthentication = {
        _tag: 'BearerKey',
        token: keyReference('BearerAuthenticationToken', 'x')
      }
      yield* Effect.gen(function* () {
        const { exchange } = yield* RestfulProvider
        const plan = restfulPlan({ authentication })
        yield* exchange(plan, [])
        yield* exchange(plan, [])
      }).pipe(Effect.provide(layerRestful().pipe(Layer.provide([transport.layer, renewed]))))
      assert.deepStrictEqual(
        transport.requests.map(({ headers }) => headers[3]?.[1]),
        ['Bearer token 1', 'Bearer token 2']
      )
    })
  )

  it.effect('that never come use up the time of the call', () =>
    Effect.gen(function* () {
      const silent = Layer.succeed(PolicyKeys, { get: () => Effect.never })
      const plan = restfulPlan({ authentication: basic })
      const fiber = yield* Effect.forkChild(
        Effect.flip(call(fakeTransport(answer(200)), plan, [], { timeLimitMillis: 10_000 }, silent))
      )
      yield* TestClock.adjust('10 seconds')
      const { failure } = yield* Fiber.join(fiber)
      assert.deepInclude(failure, {
        _tag: 'KeyUnavailable',
        problem: 'unanswered',
        detail: 'the key store gave no answer within 10 s'
      })
    })
  )

  it.effect('that take a while leave less time for the request', () =>
    Effect.gen(function* () {
      const slow = Layer.succeed(PolicyKeys, {
        get: (storageReferenceId) =>
          storageReferenceId === 'B2C_1A_User'
            ? Effect.delay(Effect.succeed(secretKey('u')), '3 seconds')
            : storageReferenceId === 'B2C_1A_Password'
              ? Effect.succeed(secretKey('p'))
              : Effect.fail(new KeyNotFound({ storageReferenceId }))
      })
      const transport = fakeTransport(answer(200))
      const fiber = yield* Effect.forkChild(
        call(transport, restfulPlan({ authentication: basic }), [], { timeLimitMillis: 10_000 }, slow)
      )
      yield* TestClock.adjust('3 seconds')
      yield* Fiber.join(fiber)
      assert.strictEqual(transport.requests[0]?.timeLimitMillis, 7000)
    })
  )

  it.effect('a certificate that cannot be used is named by its key', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(() =>
        Effect.fail(transportFailure({ _tag: 'CertificateUnusable', detail: 'mac verify failure' }))
      )
      const authentication: RestfulAuthentication = {
        _tag: 'ClientCertificate',
        certificate: keyReference('ClientCertificate', 'B2C_1A_Certificate')
      }
      const certificate = { _tag: 'Pkcs12', bytes: secretBytes, passphrase: undefined } as const
      const held = PolicyKeys.layerMemory({ B2C_1A_Certificate: { _tag: 'Certificate', certificate } })
      const error = yield* Effect.flip(call(transport, restfulPlan({ authentication }), [], {}, held))
      assert.strictEqual(transport.requests[0]?.certificate, certificate)
      assert.deepStrictEqual(
        { ...error.failure },
        {
          _tag: 'KeyUnavailable',
          key: 'ClientCertificate',
          storageReferenceId: 'B2C_1A_Certificate',
          problem: 'unusable',
          detail: 'mac verify failure'
        }
      )
      assert.deepStrictEqual(error.attempts, [])
    })
  )
})

const to = (location: string, status = 302) => answer(status, undefined, { location })

describe('redirects', () => {
  it.effect('are a status that is rejected, unless they are followed', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(to('/x'))
      const error = yield* Effect.flip(call(transport, restfulPlan()))
      assert.deepInclude(error.failure, { _tag: 'StatusRejected', status: 302, reason: 'Found' })
      assert.strictEqual(transport.requests.length, 1)
    })
  )

  it.effect('are followed as often as is allowed', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(to('/1'), to('/2'), to('/3'))
      const error = yield* Effect.flip(call(transport, restfulPlan(), [], { redirects: 2 }))
      assert.deepStrictEqual(
        transport.requests.map(({ method, path }) => `${method} ${path}`),
        ['POST /p', 'GET /1', 'GET /2']
      )
      assert.deepInclude(error.failure, { _tag: 'StatusRejected', status: 302 })
    })
  )

  it.effect('lead to the answer', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(to('/1', 307), answer(200, { name: 'x' }))
      const found = yield* call(transport, restfulPlan({ outputs: { name: {} } }), [], { redirects: 1 })
      assert.deepStrictEqual([found.body, found.attempts.length], [{ name: 'x' }, 1])
      assert.strictEqual(transport.requests[1]?.body, '{}')
    })
  )

  it.effect('to another origin are asked for permission as every request is', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(to('https://169.254.169.254/latest/meta-data'))
      const error = yield* Effect.flip(call(transport, restfulPlan(), [], { redirects: 5 }))
      assert.strictEqual(error.failure._tag, 'RequestInvalid')
      assert.strictEqual(transport.requests.length, 1)
    })
  )

  it.effect('to another origin take no credentials with them', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(to('https://other.test/x'), answer(200))
      const plan = restfulPlan({
        sendClaimsIn: 'Header',
        authentication: basic,
        inputs: { a: { partner: 'X-Secret' } }
      })
      yield* call(transport, plan, ['s3cret'], { redirects: 1 })
      assert.deepStrictEqual(transport.requests[1]?.headers, [
        ['accept', 'application/json'],
        ['user-agent', 'trustframe']
      ])
    })
  )

  it.effect('go where overrides send their host', () =>
    Effect.gen(function* () {
      const transport = fakeTransport(to('https://other.test/x'), answer(200))
      yield* call(transport, restfulPlan(), [], { redirects: 1, hosts: { 'other.test': 'http://127.0.0.1:1/o' } })
      assert.deepInclude(transport.requests[1], { origin: 'http://127.0.0.1:1', path: '/o/x' })
    })
  )
})

const collecting = () => {
  const spans: Array<Tracer.NativeSpan> = []
  const tracer = Tracer.make({
    span: (options) => {
      const span = new Tracer.NativeSpan(options)
      spans.push(span)
      return span
    }
  })
  return { spans, tracer }
}

describe('spans', () => {
  it.effect('tell of each call when somebody collects them, without any value', () =>
    Effect.gen(function* () {
      const { spans, tracer } = collecting()
      const plan = restfulPlan({ sendClaimsIn: 'QueryString', inputs: { a: {} } })
      yield* call(fakeTransport(answer(500)), plan, ['value']).pipe(
        Effect.ignore,
        Effect.provideService(Tracer.Tracer, tracer)
      )
      assert.deepStrictEqual(
        spans.map(({ attributes, kind, name }) => ({ name, kind, attributes: Object.fromEntries(attributes) })),
        [
          {
            name: 'RestfulProvider.exchange',
            kind: 'client',
            attributes: {
              'trustframe.technical_profile': 'R',
              'http.request.method': 'GET',
              'url.template': 'https://api.test/p',
              'http.response.status_code': 500,
              'error.type': 'StatusRejected'
            }
          }
        ]
      )
    })
  )
})
