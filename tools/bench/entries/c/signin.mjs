import { fileURLToPath } from 'node:url'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { forkOn } from '../../lib/orchestrate.mjs'
import { Http, signIn } from '../../lib/flow.mjs'

/** Server in its own process on its own core; the driver stays in this process. */
export const served = (name, file, args = [], options = {}) => {
  let child
  let http
  return {
    name,
    async setup() {
      child = forkOn(1, file, args)
      const { origin } = await new Promise((resolve, reject) => {
        child.once('message', resolve)
        child.once('exit', (c) => reject(new Error(`server exited with ${c}`)))
      })
      http = new Http(origin)
      // Prove once that the answer is right: signature, issuer, audience, nonce.
      const r = await signIn(http, options)
      const jwks = JSON.parse((await http.send(undefined, 'GET', r.jwks_uri)).text)
      const { payload } = await jwtVerify(r.tokens.id_token, createLocalJWKSet(jwks), {
        issuer: r.issuer,
        audience: options.clientId ?? 'app'
      })
      if (payload.nonce !== r.nonce) throw new Error('nonce differs')
      this.name = `${name} [${r.exchanges} exchanges, ${[r.tokens.id_token, r.tokens.access_token].filter((t) => t?.split('.').length === 3).length} JWT]`
    },
    run: () => signIn(http, options),
    remoteCpu: () =>
      new Promise((resolve) => {
        child.once('message', resolve)
        child.send('stats')
      }),
    async teardown() {
      await http.close()
      child.kill()
    }
  }
}
const at = (p) => fileURLToPath(new URL(`./servers/${p}`, import.meta.url))

export const oidc_provider = served('oidc-provider, opaque access token', at('oidc-provider.mjs'), ['opaque'])
export const oidc_provider_jwt = served('oidc-provider, JWT access token', at('oidc-provider.mjs'), ['jwt'])
export const oidc_provider_consent = served('oidc-provider, consent page', at('oidc-provider.mjs'), ['consent'])
export const oidc_provider_es256 = served('oidc-provider, ES256', at('oidc-provider.mjs'), ['es256'])
export const mock = served('oauth2-mock-server (no login page)', at('oauth2-mock-server.mjs'), [], {
  basic: 'Basic ' + Buffer.from('app:secret').toString('base64')
})
export const floor1 = served('hand-written node:http, 1 RS256 (floor)', at('floor.mjs'), ['1'])
export const floor2 = served('hand-written node:http, 2 RS256 (floor)', at('floor.mjs'), ['2'])
export const floor_b2c = served('hand-written node:http, B2C page contract, 1 RS256 (floor)', at('floor.mjs'), [
  '1',
  'b2c'
])
