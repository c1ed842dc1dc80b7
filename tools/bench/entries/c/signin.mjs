/** Whole sign-ins against a server in a process of its own; the browser and the application are in this one. */
import { fileURLToPath } from 'node:url'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { Http, signIn } from '../../lib/flow.mjs'
import { startServer } from '../../lib/startServer.mjs'

const isJwt = (token) => token?.split('.').length === 3

/** Proves that an ID token is right: signature, issuer, audience, nonce. */
const verify = async (http, { issuer, jwks_uri: jwksUri, nonce, tokens }, audience) => {
  const keys = JSON.parse((await http.send(undefined, 'GET', jwksUri)).text)
  const { payload } = await jwtVerify(tokens.id_token, createLocalJWKSet(keys), { issuer, audience })
  if (payload.nonce !== nonce) throw new Error('the nonce differs')
}

/** An entry for a server program; `options` are those of `signIn`. */
export const served = (name, file, args = [], options = {}) => {
  let server
  let http
  return {
    name,
    async setup() {
      server = await startServer(file, args)
      http = new Http(server.origin)
      const answer = await signIn(http, options)
      await verify(http, answer, options.clientId ?? 'app')
      const jwts = [answer.tokens.id_token, answer.tokens.access_token].filter(isJwt).length
      this.name = `${name} [${answer.exchanges} exchanges, ${jwts} JWT]`
    },
    run: () => signIn(http, options),
    remoteCpu: () => server.stats(),
    async teardown() {
      await http.close()
      server.stop()
    }
  }
}

const at = (p) => fileURLToPath(new URL(`./servers/${p}`, import.meta.url))

export const oidc_provider = served('oidc-provider, opaque access token', at('oidcProvider.mjs'), ['opaque'])
export const oidc_provider_jwt = served('oidc-provider, JWT access token', at('oidcProvider.mjs'), ['jwt'])
export const oidc_provider_consent = served('oidc-provider, consent page', at('oidcProvider.mjs'), ['consent'])
export const oidc_provider_es256 = served('oidc-provider, ES256', at('oidcProvider.mjs'), ['es256'])
export const mock = served('oauth2-mock-server (no login page)', at('oauth2MockServer.mjs'), [], {
  basic: 'Basic ' + Buffer.from('app:secret').toString('base64')
})
export const floor1 = served('hand-written node:http, 1 RS256 (floor)', at('floor.mjs'), ['1'])
export const floor2 = served('hand-written node:http, 2 RS256 (floor)', at('floor.mjs'), ['2'])
export const floor_b2c = served('hand-written node:http, B2C page contract, 1 RS256 (floor)', at('floor.mjs'), [
  '1',
  'b2c'
])
