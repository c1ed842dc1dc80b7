/** Tokens that others issue. */
import { createSign, generateKeyPairSync, type KeyObject, createHmac } from 'node:crypto'

const segment = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')

/** A key pair of somebody else. */
export const makeProvider = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    jwk: { ...publicKey.export({ format: 'jwk' }), kty: 'RSA', kid, use: 'sig' },
    sign: (claims: object, header: object = {}) =>
      signRsa(privateKey, claims, { alg: 'RS256', typ: 'JWT', kid, ...header })
  }
}

const signRsa = (key: KeyObject, claims: object, header: object) => {
  const signed = `${segment(header)}.${segment(claims)}`
  return `${signed}.${createSign('sha256').update(signed).sign(key, 'base64url')}`
}

/** A token by a shared secret. */
export const signSecret = (secret: string | Buffer, claims: object, header: object = {}) => {
  const signed = `${segment({ alg: 'HS256', typ: 'JWT', ...header })}.${segment(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

/** A token that nobody signed. */
export const unsigned = (claims: object) => `${segment({ alg: 'none' })}.${segment(claims)}.`
