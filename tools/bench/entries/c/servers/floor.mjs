/**
 * The floor of the server path: the same exchanges (discovery, authorize, page, post, token) by hand on node:http with Maps,
 * one RS256 signature with a cached key, and nothing else.
 */
import { createServer } from 'node:http'
import { createHash, createHmac, generateKeyPairSync, randomBytes, sign, timingSafeEqual } from 'node:crypto'
import { announce } from '../../../lib/statsChannel.mjs'

const signatures = Number(process.argv[2] ?? '1')
const b2c = process.argv[3] === 'b2c' // the page contract of Azure AD B2C: one exchange more
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const header = Buffer.from(JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: 'k1' })).toString('base64url')
const jwt = (payload) =>
  new Promise((resolve, reject) => {
    const body = header + '.' + Buffer.from(JSON.stringify(payload)).toString('base64url')
    // With a callback the signature is made on the thread pool, the event loop goes on.
    sign('sha256', Buffer.from(body), privateKey, (e, s) =>
      e ? reject(e) : resolve(body + '.' + s.toString('base64url'))
    )
  })
const secret = randomBytes(32)
const mac = (s) => createHmac('sha256', secret).update(s).digest('base64url')
const sessions = new Map()
const codes = new Map()
let origin
let meta
const send = (res, status, type, body, extra) => {
  const b = Buffer.from(body)
  res.writeHead(status, { 'content-type': type, 'content-length': b.length, 'cache-control': 'no-store', ...extra })
  res.end(b)
}
const readForm = (req) =>
  new Promise((resolve) => {
    let s = ''
    req.setEncoding('utf8')
    req.on('data', (c) => {
      s += c
    })
    req.on('end', () => resolve(new URLSearchParams(s)))
  })
const answer = async (req, res) => {
  const u = new URL(req.url, origin)
  if (u.pathname === '/.well-known/openid-configuration') return send(res, 200, 'application/json', meta)
  if (u.pathname === '/jwks')
    return send(
      res,
      200,
      'application/json',
      JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] })
    )
  if (u.pathname === '/auth') {
    const id = randomBytes(16).toString('base64url')
    sessions.set(id, { q: Object.fromEntries(u.searchParams), at: Date.now(), ok: false })
    if (b2c) {
      const settings = {
        csrf: mac(id),
        transId: 'StateProperties=' + id,
        api: 'CombinedSigninAndSignup',
        hosts: { tenant: '/t/p', policy: 'B2C_1A_signup_signin' }
      }
      return send(
        res,
        200,
        'text/html; charset=utf-8',
        `<!doctype html><html><head><script>var SETTINGS = ${JSON.stringify(settings)};</script></head><body><div id="api"></div></body></html>`,
        { 'set-cookie': `sid=${id}; HttpOnly; SameSite=Lax; Path=/` }
      )
    }
    return send(
      res,
      200,
      'text/html; charset=utf-8',
      `<!doctype html><form method="post" action="/login"><input type="hidden" name="csrf" value="${mac(id)}"><input name="username"><input type="password" name="password"></form>`,
      { 'set-cookie': `sid=${id}; HttpOnly; SameSite=Lax; Path=/` }
    )
  }
  if (u.pathname === '/login') {
    const f = await readForm(req)
    const id = /(?:^|; )sid=([^;]+)/.exec(req.headers.cookie ?? '')?.[1]
    const s = sessions.get(id)
    if (!s || !timingSafeEqual(Buffer.from(f.get('csrf') ?? ''.padEnd(43)), Buffer.from(mac(id))))
      return send(res, 400, 'text/plain', 'no session')
    if (f.get('username') !== 'adele@contoso.example' || f.get('password') !== 'P@ssw0rd!')
      return send(res, 401, 'text/plain', 'wrong')
    sessions.delete(id)
    const code = randomBytes(24).toString('base64url')
    codes.set(code, s.q)
    return send(res, 302, 'text/plain', '', {
      location: `${s.q.redirect_uri}?code=${code}&state=${encodeURIComponent(s.q.state)}`
    })
  }
  if (u.pathname === '/t/p/SelfAsserted') {
    const f = await readForm(req)
    const id = u.searchParams.get('tx').slice('StateProperties='.length)
    const s = sessions.get(id)
    if (!s || !(req.headers.cookie ?? '').includes(id) || req.headers['x-csrf-token'] !== mac(id))
      return send(res, 400, 'text/plain', 'no session')
    s.ok = f.get('signInName') === 'adele@contoso.example' && f.get('password') === 'P@ssw0rd!'
    return send(res, 200, 'application/json', s.ok ? '{"status":"200"}' : '{"status":"400","message":"wrong"}')
  }
  if (u.pathname === '/t/p/api/CombinedSigninAndSignup/confirmed') {
    const id = u.searchParams.get('tx').slice('StateProperties='.length)
    const s = sessions.get(id)
    if (!s?.ok || u.searchParams.get('csrf_token') !== mac(id)) return send(res, 400, 'text/plain', 'no session')
    sessions.delete(id)
    const code = randomBytes(24).toString('base64url')
    codes.set(code, s.q)
    return send(res, 302, 'text/plain', '', {
      location: `${s.q.redirect_uri}?code=${code}&state=${encodeURIComponent(s.q.state)}`
    })
  }
  if (u.pathname === '/token') {
    const f = await readForm(req)
    const q = codes.get(f.get('code'))
    codes.delete(f.get('code'))
    if (!q || createHash('sha256').update(f.get('code_verifier')).digest('base64url') !== q.code_challenge)
      return send(res, 400, 'application/json', '{"error":"invalid_grant"}')
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: origin,
      sub: 'adele@contoso.example',
      aud: q.client_id,
      iat: now,
      exp: now + 3600,
      nonce: q.nonce,
      name: 'Adele Vance',
      given_name: 'Adele',
      family_name: 'Vance',
      country: 'AT',
      email: 'adele@contoso.example'
    }
    const [id_token, access] = await Promise.all([
      jwt(claims),
      signatures > 1 ? jwt({ ...claims, aud: 'api' }) : randomBytes(32).toString('base64url')
    ])
    return send(
      res,
      200,
      'application/json',
      JSON.stringify({ id_token, access_token: access, token_type: 'Bearer', expires_in: 3600 })
    )
  }
  send(res, 404, 'text/plain', 'no')
}
const server = createServer((req, res) => void answer(req, res))
server.listen(0, '127.0.0.1', () => {
  origin = `http://127.0.0.1:${server.address().port}`
  meta = JSON.stringify({
    issuer: origin,
    authorization_endpoint: origin + '/auth',
    token_endpoint: origin + '/token',
    jwks_uri: origin + '/jwks',
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256']
  })
  announce({ origin })
})
