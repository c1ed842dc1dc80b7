/** OAuth 2 over real sockets: the dialects of providers, and their faults. */
import { assert, describe, it } from '@effect/vitest'
import { type ProviderFailure } from '@trustframe/core/ports'
import type { IdentityProviderPlan } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import type * as Scope from 'effect/Scope'
import type { IdentityProviderOptions } from '../../src/identityProviders/layerIdentityProviders.ts'
import {
  begin,
  idClaims,
  keyReference,
  parametersOf,
  providerPlan,
  redeem,
  redirectUri,
  routes,
  secret,
  signer,
  stack,
  state
} from '../support/identityProviders.ts'
import { cannedServer, closedPort, type Handler, json, tcpServer } from '../support/servers.ts'

const text =
  (body: string, type = 'text/plain', status = 200): Handler =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': type }).end(body)

const form = (body: string) => text(body, 'application/x-www-form-urlencoded')

const shown = (answer: ProviderFailure | { readonly _tag: string }) =>
  'reason' in answer ? [answer.reason, answer.detail] : [answer._tag]

describe('the authorization request', () => {
  it.live.each([
    ['query', {}],
    ['form_post', { response_mode: 'form_post' }],
    ['fragment', { response_mode: 'fragment' }]
  ] as const)('with response_mode %s', ([responseMode, expected]) =>
    Effect.gen(function* () {
      const answer = yield* begin(providerPlan('https://idp.test', { responseMode, scope: 'email public_profile' }))
      assert.deepStrictEqual(parametersOf(answer._tag === 'AuthorizationPrepared' ? answer.url : ''), {
        client_id: 'client-1',
        redirect_uri: redirectUri,
        response_type: 'code',
        state,
        scope: 'email public_profile',
        ...expected
      })
    }).pipe(Effect.provide(stack()))
  )

  it.live('names the client as the provider does', () =>
    Effect.gen(function* () {
      const answer = yield* begin(providerPlan('https://idp.test', { clientIdParameter: 'appid' }))
      const parameters = parametersOf(answer._tag === 'AuthorizationPrepared' ? answer.url : '')
      assert.deepInclude(parameters, { appid: 'client-1' })
      assert.notProperty(parameters, 'client_id')
    }).pipe(Effect.provide(stack()))
  )
})

describe('the token response', () => {
  const plain = { access_token: 'at-1', token_type: 'bearer' }
  const rows: ReadonlyArray<
    readonly [
      format: IdentityProviderPlan['accessTokenResponseFormat'],
      what: string,
      handler: Handler,
      reason?: string
    ]
  > = [
    ['Default', 'a form', form('access_token=at-1&token_type=bearer')],
    ['Default', 'a form as text', text('access_token=at-1&token_type=bearer\n')],
    ['Default', 'JSON', json(plain)],
    ['Default', 'JSON as text', text(' {"access_token":"at-1","token_type":"bearer"}')],
    ['Default', 'HTML', text('<html lang="en">', 'text/html'), 'AnswerUnreadable'],
    ['Json', 'JSON', json(plain)],
    ['Json', 'a form', form('access_token=at-1&token_type=bearer'), 'AnswerUnreadable'],
    ['Json', 'an array', json([plain]), 'AnswerUnreadable'],
    ['JsonP', 'a callback', text('callback( {"access_token":"at-1","token_type":"bearer"} );\n')],
    ['JsonP', 'JSON', json(plain)],
    ['JsonP', 'a broken callback', text('callback({'), 'AnswerUnreadable']
  ]
  it.live.each(rows)('%s: %s', ([accessTokenResponseFormat, , handler, reason]) =>
    Effect.gen(function* () {
      const { origin } = yield* routes({ '/token': handler, '/me': text('cb({"id":"7"})') })
      const claimsEndpoint = accessTokenResponseFormat === 'JsonP' ? `${origin}/me` : undefined
      const answer = yield* redeem(providerPlan(origin, { accessTokenResponseFormat, claimsEndpoint }), { code: 'c-1' })
      if (reason !== undefined) {
        assert.deepStrictEqual(answer._tag === 'ProviderFailed' ? answer.reason : answer._tag, reason)
        return
      }
      assert.deepStrictEqual(answer, {
        _tag: 'IdentityProved',
        claims: claimsEndpoint === undefined ? {} : { id: '7' },
        tokens: { access_token: 'at-1', token_type: 'bearer' }
      })
    }).pipe(Effect.provide(stack()))
  )

  it.live('gives what else is in it as claims, below those of the claims endpoint', () =>
    Effect.gen(function* () {
      const { origin } = yield* routes({
        '/token': json({ access_token: 'at-1', openid: 'o-1', email: 'a@b.c', id_token: 'opaque', expires_in: 5 }),
        '/me': json({ id: 42, email: 'd@e.f', address: { city: 'Oslo' } })
      })
      const answer = yield* redeem(providerPlan(origin), { code: 'c-1' })
      assert.deepStrictEqual(answer._tag === 'IdentityProved' ? answer.claims : answer, {
        openid: 'o-1',
        email: 'd@e.f',
        id: 42,
        address: { city: 'Oslo' }
      })
    }).pipe(Effect.provide(stack()))
  )

  it.live.each([
    ['client-1', 'IdentityProved'],
    ['client-2', 'TokenInvalid']
  ] as const)('with an id token for %s: %s', ([aud, expected]) =>
    Effect.gen(function* () {
      const idToken = signer.sign(idClaims('https://idp.test', { aud }))
      const { origin } = yield* routes({ '/token': json({ access_token: 'at-1', id_token: idToken }), '/me': json({}) })
      assert.strictEqual(shown(yield* redeem(providerPlan(origin), { code: 'c-1' }))[0], expected)
    }).pipe(Effect.provide(stack()))
  )
})

describe('the claims request', () => {
  const rows: ReadonlyArray<
    readonly [what: string, own: Partial<IdentityProviderPlan>, url: string, headers?: Readonly<Record<string, string>>]
  > = [
    ['token in the query', {}, '/me?access_token=at%2B1'],
    ['another name for it', { claimsEndpointAccessTokenName: 'token' }, '/me?token=at%2B1'],
    [
      'bearer transmission',
      { bearerTokenTransmission: 'AuthorizationHeader' },
      '/me',
      { authorization: 'Bearer at+1' }
    ],
    ['a format', { claimsEndpointFormat: { name: 'format', value: 'json' } }, '/me?format=json&access_token=at%2B1'],
    [
      'extra parameters of the token response',
      { extraClaimsParameters: ['openid', 'absent'] },
      '/me?openid=o%201&access_token=at%2B1'
    ],
    ['the user agent of the profile', { userAgent: 'CPIM' }, '/me?access_token=at%2B1', { 'user-agent': 'CPIM' }]
  ]
  it.live.each(rows)('%s', ([, own, url, headers = {}]) =>
    Effect.gen(function* () {
      const { origin, requests } = yield* routes({
        '/token': json({ access_token: 'at+1', openid: 'o 1' }),
        '/me': json({ id: 1 })
      })
      assert.deepStrictEqual(shown(yield* redeem(providerPlan(origin, own), { code: 'c-1' })), ['IdentityProved'])
      const [, claims] = requests
      assert.deepInclude(claims, { method: 'GET', url })
      assert.deepInclude(claims?.headers, { accept: 'application/json', 'user-agent': 'trustframe', ...headers })
    }).pipe(Effect.provide(stack()))
  )

  it.live('keeps the query of the endpoint', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* routes({ '/token': json({ access_token: 'at-1' }), '/me': json({}) })
      yield* redeem(providerPlan(origin, { claimsEndpoint: `${origin}/me?fields=id,name#x` }), { code: 'c-1' })
      assert.strictEqual(requests[1]?.url, '/me?fields=id,name&access_token=at-1')
    }).pipe(Effect.provide(stack()))
  )
})

type Server = Effect.Effect<{ readonly origin: string }, never, Scope.Scope>

const atToken = (handler: Handler): Server => routes({ '/token': handler })

const atClaims = (handler: Handler): Server => routes({ '/token': json({ access_token: 't0ken' }), '/me': handler })

const echo: Handler = (request, response, count) =>
  json({ error: 'invalid_grant', error_description: `bad: ${parametersOf(request.body)['client_secret']}\nc0de` }, 400)(
    request,
    response,
    count
  )

describe('every fault', () => {
  const failOn5xx = { markAsFailureOnStatusCode5xx: true }

  const rows: ReadonlyArray<
    readonly [
      what: string,
      server: Server,
      reason: string,
      detail: RegExp,
      own?: Partial<IdentityProviderPlan>,
      options?: IdentityProviderOptions
    ]
  > = [
    ['DNS', Effect.succeed({ origin: 'https://nowhere.invalid' }), 'Unreachable', /does not resolve/],
    [
      'refused',
      Effect.map(closedPort, (port) => ({ origin: `http://127.0.0.1:${port}` })),
      'Unreachable',
      /^the token endpoint http:\/\/127\.0\.0\.1:\d+\/token cannot be called: .*\(ECONNREFUSED\)$/
    ],
    ['reset', cannedServer('', 'reset'), 'Unreachable', /failed while waiting for the answer/],
    ['no HTTP', cannedServer('hello\r\n', 'close'), 'Unreachable', /cannot be called/],
    [
      'too slow',
      tcpServer((socket) => void socket.resume()),
      'Unreachable',
      /within 0\.1 s/,
      {},
      { timeLimit: '100 millis' }
    ],
    ['plain HTTP', Effect.succeed({ origin: 'http://idp.invalid' }), 'Unreachable', /without TLS/],
    ['a host that is not allowed', atToken(json({})), 'Unreachable', /allow-list/, {}, { allow: ['idp.test'] }],
    ['invalid_client', atToken(json({ error: 'invalid_client' }, 401)), 'ClientRejected', /^Error: invalid_client,/],
    ['401', atToken(text('no', 'text/plain', 401)), 'ClientRejected', /answered 401 Unauthorized$/],
    ['invalid_grant', atToken(echo), 'ErrorReturned', /^Error: invalid_grant,Error Description: bad: \*\*\* \*\*\*$/],
    [
      'an error with 200',
      atToken(form('error=bad_verification_code')),
      'ErrorReturned',
      /^Error: bad_verification_code,/
    ],
    [
      'an error under ResponseErrorCodeParamName',
      atToken(json({ errcode: 40029, errmsg: 'invalid code' })),
      'ErrorReturned',
      /^Error: 40029,Error Description: invalid code$/,
      { errorParameter: 'errcode' }
    ],
    [
      "an error as Facebook's",
      atToken(json({ error: { message: 'no', type: 'OAuthException', code: 100 } }, 400)),
      'ErrorReturned',
      /^Error: OAuthException,Error Description: no$/
    ],
    ['500', atToken(json({}, 500)), 'Unreachable', /answered 500 Internal Server Error$/],
    ['500 that says why', atToken(json({ error: 'invalid_grant' }, 500)), 'ErrorReturned', /^Error: invalid_grant/],
    [
      '500 that says why, with MarkAsFailureOnStatusCode5xx',
      atToken(json({ error: 'invalid_grant' }, 500)),
      'Unreachable',
      /answered 500/,
      failOn5xx
    ],
    ['404', routes({}), 'AnswerUnreadable', /answered 404 Not Found$/],
    [
      'a redirect',
      atToken((_request, response) => void response.writeHead(302, { location: '/elsewhere' }).end()),
      'AnswerUnreadable',
      /answered 302 Found$/
    ],
    [
      'no token',
      atToken(json({ token: 'x' })),
      'AnswerUnreadable',
      /^the token endpoint answered without an access_token$/
    ],
    ['an empty answer', atToken(text('')), 'AnswerUnreadable', /neither a form nor a JSON object$/],
    [
      'a large answer',
      atToken(json({ access_token: 'x'.repeat(200) })),
      'AnswerUnreadable',
      /larger than 100 bytes/,
      {},
      { maxBodyBytes: 100 }
    ],
    [
      'a claims endpoint that does not take the token',
      atClaims(json({}, 401)),
      'AnswerUnreadable',
      /^the claims endpoint http.*\/me answered 401/
    ],
    [
      'a claims endpoint with an error',
      atClaims(json({ error: 'invalid_token', error_description: 'for t0ken' }, 401)),
      'ErrorReturned',
      /^Error: invalid_token,Error Description: for \*\*\*$/
    ],
    ['a claims endpoint that is ill', atClaims(json({}, 503)), 'Unreachable', /answered 503/],
    ['a claims endpoint without JSON', atClaims(form('id=1')), 'AnswerUnreadable', /\/me answered with a body that/],
    ['a claims endpoint with a list', atClaims(json([1])), 'AnswerUnreadable', /no JSON object$/],
    [
      'a token that no header can carry',
      atToken(json({ access_token: 'a\nb' })),
      'AnswerUnreadable',
      /no access token that can be sent$/
    ],
    [
      'no such key',
      atToken(json({})),
      'KeyUnavailable',
      /^no policy key "B2C_1A_Other" is configured \(client_secret\)$/,
      { clientSecret: keyReference('client_secret', 'B2C_1A_Other') }
    ],
    [
      'a key that is a certificate',
      atToken(json({})),
      'KeyUnavailable',
      /^policy key "B2C_1A_Certificate" \(client_secret\) is a certificate; a secret is needed$/,
      { clientSecret: keyReference('client_secret', 'B2C_1A_Certificate') }
    ],
    [
      'no key where one is needed',
      atToken(json({})),
      'KeyUnavailable',
      /^TechnicalProfile "Idp" has no key "client_secret", which client_secret_basic needs$/,
      { clientSecret: undefined, tokenEndpointAuthMethod: 'client_secret_basic' }
    ],
    [
      'no key for an assertion',
      atToken(json({})),
      'KeyUnavailable',
      /^TechnicalProfile "Idp" has no key "assertion_signing_key"/,
      { tokenEndpointAuthMethod: 'private_key_jwt' }
    ],
    [
      'a key that signs no assertion',
      atToken(json({})),
      'KeyUnavailable',
      /^no client assertion can be signed with policy key "B2C_1A_IdpSecret": it is a secret/,
      {
        tokenEndpointAuthMethod: 'private_key_jwt',
        assertionSigningKey: keyReference('assertion_signing_key', 'B2C_1A_IdpSecret')
      }
    ],
    [
      'no token endpoint',
      atToken(json({})),
      'AnswerUnreadable',
      /has no AccessTokenEndpoint/,
      { tokenEndpoint: undefined }
    ]
  ]
  it.live.each(rows)('%s', ([, server, reason, detail, own = {}, options = {}]) =>
    Effect.gen(function* () {
      const { origin } = yield* server
      const answer = yield* redeem(providerPlan(origin, own), { code: 'c0de' }).pipe(
        Effect.provide(
          stack({
            providers: options,
            keys: {
              B2C_1A_Certificate: {
                _tag: 'Certificate',
                certificate: { _tag: 'Pem', certificate: '', privateKey: Redacted.make('') }
              }
            }
          })
        )
      )
      assert.strictEqual(answer._tag === 'ProviderFailed' ? answer.reason : answer._tag, reason)
      assert.match(answer._tag === 'ProviderFailed' ? answer.detail : '', detail)
      for (const hidden of [secret, 'c0de', 't0ken']) assert.notInclude(JSON.stringify(answer), hidden)
    })
  )
})

describe('what the browser brings back', () => {
  const rows: ReadonlyArray<
    readonly [returned: Record<string, string>, expected: ReadonlyArray<string>, own?: Partial<IdentityProviderPlan>]
  > = [
    [{}, ['AnswerUnreadable', 'the provider sent no "code" back']],
    [{ error: 'access_denied' }, ['ErrorReturned', 'Error: access_denied,Error Description: ']],
    [
      { error: 'access_denied' },
      ['ErrorReturned', 'Error: access_denied,Error Description: '],
      { errorParameter: 'errcode' }
    ]
  ]
  it.live.each(rows)('%j', ([returned, expected, own = {}]) =>
    Effect.gen(function* () {
      assert.deepStrictEqual(shown(yield* redeem(providerPlan('https://idp.test', own), returned)), expected)
    }).pipe(Effect.provide(stack()))
  )
})

it.live('a host override calls a stub in the place of the provider', () =>
  Effect.gen(function* () {
    const { origin, requests } = yield* routes({
      '/stub/token': json({ access_token: 'at-1' }),
      '/stub/me': json({ id: '1' })
    })
    const answer = yield* redeem(providerPlan('https://idp.test'), { code: 'c-1' }).pipe(
      Effect.provide(stack({ providers: { hosts: { 'idp.test': `${origin}/stub` } } }))
    )
    assert.deepStrictEqual(shown(answer), ['IdentityProved'])
    assert.lengthOf(requests, 2)
  })
)
