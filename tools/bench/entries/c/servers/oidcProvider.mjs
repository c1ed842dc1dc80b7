/** oidc-provider with its in-memory adapter and a small sign-in page; argument: opaque, jwt, consent or es256. */
import { createServer } from 'node:http'
import { generateKeyPair, exportJWK } from 'jose'
import { Provider } from 'oidc-provider'
import { announce } from '../../../lib/statsChannel.mjs'

const mode = process.argv[2] ?? 'opaque'
const alg = mode === 'es256' ? 'ES256' : 'RS256'
const { privateKey } = await generateKeyPair(alg, { extractable: true, modulusLength: 2048 })
const jwk = { ...(await exportJWK(privateKey)), kid: 'k1', use: 'sig', alg }
const CLIENT = { client_id: 'app', redirect_uri: 'http://127.0.0.1:9/callback' }

const server = createServer()
await new Promise((r) => server.listen(0, '127.0.0.1', r))
const port = server.address().port
const issuer = `http://127.0.0.1:${port}`
const user = { username: 'adele@contoso.example', password: 'P@ssw0rd!' }
const resource = 'https://api.contoso.example'

const provider = new Provider(issuer, {
  clients: [
    {
      ...CLIENT,
      redirect_uris: [CLIENT.redirect_uri],
      token_endpoint_auth_method: 'none',
      application_type: 'web',
      id_token_signed_response_alg: alg,
      response_types: ['code'],
      grant_types: ['authorization_code']
    }
  ],
  jwks: { keys: [jwk] },
  cookies: { keys: ['a-fixed-cookie-key-for-the-benchmark'] },
  claims: {
    openid: ['sub'],
    profile: ['name', 'given_name', 'family_name', 'country'],
    email: ['email', 'email_verified']
  },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  ttl: { AccessToken: 3600, AuthorizationCode: 60, IdToken: 3600, Interaction: 600, Session: 3600, Grant: 3600 },
  findAccount: (_ctx, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      name: 'Adele Vance',
      given_name: 'Adele',
      family_name: 'Vance',
      country: 'AT',
      email: id,
      email_verified: true
    })
  }),
  interactions: { url: (_ctx, i) => `/interaction/${i.uid}` },
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    ...(mode === 'jwt'
      ? {
          resourceIndicators: {
            enabled: true,
            defaultResource: () => resource,
            useGrantedResource: () => true,
            getResourceServerInfo: () => ({
              scope: 'openid profile email',
              audience: resource,
              accessTokenTTL: 3600,
              accessTokenFormat: 'jwt',
              jwt: { sign: { alg } }
            })
          }
        }
      : {})
  },
  ...(mode === 'consent'
    ? {}
    : {
        async loadExistingGrant(ctx) {
          const grant = new ctx.oidc.provider.Grant({
            clientId: ctx.oidc.client.clientId,
            accountId: ctx.oidc.session.accountId
          })
          grant.addOIDCScope('openid profile email')
          if (mode === 'jwt') grant.addResourceScope(resource, 'openid profile email')
          await grant.save()
          return grant
        }
      })
})
provider.on('server_error', (_c, e) => console.error(e))
const handle = provider.callback()
const readForm = (req) =>
  new Promise((resolve, reject) => {
    let s = ''
    req.setEncoding('utf8')
    req.on('data', (c) => {
      s += c
    })
    req.on('end', () => resolve(new URLSearchParams(s)))
    req.on('error', reject)
  })
const page = (res, body) => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in</title></head><body>${body}</body></html>`
  res.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
    'cache-control': 'no-store'
  })
  res.end(html)
}

const answer = async (req, res) => {
  if (!req.url.startsWith('/interaction/')) return handle(req, res)
  try {
    const d = await provider.interactionDetails(req, res)
    if (req.method === 'GET') {
      if (d.prompt.name === 'login')
        return page(
          res,
          `<form method="post" action="/interaction/${d.uid}"><input type="email" name="username"><input type="password" name="password"><button>Sign in</button></form>`
        )
      return page(
        res,
        `<form method="post" action="/interaction/${d.uid}"><input type="hidden" name="confirm" value="yes"><button>Continue</button></form>`
      )
    }
    const form = await readForm(req)
    if (d.prompt.name === 'login') {
      if (form.get('username') !== user.username || form.get('password') !== user.password) return page(res, 'wrong')
      return await provider.interactionFinished(
        req,
        res,
        { login: { accountId: user.username } },
        { mergeWithLastSubmission: false }
      )
    }
    const grant = d.grantId
      ? await provider.Grant.find(d.grantId)
      : new provider.Grant({ accountId: d.session.accountId, clientId: d.params.client_id })
    if (d.prompt.details.missingOIDCScope) grant.addOIDCScope(d.prompt.details.missingOIDCScope.join(' '))
    return await provider.interactionFinished(
      req,
      res,
      { consent: { grantId: await grant.save() } },
      { mergeWithLastSubmission: true }
    )
  } catch (e) {
    console.error(e)
    res.writeHead(500).end(String(e))
  }
}
server.on('request', (req, res) => void answer(req, res))
announce({ origin: issuer })
