/**
 * A scripted browser and application: discovery, authorization request with PKCE, pages, code, token. Small, so that it is
 * not what limits the servers.
 */
import { createHash, randomBytes } from 'node:crypto'
import { Pool } from 'undici'

export const CLIENT = { client_id: 'app', redirect_uri: 'http://127.0.0.1:9/callback', scope: 'openid profile email' }
export const USER = { username: 'adele@contoso.example', password: 'P@ssw0rd!' }

export class Http {
  constructor(origin, connections = 32) {
    this.origin = origin
    this.pool = new Pool(origin, { connections })
  }
  async send(jar, method, target, form, extra) {
    const url = new URL(target, this.origin)
    const headers = { ...extra }
    const cookie = jar?.header()
    if (cookie) headers.cookie = cookie
    if (form) headers['content-type'] = 'application/x-www-form-urlencoded'
    const r = await this.pool.request({
      path: url.pathname + url.search,
      method,
      headers,
      body: form ? new URLSearchParams(form).toString() : undefined
    })
    const text = await r.body.text()
    if (jar) jar.store(r.headers['set-cookie'])
    return { status: r.statusCode, headers: r.headers, text }
  }
  close() {
    return this.pool.close()
  }
}

export class Jar {
  #c = new Map()
  store(set) {
    if (!set) return
    for (const line of Array.isArray(set) ? set : [set]) {
      const semi = line.indexOf(';')
      const pair = semi < 0 ? line : line.slice(0, semi)
      const eq = pair.indexOf('=')
      const name = pair.slice(0, eq)
      const value = pair.slice(eq + 1)
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.#c.delete(name)
      else this.#c.set(name, value)
    }
  }
  header() {
    if (this.#c.size === 0) return undefined
    let s = ''
    for (const [k, v] of this.#c) s += (s === '' ? '' : '; ') + k + '=' + v
    return s
  }
}

const b64 = (n) => randomBytes(n).toString('base64url')

/** One whole sign-in. Returns the token response and how many HTTP exchanges it took. */
export const signIn = async (
  http,
  {
    discovery = '/.well-known/openid-configuration',
    fields = USER,
    clientId = CLIENT.client_id,
    redirectUri = CLIENT.redirect_uri,
    scope = CLIENT.scope,
    extra = {},
    basic
  } = {}
) => {
  const jar = new Jar()
  let exchanges = 1
  const meta = JSON.parse((await http.send(undefined, 'GET', discovery)).text)
  const verifier = b64(32)
  const state = b64(12)
  const nonce = b64(12)
  const q = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...extra
  })
  let r = await http.send(
    jar,
    'GET',
    meta.authorization_endpoint + (meta.authorization_endpoint.includes('?') ? '&' : '?') + q
  )
  exchanges++
  let code
  for (let i = 0; i < 12; i++) {
    if (r.status >= 300 && r.status < 400) {
      const to = r.headers.location
      if (to.startsWith(redirectUri)) {
        const p = new URL(to).searchParams
        if (p.get('state') !== state) throw new Error('state differs')
        code = p.get('code')
        if (!code) throw new Error('no code: ' + to)
        break
      }
      r = await http.send(jar, 'GET', to)
    } else if (r.status === 200 && r.text.includes('var SETTINGS = ')) {
      // The Azure AD B2C page contract: SETTINGS in the page, POST to SelfAsserted, then .../confirmed.
      const set = JSON.parse(/var SETTINGS = (\{.*?\});/s.exec(r.text)[1])
      const tail = `tx=${encodeURIComponent(set.transId)}&p=${encodeURIComponent(set.hosts.policy)}`
      const a = await http.send(
        jar,
        'POST',
        `${set.hosts.tenant}/SelfAsserted?${tail}`,
        { request_type: 'RESPONSE', signInName: fields.username, password: fields.password },
        { 'x-csrf-token': set.csrf, 'x-requested-with': 'XMLHttpRequest' }
      )
      if (a.status !== 200 || String(JSON.parse(a.text).status) !== '200')
        throw new Error(`SelfAsserted: ${a.status} ${a.text.slice(0, 300)}`)
      exchanges++
      r = await http.send(
        jar,
        'GET',
        `${set.hosts.tenant}/api/${set.api}/confirmed?rememberMe=false&csrf_token=${encodeURIComponent(set.csrf)}&${tail}`
      )
    } else if (r.status === 200) {
      const m = /<form[^>]*action="([^"]+)"/.exec(r.text)
      if (!m) throw new Error('page without a form')
      const form = {}
      for (const f of r.text.matchAll(/<input[^>]*name="([^"]+)"(?:[^>]*value="([^"]*)")?/g))
        form[f[1]] = fields[f[1]] ?? f[2] ?? ''
      r = await http.send(jar, 'POST', m[1].replaceAll('&amp;', '&'), form)
    } else throw new Error(`status ${r.status}: ${r.text.slice(0, 300)}`)
    exchanges++
  }
  const t = await http.send(
    undefined,
    'POST',
    meta.token_endpoint,
    { grant_type: 'authorization_code', code, redirect_uri: redirectUri, client_id: clientId, code_verifier: verifier },
    basic ? { authorization: basic } : undefined
  )
  exchanges++
  if (t.status !== 200) throw new Error(`token: ${t.status} ${t.text}`)
  const tokens = JSON.parse(t.text)
  return { tokens, nonce, exchanges, jwks_uri: meta.jwks_uri, issuer: meta.issuer }
}
