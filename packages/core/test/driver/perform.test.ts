/** The driver: what journeys ask of the ports reaches them, and what they lack is said. */
import { assert, describe, it } from '@effect/vitest'
import { stringifyJson } from '@trustframe/claims'
import { Interpreter, type JourneyEvent, type JourneyOutcome, showEntry, type TraceEntry } from '@trustframe/core'
import {
  ConditionalAccess,
  CustomProviders,
  Directory,
  type DirectoryRequest,
  IdentityProviders,
  OneTimePasswords,
  Outbox,
  RestfulProvider,
  Telemetry,
  type TelemetryEvent,
  TokenVerifier,
  TotpDevices
} from '@trustframe/core/ports'
import type { JourneyPlan } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import { context } from '../support/Journey.ts'
import { claim, compile, exchange, field, page, type Parts, profile, send } from '../support/policy.ts'

const layerServices = Layer.succeed(RestfulProvider, { exchange: () => Effect.die('no service is called') })

const start = (plan: JourneyPlan, claims: Readonly<Record<string, string>> = {}) =>
  Interpreter.use((interpreter) => interpreter.start(plan, { context, claims: new Map(Object.entries(claims)) }))

const errorOf = (outcome: JourneyOutcome) => (outcome._tag === 'Failed' ? outcome.error.description : outcome._tag)

const bind = (item: string, pairs: string): string =>
  pairs
    .split(' ')
    .map((pair) => {
      const [id, partner] = pair.split('>')
      return `<${item} ClaimTypeReferenceId="${id}" PartnerClaimType="${partner}" />`
    })
    .join('')

const one = (
  call: string,
  claims = claim('a') + claim('b') + claim('c', '', 'stringCollection') + claim('n', '', 'int')
): Parts => ({
  claims,
  profiles: call,
  steps: exchange(1, 'Call') + send(2)
})

const mfa = (operation: string, input: string, output = 'b>none') =>
  one(
    profile('Call', {
      handler: 'mfa',
      metadata: { Operation: operation },
      input: bind('InputClaim', input),
      output: bind('OutputClaim', output)
    })
  )

const directory = one(
  profile('Call', {
    handler: 'directory',
    metadata: { Operation: 'Write' },
    input: bind('InputClaim', 'a>objectId'),
    persisted: bind('PersistedClaim', 'b>password'),
    output: 'objectId'
  })
)

const access = one(
  profile('Call', {
    handler: 'access',
    metadata: { OperationType: 'Evaluation' },
    input: bind('InputClaim', 'a>UserId'),
    output: bind('OutputClaim', 'c>Challenges')
  })
)

const idp = one(
  profile('Call', {
    protocol: 'OpenIdConnect',
    metadata: { client_id: 'c', METADATA: 'https://idp.test' },
    output: 'objectId'
  })
)

const hint: Parts = {
  ...one(profile('Call', { protocol: 'None', output: 'a' })),
  steps: '<OrchestrationStep Order="1" Type="GetClaims" CpimIssuerTechnicalProfileReferenceId="Call" />' + send(2)
}

describe('a runtime without a port', () => {
  it.effect.each<[port: string, parts: Parts]>([
    ['Directory', directory],
    ['OneTimePasswords', mfa('OneWaySMS', 'a>phoneNumber')],
    ['TotpDevices', mfa('GetAvailableDevices', 'a>userPrincipalName')],
    ['ConditionalAccess', access],
    ['IdentityProviders', idp],
    ['TokenVerifier', hint]
  ])('ends the journey and names the port: %s', ([port, parts]) =>
    Effect.gen(function* () {
      const given = { ...context, parameters: { id_token_hint: 'jwt' } }
      const outcome = yield* Interpreter.use((interpreter) =>
        interpreter.start(compile(parts), { context: given, claims: new Map([['a', '+12065550100']]) })
      )
      assert.strictEqual(
        errorOf(outcome),
        `technical profile "Call" needs the port ${port}, which this runtime does not provide`
      )
    }).pipe(Effect.provide(Interpreter.layer.pipe(Layer.provide(layerServices))))
  )
})

describe('a runtime with its ports', () => {
  const asked: Array<unknown> = []
  const events: Array<TelemetryEvent> = []
  const ports = Layer.mergeAll(
    layerServices,
    Layer.succeed(Directory, {
      authenticate: ({ password, username }) =>
        Effect.sync(() => {
          asked.push([username, Redacted.value(password)])
          return { _tag: 'PasswordRight', attributes: { objectId: '42' } } as const
        }),
      perform: (request: DirectoryRequest) =>
        Effect.sync(() => {
          asked.push(request)
          return { _tag: 'AccountWritten', attributes: { objectId: '42' }, created: true } as const
        })
    }),
    Layer.succeed(OneTimePasswords, {
      generate: () => Effect.succeed({ _tag: 'CodeMade', code: Redacted.make('123456') } as const),
      verify: (_, code) =>
        Effect.succeed(
          Redacted.value(code) === '123456' ? ({ _tag: 'CodeRight' } as const) : ({ _tag: 'CodeWrong' } as const)
        )
    }),
    Layer.succeed(Outbox, {
      send: (message) =>
        Effect.sync(() => {
          asked.push([
            message.channel,
            message.to,
            Redacted.value(message.code),
            message.policyId,
            message.technicalProfile
          ])
          return { _tag: 'Sent' } as const
        })
    }),
    Layer.succeed(TotpDevices, {
      count: () => Effect.succeed(3),
      begin: () => Effect.succeed({ _tag: 'TotpBegun' } as const),
      verify: () => Effect.succeed({ _tag: 'CodeRight' } as const)
    }),
    ConditionalAccess.layerConstant(['mfa']),
    Layer.succeed(IdentityProviders, {
      begin: () => Effect.succeed({ _tag: 'AuthorizationPrepared', url: 'https://idp.test/', memory: {} } as const),
      redeem: ({ returned }) =>
        Effect.succeed({ _tag: 'IdentityProved', claims: { objectId: returned['code'] ?? '' }, tokens: {} } as const)
    }),
    Layer.succeed(TokenVerifier, {
      verify: (_, token) => Effect.succeed({ _tag: 'TokenAccepted', claims: { a: Redacted.value(token) } } as const)
    }),
    Layer.succeed(Telemetry, (event) => Effect.sync(() => void events.push(event))),
    Layer.succeed(CustomProviders, {
      'Contoso.Score': ({ input }) =>
        Effect.succeed({ _tag: 'Claims', claims: { score: input['email'] ?? null } } as const)
    })
  )
  const provide = Effect.provide(Interpreter.layerComplete.pipe(Layer.provide(ports)))

  it.effect('wraps passwords before they leave the journey', () =>
    Effect.gen(function* () {
      asked.length = 0
      yield* start(compile(directory), { a: '42', b: 'hunter2' })
      const [request] = asked
      assert.isFalse(JSON.stringify(request).includes('hunter2'))
      assert.deepInclude(request, { _tag: 'Write', key: { attribute: 'objectId', value: '42' } })
    }).pipe(provide)
  )

  it.effect('makes a code and sends it', () =>
    Effect.gen(function* () {
      asked.length = 0
      yield* start(compile(mfa('OneWaySMS', 'a>phoneNumber')), { a: '+12065550100' })
      assert.deepStrictEqual(asked, [['sms', '+12065550100', '123456', 'B2C_1A_Test', 'Call']])
    }).pipe(provide)
  )

  it.effect.each<[string, Parts, Readonly<Record<string, string>>]>([
    ['OneTimePasswords.verify', mfa('Verify', 'a>phoneNumber b>verificationCode'), { a: '+12065550100', b: '123456' }],
    [
      'TotpDevices.count',
      mfa('GetAvailableDevices', 'a>userPrincipalName', 'n>numberOfAvailableDevices'),
      { a: 'ann' }
    ],
    ['TotpDevices.begin', mfa('BeginVerifyOTP', 'a>objectId b>secretKey'), { a: '42', b: 'JBSW' }],
    ['TotpDevices.verify', mfa('VerifyOTP', 'a>otpCode'), { a: '123456' }],
    ['ConditionalAccess.evaluate', access, { a: '42' }]
  ])('asks %s', ([, parts, claims]) =>
    Effect.gen(function* () {
      const outcome = yield* start(compile(parts), claims)
      assert.strictEqual(outcome._tag, 'Completed')
    }).pipe(provide)
  )

  it.effect('suspends at a redirect, and goes on with what comes back', () =>
    Effect.gen(function* () {
      const plan = compile(idp)
      const outcome = yield* start(plan)
      assert.strictEqual(outcome._tag === 'Suspended' ? outcome.interaction._tag : outcome._tag, 'Redirect')
      const end = yield* Interpreter.use((interpreter) =>
        interpreter.advance(plan, outcome.state, { _tag: 'Returned', parameters: { code: '42' } })
      )
      assert.deepStrictEqual(end._tag === 'Completed' ? end.token : undefined, { sub: '42' })
    }).pipe(provide)
  )

  it.effect('verifies a password, and records events and trace', () =>
    Effect.gen(function* () {
      asked.length = 0
      const plan = compile({
        claims: field('a') + field('b', 'Password'),
        profiles:
          page('Ask', { output: 'a b objectId', validations: 'Login' }) +
          profile('Login', {
            protocol: 'OpenIdConnect',
            metadata: { grant_type: 'password' },
            input: bind('InputClaim', 'a>username b>password'),
            output: bind('OutputClaim', 'objectId>oid')
          }),
        steps: exchange(1, 'Ask') + send(2)
      })
      const trace: Array<TraceEntry> = []
      const happened: Array<JourneyEvent> = []
      const listeners = {
        record: (entry: TraceEntry) => void trace.push(entry),
        recordEvent: (event: JourneyEvent) => void happened.push(event)
      }
      const outcome = yield* start(plan)
      const end = yield* Interpreter.use((interpreter) =>
        interpreter.advance(plan, outcome.state, { _tag: 'Submitted', values: { a: 'ann', b: 'hunter2' } }, listeners)
      )
      assert.strictEqual(end._tag, 'Completed')
      assert.deepStrictEqual(asked, [['ann', 'hunter2']])
      assert.deepStrictEqual(
        happened.map(({ _tag }) => _tag),
        ['Submitted', 'Answered']
      )
      assert.isFalse(trace.some((entry) => stringifyJson(showEntry(plan, entry, 0)).includes('hunter2')))
      assert.deepStrictEqual(
        trace.flatMap((entry) => (entry._tag === 'RequestPerformed' ? [entry.request, entry.answer] : [])),
        ['CheckPassword', 'PasswordRight']
      )
    }).pipe(provide)
  )

  it.effect('records telemetry, and calls claims providers of its own', () =>
    Effect.gen(function* () {
      const plan = compile(
        {
          claims: claim('a') + claim('b'),
          profiles:
            profile('Log', {
              handler: 'insights',
              metadata: { InstrumentationKey: 'k' },
              input: '<InputClaim ClaimTypeReferenceId="a" PartnerClaimType="eventName" />'
            }) +
            profile('Own', {
              handler: 'Contoso.Score',
              input: bind('InputClaim', 'a>email'),
              output: bind('OutputClaim', 'b>score')
            }),
          steps: exchange(1, 'Log') + exchange(2, 'Own') + send(3),
          output: 'b'
        },
        { handlers: ['Contoso.Score'] }
      )
      const outcome = yield* start(plan, { a: 'e' })
      assert.deepStrictEqual(outcome._tag === 'Completed' ? outcome.token : undefined, { b: 'e' })
      assert.deepStrictEqual(
        events.map(({ name }) => name),
        ['e']
      )
    }).pipe(provide)
  )
})
