/** A whole journey: from the policy to the redirect, back with a code, to the claims of a token. */
import { assert, describe, it } from '@effect/vitest'
import { Interpreter, type JourneyOutcome } from '@trustframe/core'
import { RestfulProvider } from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import {
  idClaims,
  openIdProvider,
  originOf,
  parametersOf,
  redirectUri,
  signer,
  stack
} from '../support/identityProviders.ts'
import { federationPlan } from '../support/journey.ts'
import { type Handler, json } from '../support/servers.ts'

const layer = Interpreter.layer.pipe(
  Layer.provide([stack(), Layer.succeed(RestfulProvider, { exchange: () => Effect.die('no service is called') })])
)

const context = {
  correlationId: '6d3bb0ad-6a3c-4b9b-9d2b-7f6f8c3f2a11',
  language: 'en-US',
  parameters: { client_id: 'app' },
  hostName: 'contoso.b2clogin.com',
  ipAddress: '203.0.113.7'
}

const redirectOf = (outcome: JourneyOutcome): string =>
  outcome._tag === 'Suspended' && outcome.interaction._tag === 'Redirect' ? outcome.interaction.url : outcome._tag

/** Redeems any code for an id token with the nonce that the authorization request had. */
const issuing =
  (nonce: () => string | undefined): Handler =>
  (request, response, count) =>
    json({ access_token: 'at-1', id_token: signer.sign(idClaims(originOf(request), { nonce: nonce() })) })(
      request,
      response,
      count
    )

const signIn = (returned: Readonly<Record<string, string>>, nonce?: string) =>
  Effect.gen(function* () {
    let sent: Readonly<Record<string, string>> = {}
    const { origin, requests } = yield* openIdProvider({ '/token': issuing(() => nonce ?? sent['nonce']) })
    const plan = federationPlan(origin)
    const interpreter = yield* Interpreter
    const suspended = yield* interpreter.start(plan, { context, claims: new Map() })
    const redirect = redirectOf(suspended)
    sent = parametersOf(redirect)
    const end = yield* interpreter.advance(plan, suspended.state, { _tag: 'Returned', parameters: returned })
    return { end, origin, redirect, requests, sent }
  })

describe('a journey with an identity provider', () => {
  it.live('ends with a token', () =>
    Effect.gen(function* () {
      const { end, origin, redirect, requests, sent } = yield* signIn({ code: 'c-1' })
      assert.isTrue(redirect.startsWith(`${origin}/authorize?p=1&`))
      assert.deepInclude(sent, {
        client_id: 'client-1',
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid email'
      })
      assert.match(sent['state'] ?? '', /^StateProperties=/)
      assert.deepStrictEqual(end._tag === 'Completed' ? end.token : end, {
        sub: 'u-1',
        email: 'ann@contoso.com',
        idp_access_token: 'at-1'
      })
      assert.deepStrictEqual(
        requests.map(({ method, url }) => `${method} ${url}`),
        ['GET /.well-known/openid-configuration', 'POST /token', 'GET /keys', 'GET /userinfo']
      )
    }).pipe(Effect.provide(layer))
  )

  it.live.each([
    [
      'an error',
      { error: 'access_denied', error_description: 'no' },
      undefined,
      'Error: access_denied,Error Description: no'
    ],
    [
      'the token of another journey',
      { code: 'c-1' },
      'other',
      "the id token's nonce is not that of the authorization request"
    ]
  ] as const)('ends with AADB2C90273 after %s', ([, returned, nonce, detail]) =>
    Effect.gen(function* () {
      const { end } = yield* signIn(returned, nonce)
      const { error = '', error_description: description = '' } =
        end._tag === 'Failed' ? (end.error.relyingParty ?? {}) : {}
      assert.strictEqual(error, 'server_error')
      assert.include(description, `AADB2C90273: An invalid response was received : '${detail}'`)
    }).pipe(Effect.provide(layer))
  )
})
