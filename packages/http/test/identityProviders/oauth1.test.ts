/** OAuth 1 over real sockets, with a provider that verifies every signature. */
import { createHmac } from 'node:crypto'
import { assert, describe, it } from '@effect/vitest'
import type { ProviderFailure } from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'
import { begin, oauth1Plan, redeem, redirectUri, routes, secret, stack, state } from '../support/identityProviders.ts'
import { type Handler, json, type Received } from '../support/servers.ts'

/** RFC 3986, written once more: the provider shares no code with the client. */
const percent = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (found) => `%${found.codePointAt(0)?.toString(16).toUpperCase()}`)

const oauthOf = ({ headers }: Received): ReadonlyMap<string, string> => {
  const [, list = ''] = /^OAuth (.*)$/.exec(headers.authorization ?? '') ?? []
  return new Map(
    list.split(', ').map((pair): [string, string] => {
      const [, name = '', value = ''] = /^(\w+)="([^"]*)"$/.exec(pair) ?? []
      return [name, decodeURIComponent(value)]
    })
  )
}

const isSigned = (request: Received, tokenSecret: string): boolean => {
  const url = new URL(request.url, `http://${request.headers.host}`)
  const oauth = [...oauthOf(request)]
  const sorted = [...url.searchParams, ...oauth.filter(([name]) => name !== 'oauth_signature')]
    .map(([name, value]) => `${percent(name)}=${percent(value)}`)
    .toSorted()
    .join('&')
  const base = [request.method, url.origin + url.pathname, sorted].map(percent).join('&')
  const expected = createHmac('sha1', `${percent(secret)}&${percent(tokenSecret)}`)
    .update(base)
    .digest('base64')
  return new Map(oauth).get('oauth_signature') === expected
}

const signed =
  (tokenSecret: string, handler: Handler): Handler =>
  (request, response, count) => {
    if (isSigned(request, tokenSecret)) handler(request, response, count)
    else response.writeHead(401).end('Invalid signature')
  }

const form =
  (body: string): Handler =>
  (_request, response) =>
    void response.end(body)

const provider = (own: Readonly<Record<string, Handler>> = {}) =>
  routes({
    '/request_token': signed('', form('oauth_token=rt&oauth_token_secret=req%20sec&oauth_callback_confirmed=true')),
    '/access_token': signed('req sec', form('oauth_token=at&oauth_token_secret=as&user_id=7&screen_name=ann%21')),
    '/me': signed('as', json({ id: 7, screen_name: 'Ann', email: 'ann@contoso.com' })),
    ...own
  })

const shown = (answer: ProviderFailure | { readonly _tag: string }) =>
  'reason' in answer ? [answer.reason, answer.detail] : [answer._tag]

const memory = { requestToken: 'rt', requestTokenSecret: 'req sec' }
const returned = { oauth_token: 'rt', oauth_verifier: 'v&1', state }

describe('the redirect', () => {
  it.live('carries a request token, whose secret the journey keeps', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* provider()
      const answer = yield* begin(oauth1Plan(origin))
      assert.deepStrictEqual(answer, {
        _tag: 'AuthorizationPrepared',
        url: `${origin}/authorize?oauth_token=rt`,
        memory
      })
      const [call] = requests
      assert.deepInclude(call, { method: 'POST', body: '' })
      const oauth = call === undefined ? new Map<string, string>() : oauthOf(call)
      assert.strictEqual(oauth.get('oauth_callback'), `${redirectUri}?state=${encodeURIComponent(state)}`)
      assert.strictEqual(oauth.get('oauth_consumer_key'), 'client-1')
      assert.match(oauth.get('oauth_nonce') ?? '', /^[0-9a-f]{32}$/)
      assert.approximately(Number(oauth.get('oauth_timestamp')), Date.now() / 1000, 10)
    }).pipe(Effect.provide(stack()))
  )
})

describe('the return', () => {
  it.live('gives the claims of the access token', () =>
    Effect.gen(function* () {
      const { origin } = yield* provider()
      assert.deepStrictEqual(yield* redeem(oauth1Plan(origin, { claimsEndpoint: undefined }), returned, memory), {
        _tag: 'IdentityProved',
        claims: { user_id: '7', screen_name: 'ann!' },
        tokens: { oauth_token: 'at', oauth_token_secret: 'as', user_id: '7', screen_name: 'ann!' }
      })
    }).pipe(Effect.provide(stack()))
  )

  it.live('and over them those of the claims endpoint, whose query is signed, too', () =>
    Effect.gen(function* () {
      const { origin, requests } = yield* provider()
      const plan = oauth1Plan(origin, { claimsEndpoint: `${origin}/me?include_email=true&x=a%20b*` })
      const answer = yield* redeem(plan, returned, memory)
      assert.deepStrictEqual(answer._tag === 'IdentityProved' ? answer.claims : answer, {
        user_id: '7',
        screen_name: 'Ann',
        id: 7,
        email: 'ann@contoso.com'
      })
      assert.deepInclude(requests[1], { method: 'GET', url: '/me?include_email=true&x=a%20b*' })
    }).pipe(Effect.provide(stack()))
  )
})

const ending =
  (status: number): Handler =>
  (_request, response) =>
    void response.writeHead(status).end('req sec')

describe('every fault', () => {
  const atBegin: ReadonlyArray<readonly [what: string, handler: Handler, reason: string, detail: RegExp]> = [
    ['a consumer that is not known', ending(401), 'ClientRejected', /^the request_token_endpoint http.* answered 401/],
    ['a server error', ending(500), 'Unreachable', /answered 500/],
    ['OAuth 1.0 without the callback', form('oauth_token=rt&oauth_token_secret=rs'), 'AnswerUnreadable', /1\.0a/],
    ['no token', form('oauth_callback_confirmed=true'), 'AnswerUnreadable', /without a token and its secret$/],
    ['an oauth_problem', form('oauth_problem=timestamp_refused'), 'ErrorReturned', /^Error: timestamp_refused,/]
  ]
  it.live.each(atBegin)('%s', ([, handler, reason, detail]) =>
    Effect.gen(function* () {
      const { origin } = yield* provider({ '/request_token': handler })
      const [foundReason, foundDetail = ''] = shown(yield* begin(oauth1Plan(origin)))
      assert.strictEqual(foundReason, reason)
      assert.match(foundDetail, detail)
    }).pipe(Effect.provide(stack()))
  )

  const atReturn: ReadonlyArray<
    readonly [what: string, returned: Record<string, string>, reason: string, detail: RegExp, handler?: Handler]
  > = [
    ['no consent', { denied: 'rt' }, 'ErrorReturned', /^Error: access_denied,/],
    ['no verifier', { oauth_token: 'rt' }, 'AnswerUnreadable', /no "oauth_verifier"/],
    [
      'the request token of another journey',
      { ...returned, oauth_token: 'other' },
      'TokenInvalid',
      /not the request token/
    ],
    ['a verifier that is not accepted', returned, 'AnswerUnreadable', /answered 403 Forbidden$/, ending(403)],
    ['no access token', returned, 'AnswerUnreadable', /without a token/, form('user_id=7')]
  ]
  it.live.each(atReturn)('%s', ([, parameters, reason, detail, handler]) =>
    Effect.gen(function* () {
      const { origin } = yield* provider(handler === undefined ? {} : { '/access_token': handler })
      const [foundReason, foundDetail = ''] = shown(yield* redeem(oauth1Plan(origin), parameters, memory))
      assert.strictEqual(foundReason, reason)
      assert.match(foundDetail, detail)
      assert.notInclude(foundDetail, 'req sec')
    }).pipe(Effect.provide(stack()))
  )

  it.live('a journey that remembers no request token', () =>
    Effect.gen(function* () {
      const { origin } = yield* provider()
      assert.strictEqual(shown(yield* redeem(oauth1Plan(origin), { ...returned, oauth_token: '' }))[0], 'TokenInvalid')
    }).pipe(Effect.provide(stack()))
  )
})
