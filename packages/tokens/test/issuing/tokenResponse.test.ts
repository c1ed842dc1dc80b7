import type { IssuedTokens } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import { tokenResponse, type TokenResponseOptions } from '../../src/index.ts'
import { grant, issuing, tenantObjectId } from '../support/issuing.ts'

const of = (token: string) => ({ token, expiresIn: 3600 })
const tokens: IssuedTokens = {
  notBefore: 100,
  idToken: of('id'),
  accessToken: of('access'),
  refreshToken: { token: 'refresh', expiresIn: 1_209_600 }
}
const options: TokenResponseOptions = {
  issuing: issuing(),
  grant,
  tokens,
  scopes: ['https://contoso.onmicrosoft.com/api/read'],
  resource: 'a91',
  clientInfo: true
}
const decoded = (text: unknown): unknown => JSON.parse(Buffer.from(String(text), 'base64url').toString())

describe('a token response', () => {
  it('has every token, its times, and client_info where it was asked for', () => {
    const { client_info: info, ...body } = tokenResponse(options)
    assert.deepStrictEqual(body, {
      access_token: 'access',
      id_token: 'id',
      token_type: 'Bearer',
      not_before: 100,
      expires_in: 3600,
      expires_on: 3700,
      resource: 'a91',
      scope: 'https://contoso.onmicrosoft.com/api/read',
      refresh_token: 'refresh',
      refresh_token_expires_in: 1_209_600
    })
    assert.deepStrictEqual(decoded(info), { uid: 'u-1-b2c_1a_signup_signin', utid: tenantObjectId })
  })

  it('has profile_info and the life of the id token where client_info was not asked for', () => {
    const { id_token_expires_in: life, profile_info: info } = tokenResponse({ ...options, clientInfo: false })
    assert.strictEqual(life, 3600)
    assert.deepStrictEqual(decoded(info), {
      ver: '1.0',
      tid: tenantObjectId,
      sub: null,
      name: 'Ada',
      preferred_username: null,
      idp: null
    })
  })

  it('has numbers as text without SendTokenResponseBodyWithJsonNumbers', () => {
    const body = tokenResponse({ ...options, issuing: issuing({ jsonNumbers: false }) })
    const { expires_in: life, expires_on: end, not_before: start, refresh_token_expires_in: refreshLife } = body
    assert.deepStrictEqual([life, end, start, refreshLife], ['3600', '3700', '100', '1209600'])
  })

  it('for openid alone has no access token, and none of its members', () => {
    const alone: IssuedTokens = { ...tokens, accessToken: undefined, refreshToken: undefined }
    assert.deepStrictEqual(Object.keys(tokenResponse({ ...options, tokens: alone, scopes: [], resource: undefined })), [
      'id_token',
      'token_type',
      'not_before',
      'client_info',
      'scope'
    ])
  })
})
