/** Signatures over a typical ID token. */
import { createPrivateKey, createHash, sign } from 'node:crypto'
import { generateKeyPair, exportJWK, importJWK, SignJWT, jwtVerify } from 'jose'

const claims = {
  iss: 'https://login.contoso.example/tenant/v2.0',
  sub: '5b0c7d2e-3f0a-4c57-9d5e-0c3c1f5f8a11',
  aud: 'app',
  nonce: 'n-0S6_WzA2Mj',
  name: 'Adele Vance',
  given_name: 'Adele',
  family_name: 'Vance',
  country: 'AT',
  email: 'adele@contoso.example',
  tfp: 'B2C_1A_signup_signin',
  ver: '1.0'
}
const b64 = (o) => Buffer.from(JSON.stringify(o)).toString('base64url')

const joseEntry = (alg) => {
  let key
  return {
    name: `jose SignJWT ${alg}`,
    async setup() {
      key = (await generateKeyPair(alg)).privateKey
    },
    run: () =>
      new SignJWT(claims)
        .setProtectedHeader({ alg, kid: 'k1', typ: 'JWT' })
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(key)
  }
}
export const jose_rs256 = joseEntry('RS256')
export const jose_es256 = joseEntry('ES256')
export const jose_eddsa = joseEntry('EdDSA')
export const jose_rs256_import = (() => {
  let jwk
  return {
    name: 'jose SignJWT RS256, key imported from JWK every time',
    async setup() {
      jwk = await exportJWK((await generateKeyPair('RS256', { extractable: true })).privateKey)
    },
    run: async () =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT' })
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(await importJWK({ ...jwk }, 'RS256'))
  }
})()
export const jose_verify_rs256 = (() => {
  let key, token
  return {
    name: 'jose jwtVerify RS256',
    async setup() {
      const k = await generateKeyPair('RS256')
      key = k.publicKey
      token = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(k.privateKey)
    },
    run: () => jwtVerify(token, key)
  }
})()
const cryptoKey = async (alg) =>
  createPrivateKey({
    key: await exportJWK((await generateKeyPair(alg, { extractable: true })).privateKey),
    format: 'jwk'
  })
const options = (alg, key) => (alg === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' } : key)
const token = () => {
  const now = Math.floor(Date.now() / 1000)
  return { ...claims, iat: now, exp: now + 3600 }
}
const nodeSync = (alg) => {
  let key
  const head = b64({ alg, kid: 'k1', typ: 'JWT' }) + '.'
  return {
    name: `node:crypto sign ${alg}, on the event loop, header cached`,
    sync: true,
    async setup() {
      key = options(alg, await cryptoKey(alg))
    },
    run() {
      const body = head + b64(token())
      return body + '.' + sign('sha256', Buffer.from(body), key).toString('base64url')
    }
  }
}
const nodeAsync = (alg) => {
  let key
  const head = b64({ alg, kid: 'k1', typ: 'JWT' }) + '.'
  return {
    name: `node:crypto sign ${alg}, thread pool, header cached`,
    async setup() {
      key = options(alg, await cryptoKey(alg))
    },
    run: () =>
      new Promise((resolve, reject) => {
        const body = head + b64(token())
        sign('sha256', Buffer.from(body), key, (e, s) =>
          e ? reject(e) : resolve(body + '.' + s.toString('base64url'))
        )
      })
  }
}
export const node_rs256 = nodeSync('RS256')
export const node_es256 = nodeSync('ES256')
export const node_rs256_pool = nodeAsync('RS256')
export const node_es256_pool = nodeAsync('ES256')
export const sha = {
  name: 'sha256 of 1 KiB (for scale)',
  sync: true,
  run: () => createHash('sha256').update(kib).digest()
}
const kib = Buffer.alloc(1024, 97)
