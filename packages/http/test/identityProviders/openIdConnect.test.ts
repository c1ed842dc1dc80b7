/** OpenID Connect over real sockets and with real signatures. */
import { verify as verifySignature } from 'node:crypto'
import { assert, describe, it } from '@effect/vitest'
import type { ProviderFailure } from '@trustframe/core/ports'
import type { IdentityProviderPlan } from '@trustframe/plan/plan'
import { KeyMaterial } from '@trustframe/tokens'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import {
  begin,
  half,
  idClaims,
  keyReference,
  makeSigner,
  nonce,
  openIdPlan,
  openIdProvider,
  openIdRoutes,
  originOf,
  parametersOf,
  redeem,
  redirectUri,
  routes,
  secret,
  signer,
  type StackOptions,
  stack,
  state
} from '../support/identityProviders.ts'
import { type Handler, httpServer, json } from '../support/servers.ts'

const other = makeSigner('k2')

const part = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString())

const claimsIn = (answer: { readonly _tag: string; readonly claims?: object }) => answer.claims ?? answer

/** A token endpoint that answers with an id token of these claims. */
const tokens =
  (own: object = {}, sign = signer.sign): Handler =>
  (request, response, count) =>
    json({ access_token: 'at-1', id_token: sign(idClaims(originOf(request), own)) })(request, response, count)

const shown = (answer: ProviderFailure | { readonly _tag: string }) =>
  'reason' in answer ? [answer.reason, answer.detail] : [answer._tag]

describe('the authorization request', () => {
  it.live('goes where the discovery document says, with what the policy adds', () =>
    Effect.gen(function* () {
      const { origin } = yield* openIdProvider()
      const plan = openIdPlan(origin, { scope: 'openid email', additionalRequestParameters: 'acr_values=a b,ui=en' })
      const answer = yield* begin(plan, { domain_hint: 'contoso.com', empty: '', client_id: 'x', state: 'y' })
      assert.strictEqual(answer._tag, 'AuthorizationPrepared')
      const url = answer._tag === 'AuthorizationPrepared' ? answer.url : ''
      assert.isTrue(url.startsWith(`${origin}/authorize?p=1&client_id=client-1&redirect_uri=https%3A%2F%2Fcontoso`))
      assert.deepStrictEqual(parametersOf(url), {
        p: '1',
        client_id: 'client-1',
        redirect_uri: redirectUri,
        response_type: 'code',
        response_mode: 'form_post',
        state,
        nonce,
        scope: 'openid email',
        acr_values: 'a b',
        ui: 'en',
        domain_hint: 'contoso.com'
      })
    }).pipe(Effect.provide(stack()))
  )

  it.live('goes where the profile says, and the document is not read', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* openIdProvider()
      const answer = yield* begin(openIdPlan(origin, { authorizationEndpoint: 'https://own.test/a' }))
      assert.match(
        answer._tag === 'AuthorizationPrepared' ? answer.url : '',
        /^https:\/\/own\.test\/a\?.*&scope=openid$/
      )
      assert.lengthOf(requests, 0)
    }).pipe(Effect.provide(stack()))
  )

  it.live('cannot be made without a document', () =>
    Effect.gen(function* () {
      const { origin } = yield* routes({ '/empty': json({}) })
      assert.deepStrictEqual(shown(yield* begin(openIdPlan(origin))), [
        'Unreachable',
        `the document at ${origin}/.well-known/openid-configuration cannot be read: the server answered 404 Not Found`
      ])
      assert.deepStrictEqual(shown(yield* begin(openIdPlan(origin, { metadataUrl: `${origin}/empty` }))), [
        'AnswerUnreadable',
        'TechnicalProfile "Idp" has no authorization_endpoint, nor has its discovery document'
      ])
    }).pipe(Effect.provide(stack()))
  )
})

describe('a code', () => {
  it.live('becomes the claims of the id token, and the tokens of the response', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* openIdProvider()
      const answer = yield* redeem(openIdPlan(origin), { code: 'c-1', state })
      assert.strictEqual(answer._tag, 'IdentityProved')
      if (answer._tag !== 'IdentityProved') return
      assert.deepInclude(answer.claims, { iss: origin, sub: 'u-1', name: 'Ann' })
      assert.notProperty(answer.claims, 'email')
      assert.deepInclude(answer.tokens, { access_token: 'at-1', token_type: 'Bearer', expires_in: '3600' })
      const call = requests.find(({ url }) => url === '/token')
      assert.deepInclude(call, { method: 'POST' })
      assert.deepStrictEqual(parametersOf(call?.body ?? ''), {
        grant_type: 'authorization_code',
        code: 'c-1',
        redirect_uri: redirectUri,
        client_id: 'client-1',
        client_secret: secret
      })
      assert.deepInclude(call?.headers, {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        'user-agent': 'trustframe'
      })
    }).pipe(Effect.provide(stack()))
  )

  it.live('is redeemed by GET with HttpBinding GET', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* openIdProvider()
      const answer = yield* redeem(openIdPlan(origin, { tokenMethod: 'GET' }), { code: 'c 1' })
      assert.strictEqual(answer._tag, 'IdentityProved')
      const call = requests.find(({ url }) => url.startsWith('/token'))
      assert.deepInclude(call, { method: 'GET', body: '' })
      assert.deepInclude(parametersOf(call?.url ?? ''), { code: 'c 1', client_secret: secret })
      assert.notProperty(call?.headers, 'content-type')
    }).pipe(Effect.provide(stack()))
  )

  it.live('is redeemed with client_secret_basic', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* openIdProvider()
      const plan = openIdPlan(origin, {
        tokenEndpointAuthMethod: 'client_secret_basic',
        clientId: 'client:1',
        audience: 'client-1'
      })
      assert.strictEqual((yield* redeem(plan, { code: 'c-1' }))._tag, 'IdentityProved')
      const call = requests.find(({ url }) => url === '/token')
      assert.strictEqual(call?.headers.authorization, `Basic ${btoa('client%3A1:s3cret+value')}`)
      assert.doesNotHaveAnyKeys(parametersOf(call?.body ?? ''), ['client_id', 'client_secret'])
    }).pipe(Effect.provide(stack()))
  )

  it.live('is redeemed without a secret by a public client', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* openIdProvider()
      yield* redeem(openIdPlan(origin, { clientSecret: undefined }), { code: 'c-1' })
      const form = parametersOf(requests.find(({ url }) => url === '/token')?.body ?? '')
      assert.deepInclude(form, { client_id: 'client-1' })
      assert.notProperty(form, 'client_secret')
    }).pipe(Effect.provide(stack()))
  )

  const containers = {
    B2C_1A_Assertion: [{ material: KeyMaterial.Pem({ privateKey: Redacted.make(signer.pem) }), kid: 'assertion-1' }]
  }
  it.live.each([
    ['RS256', 'sha256'],
    ['RS512', 'sha512']
  ] as const)('is redeemed with private_key_jwt by %s', ([tokenSigningAlgorithm, hash]) =>
    Effect.gen(function* () {
      const { origin, requests } = yield* openIdProvider()
      const plan = openIdPlan(origin, {
        tokenEndpointAuthMethod: 'private_key_jwt',
        tokenSigningAlgorithm,
        clientSecret: undefined,
        assertionSigningKey: keyReference('assertion_signing_key', 'B2C_1A_Assertion')
      })
      assert.strictEqual((yield* redeem(plan, { code: 'c-1' }))._tag, 'IdentityProved')
      const form = parametersOf(requests.find(({ url }) => url === '/token')?.body ?? '')
      assert.deepInclude(form, {
        client_id: 'client-1',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
      })
      assert.notProperty(form, 'client_secret')
      const [header = '', payload = '', signature = ''] = (form['client_assertion'] ?? '').split('.')
      assert.deepInclude(part(header), { alg: tokenSigningAlgorithm, kid: 'assertion-1' })
      assert.deepInclude(part(payload), { iss: 'client-1', sub: 'client-1', aud: `${origin}/token` })
      assert.isTrue(
        verifySignature(
          hash,
          Buffer.from(`${header}.${payload}`),
          signer.publicKey,
          Buffer.from(signature, 'base64url')
        )
      )
    }).pipe(Effect.provide(stack({ containers })))
  )

  it.live('is followed by the claims endpoint where the profile names it, whose claims win', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* openIdProvider()
      const answer = yield* redeem(openIdPlan(origin, { claimsEndpoint: `${origin}/userinfo` }), { code: 'c-1' })
      assert.deepInclude(answer._tag === 'IdentityProved' ? answer.claims : {}, {
        sub: 'u-1',
        name: 'Ann B.',
        email: 'ann@contoso.com'
      })
      const call = requests.find(({ url }) => url === '/userinfo')
      assert.deepInclude(call?.headers, { authorization: 'Bearer at-1' })
    }).pipe(Effect.provide(stack()))
  )
})

const idTokenPlan = (origin: string, own: Partial<IdentityProviderPlan> = {}) =>
  openIdPlan(origin, { responseType: 'id_token', clientSecret: undefined, ...own })

describe('an id token from the browser', () => {
  it.live('needs no call but for the keys', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* openIdProvider()
      const idToken = signer.sign(idClaims(origin))
      const answer = yield* redeem(idTokenPlan(origin), { id_token: idToken, state, code: 'ignored' })
      assert.deepInclude(answer._tag === 'IdentityProved' ? answer.claims : {}, { sub: 'u-1' })
      assert.deepStrictEqual(answer._tag === 'IdentityProved' ? answer.tokens : {}, { id_token: idToken })
      assert.deepStrictEqual(
        requests.map(({ url }) => url),
        ['/.well-known/openid-configuration', '/keys']
      )
    }).pipe(Effect.provide(stack()))
  )

  it.live('comes with claims in the form, which are below its own', () =>
    Effect.gen(function* () {
      const { origin } = yield* openIdProvider()
      const returned = {
        id_token: signer.sign(idClaims(origin, { email: 'signed@contoso.com' })),
        state,
        email: 'unsigned@contoso.com',
        user: '{"name":{"firstName":"Ann","lastName":"Lee"},"email":"x@contoso.com"}'
      }
      const all = claimsIn(yield* redeem(idTokenPlan(origin, { bodyClaims: 'All' }), returned))
      assert.deepInclude(all, {
        'user.name.firstName': 'Ann',
        'user.name.lastName': 'Lee',
        'user.email': 'x@contoso.com',
        email: 'signed@contoso.com'
      })
      assert.doesNotHaveAnyKeys(all, ['state', 'id_token', 'user'])
      const listed = claimsIn(yield* redeem(idTokenPlan(origin, { bodyClaims: ['user.name.firstName'] }), returned))
      assert.deepInclude(listed, { 'user.name.firstName': 'Ann' })
      assert.notProperty(listed, 'user.name.lastName')
      assert.notProperty(claimsIn(yield* redeem(idTokenPlan(origin), returned)), 'user.name.firstName')
    }).pipe(Effect.provide(stack()))
  )

  it.live('and a code are bound to each other', () =>
    Effect.gen(function* () {
      const { origin } = yield* openIdProvider()
      const both = idTokenPlan(origin, { responseType: 'code id_token' })
      const returned = (own: object) => ({ code: 'c-1', id_token: signer.sign(idClaims(origin, own)) })
      const good = yield* redeem(both, returned({ c_hash: half('c-1'), front: true }))
      assert.deepInclude(good._tag === 'IdentityProved' ? good.claims : {}, { sub: 'u-1', front: true })
      assert.deepInclude(good._tag === 'IdentityProved' ? good.tokens : {}, { access_token: 'at-1' })
      for (const own of [{ c_hash: half('c-2') }, {}]) {
        assert.deepStrictEqual(shown(yield* redeem(both, returned(own))), [
          'TokenInvalid',
          `the id token's "c_hash" does not fit what came with it`
        ])
      }
      assert.deepStrictEqual(shown(yield* redeem(both, returned({ c_hash: half('c-1'), sub: 'u-2' }))), [
        'TokenInvalid',
        'the id tokens of the browser and of the token endpoint are about different users'
      ])
    }).pipe(Effect.provide(stack()))
  )

  it.live('is not needed with response_types token: the claims endpoint says who it is', () =>
    Effect.gen(function* () {
      const { origin } = yield* openIdProvider()
      const answer = yield* redeem(openIdPlan(origin, { responseType: 'token' }), { access_token: 'at-1', state })
      assert.deepStrictEqual(answer, {
        _tag: 'IdentityProved',
        claims: { sub: 'u-1', email: 'ann@contoso.com', name: 'Ann B.' },
        tokens: { access_token: 'at-1' }
      })
    }).pipe(Effect.provide(stack()))
  )
})

describe('an id token that does not fit', () => {
  const rows: ReadonlyArray<
    readonly [
      what: string,
      handler: Handler,
      detail: RegExp | undefined,
      own?: Partial<IdentityProviderPlan>,
      options?: StackOptions
    ]
  > = [
    [
      'of another issuer',
      tokens({ iss: 'https://evil.test' }),
      /^the id token has the issuer "https:\/\/evil\.test", expected "/
    ],
    ['for another client', tokens({ aud: 'client-2' }), /^the id token is not for the audience "client-1"$/],
    ['for IdTokenAudience', tokens({ aud: 'client-2' }), undefined, { audience: 'client-2' }],
    ['of the issuer of the metadata', tokens({ iss: 'https://own.test' }), undefined, { issuer: 'https://own.test' }],
    [
      'with a valid prefix',
      tokens({ iss: 'https://sts.test/t1' }),
      undefined,
      { validIssuerPrefixes: ['https://x.test/', 'https://sts.test/'] }
    ],
    [
      'with a prefix of another host',
      tokens({ iss: 'https://sts.test.evil.test/t1' }),
      /expected one that begins with "https:\/\/sts\.test"$/,
      { validIssuerPrefixes: ['https://sts.test'] }
    ],
    ['that has expired', tokens({ exp: 1 }), /^the id token has expired$/],
    [
      'that expired a little while ago, by another clock',
      tokens({ exp: Math.floor(Date.now() / 1000) - 200 }),
      undefined
    ],
    ['with another nonce', tokens({ nonce: 'n-2' }), /nonce is not that of the authorization request$/],
    ['without a nonce, from the token endpoint', tokens({ nonce: undefined }), undefined],
    [
      'without a nonce, where that is refused',
      tokens({ nonce: undefined }),
      /has no nonce/,
      {},
      { providers: { missingNonce: 'refuse' } }
    ],
    ['of another access token', tokens({ at_hash: half('at-2') }), /"at_hash" does not fit/],
    ['of its access token', tokens({ at_hash: half('at-1') }), undefined],
    ['by an unknown key', tokens({}, other.sign), /publishes no key that the id token is signed with$/],
    [
      'by another key of the same name',
      tokens({}, (claims) => other.sign(claims, { kid: 'k1' })),
      /signature is wrong$/
    ],
    ['that is no token', json({ access_token: 'at-1', id_token: 'abc' }), /no signed JSON Web Token$/]
  ]
  it.live.each(rows)('%s', ([, handler, detail, own = {}, options = {}]) =>
    Effect.gen(function* () {
      const { origin } = yield* openIdProvider({ '/token': handler })
      const answer = yield* redeem(openIdPlan(origin, own), { code: 'c-1' })
      if (detail === undefined) return assert.strictEqual(answer._tag, 'IdentityProved')
      assert.strictEqual(answer._tag === 'ProviderFailed' ? answer.reason : answer._tag, 'TokenInvalid')
      assert.match(answer._tag === 'ProviderFailed' ? answer.detail : '', detail)
    }).pipe(Effect.provide(stack(options)))
  )

  it.live('without a nonce, from the browser', () =>
    Effect.gen(function* () {
      const { origin } = yield* openIdProvider()
      const token = signer.sign(idClaims(origin, { nonce: undefined }))
      assert.deepStrictEqual(
        shown(yield* redeem(openIdPlan(origin, { responseType: 'id_token' }), { id_token: token })),
        ['TokenInvalid', 'the id token has no nonce, although the authorization request had one']
      )
    }).pipe(Effect.provide(stack()))
  )

  it.live('and a claims endpoint that speaks of somebody else', () =>
    Effect.gen(function* () {
      const { origin } = yield* openIdProvider({ '/userinfo': json({ sub: 'u-2' }) })
      assert.deepStrictEqual(
        shown(yield* redeem(openIdPlan(origin, { claimsEndpoint: `${origin}/userinfo` }), { code: 'c-1' })),
        ['TokenInvalid', 'the claims endpoint speaks of another user than the id token']
      )
    }).pipe(Effect.provide(stack()))
  )
})

const rolling =
  (used: () => object): Handler =>
  (request, response, count) =>
    json({ keys: [used()] })(request, response, count)

describe('keys that were exchanged', () => {
  it.live('are read anew, once', () => {
    let published = signer
    return Effect.gen(function* () {
      const { origin, requests } = yield* openIdProvider({
        '/keys': rolling(() => published.jwk),
        '/token': tokens({}, other.sign)
      })
      const reads = () => requests.filter(({ url }) => url === '/keys').length
      assert.deepStrictEqual(shown(yield* redeem(openIdPlan(origin), { code: 'c-1' }))[0], 'TokenInvalid')
      assert.strictEqual(reads(), 2)
      published = other
      assert.deepStrictEqual(shown(yield* redeem(openIdPlan(origin), { code: 'c-1' })), ['IdentityProved'])
      assert.strictEqual(reads(), 3)
      yield* redeem(openIdPlan(origin), { code: 'c-1' })
      assert.strictEqual(reads(), 3)
    }).pipe(Effect.provide(stack({ discovery: { minInterval: 0 } })))
  })

  it.live('are not asked for by each forged token', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* openIdProvider({ '/token': tokens({}, other.sign) })
      for (let count = 0; count < 3; count++) yield* redeem(openIdPlan(origin), { code: 'c-1' })
      assert.strictEqual(requests.filter(({ url }) => url === '/keys').length, 1)
    }).pipe(Effect.provide(stack()))
  )
})

const tenantPlan = (origin: string, validIssuerPrefixes: ReadonlyArray<string>) =>
  openIdPlan(origin, {
    metadataUrl: `${origin}/common/.well-known/openid-configuration`,
    discoverMetadataByTokenIssuer: true,
    validIssuerPrefixes
  })

describe('DiscoverMetadataByTokenIssuer', () => {
  /** Many tenants on one host, each with an issuer and keys of its own. */
  const tenants: Readonly<Record<string, Handler>> = {
    '/common/.well-known/openid-configuration': (request, response, count) => {
      const at = originOf(request)
      json({ issuer: `${at}/{tenantid}/v2.0`, token_endpoint: `${at}/token`, jwks_uri: `${at}/keys` })(
        request,
        response,
        count
      )
    },
    '/t1/v2.0/.well-known/openid-configuration': (request, response, count) => {
      const at = originOf(request)
      json({ issuer: `${at}/t1/v2.0`, jwks_uri: `${at}/t1/keys` })(request, response, count)
    },
    '/t2/v2.0/.well-known/openid-configuration': (request, response, count) => {
      const at = originOf(request)
      json({ issuer: `${at}/t1/v2.0`, jwks_uri: `${at}/t1/keys` })(request, response, count)
    },
    '/t1/keys': json({ keys: [other.jwk] })
  }
  const provider = (issuer: (origin: string) => string) =>
    openIdProvider({
      ...tenants,
      '/token': (request, response, count) => {
        const iss = issuer(originOf(request))
        const tid = iss.split('/')[3]
        json({ id_token: other.sign(idClaims(iss, { tid })) })(request, response, count)
      }
    })

  const prefixed: ReadonlyArray<readonly [prefixes: ReadonlyArray<string>]> = [[[]], [['/']], [['/t1', '/t9']]]
  it.live.each(prefixed)('takes the keys of the token’s issuer, with prefixes %j', ([prefixes]) =>
    Effect.gen(function* () {
      const { origin } = yield* provider((at) => `${at}/t1/v2.0`)
      const valid = prefixes.map((path) => origin + path)
      assert.deepStrictEqual(shown(yield* redeem(tenantPlan(origin, valid), { code: 'c-1' })), ['IdentityProved'])
    }).pipe(Effect.provide(stack()))
  )

  it.live('asks no issuer that the profile does not accept', () =>
    Effect.gen(function* () {
      const evil = yield* httpServer(json({}))
      const { origin } = yield* provider(() => `${evil.origin}/t1/v2.0`)
      for (const prefixes of [[], [`${origin}/`]]) {
        assert.deepStrictEqual(shown(yield* redeem(tenantPlan(origin, prefixes), { code: 'c-1' })), [
          'TokenInvalid',
          `the id token has the issuer "${evil.origin}/t1/v2.0", which the profile does not accept`
        ])
      }
      assert.lengthOf(evil.requests, 0)
    }).pipe(Effect.provide(stack()))
  )

  it.live('believes no document of another issuer', () =>
    Effect.gen(function* () {
      const { origin } = yield* provider((at) => `${at}/t2/v2.0`)
      assert.deepStrictEqual(shown(yield* redeem(tenantPlan(origin, [`${origin}/`]), { code: 'c-1' })), [
        'TokenInvalid',
        `the id token's issuer is "${origin}/t2/v2.0", but ${origin}/t2/v2.0/.well-known/openid-configuration names another one`
      ])
    }).pipe(Effect.provide(stack()))
  )
})

describe('a profile without a discovery document', () => {
  it.live('names endpoints, issuer and keys itself', () =>
    Effect.gen(function* () {
      const { origin } = yield* routes({
        '/token': openIdRoutes()['/token'] ?? json({}),
        '/keys': json({ keys: [signer.jwk] })
      })
      const plan = openIdPlan(origin, {
        metadataUrl: undefined,
        authorizationEndpoint: `${origin}/authorize`,
        tokenEndpoint: `${origin}/token`,
        keysUrl: `${origin}/keys`,
        issuer: origin
      })
      assert.strictEqual((yield* begin(plan))._tag, 'AuthorizationPrepared')
      assert.deepStrictEqual(shown(yield* redeem(plan, { code: 'c-1' })), ['IdentityProved'])
      assert.deepStrictEqual(shown(yield* redeem({ ...plan, issuer: undefined }, { code: 'c-1' })), [
        'AnswerUnreadable',
        'TechnicalProfile "Idp" has no issuer, nor has its discovery document'
      ])
    }).pipe(Effect.provide(stack()))
  )
})

describe('what the browser brings back', () => {
  const rows: ReadonlyArray<
    readonly [responseType: string, returned: Record<string, string>, expected: ReadonlyArray<string>]
  > = [
    ['code', {}, ['AnswerUnreadable', 'the provider sent no "code" back, which "code" asks for']],
    [
      'id_token',
      { code: 'c' },
      ['AnswerUnreadable', 'the provider sent no "id_token" back, which "id_token" asks for']
    ],
    [
      'code',
      { error: 'access_denied', error_description: 'no' },
      ['ErrorReturned', 'Error: access_denied,Error Description: no']
    ],
    ['code', { error: 'unauthorized_client' }, ['ClientRejected', 'Error: unauthorized_client,Error Description: ']]
  ]
  it.live.each(rows)('%s: %j', ([responseType, returned, expected]) =>
    Effect.gen(function* () {
      const { origin } = yield* openIdProvider()
      assert.deepStrictEqual(shown(yield* redeem(openIdPlan(origin, { responseType }), returned)), expected)
    }).pipe(Effect.provide(stack()))
  )
})
