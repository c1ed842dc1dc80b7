/** Identity providers of the tests: plans, an OpenID provider with real signatures, the layers that call it. */
import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import {
  type AuthorizationRequest,
  IdentityProviders,
  type PolicyKey,
  PolicyKeys,
  type RedemptionRequest,
  secretKey
} from '@trustframe/core/ports'
import type { IdentityProviderPlan, KeyReference } from '@trustframe/plan/plan'
import { type KeyContainerSpecs, layerIdTokens, layerSigningKeys } from '@trustframe/tokens'
import * as Layer from 'effect/Layer'
import { type DiscoveryOptions, layerDiscoveryDocuments } from '../../src/discovery/layerDiscoveryDocuments.ts'
import {
  type IdentityProviderOptions,
  layerIdentityProviders
} from '../../src/identityProviders/layerIdentityProviders.ts'
import { layerUndici } from '../../src/transport/layerUndici.ts'
import { type Handler, httpServer, json, type Received } from './servers.ts'

const origin = { file: 'Policy.xml', line: 1, column: 1 }

export const keyReference = (id: string, storageReferenceId: string): KeyReference => ({
  id,
  storageReferenceId,
  origin
})

/** An OAuth 2 profile with everything at its default; the endpoints are below `at`. */
export const providerPlan = (at: string, own: Partial<IdentityProviderPlan> = {}): IdentityProviderPlan => ({
  _tag: 'IdentityProvider',
  id: 'Idp',
  origin,
  inputClaims: [],
  outputClaims: [],
  protocol: 'OAuth2',
  providerName: undefined,
  clientId: 'client-1',
  clientIdParameter: 'client_id',
  clientSecretParameter: 'client_secret',
  clientSecret: keyReference('client_secret', 'B2C_1A_IdpSecret'),
  assertionSigningKey: undefined,
  metadataUrl: undefined,
  keysUrl: undefined,
  authorizationEndpoint: `${at}/authorize`,
  tokenEndpoint: `${at}/token`,
  requestTokenEndpoint: undefined,
  claimsEndpoint: `${at}/me`,
  claimsEndpointAccessTokenName: 'access_token',
  claimsEndpointFormat: undefined,
  extraClaimsParameters: [],
  bearerTokenTransmission: 'QueryString',
  userAgent: undefined,
  additionalRequestParameters: undefined,
  responseType: 'code',
  responseMode: 'query',
  scope: undefined,
  tokenMethod: 'POST',
  accessTokenResponseFormat: 'Default',
  tokenEndpointAuthMethod: 'client_secret_post',
  tokenSigningAlgorithm: 'RS256',
  issuer: undefined,
  validIssuerPrefixes: [],
  discoverMetadataByTokenIssuer: false,
  audience: 'client-1',
  resolveJsonPaths: false,
  usePolicyInRedirectUri: false,
  singleLogoutEnabled: true,
  endSessionEndpoint: undefined,
  markAsFailureOnStatusCode5xx: false,
  bodyClaims: [],
  errorParameter: 'error',
  ...own
})

/** An OpenID Connect profile that knows only the discovery document of its provider. */
export const openIdPlan = (at: string, own: Partial<IdentityProviderPlan> = {}): IdentityProviderPlan =>
  providerPlan(at, {
    protocol: 'OpenIdConnect',
    metadataUrl: `${at}/.well-known/openid-configuration`,
    authorizationEndpoint: undefined,
    tokenEndpoint: undefined,
    claimsEndpoint: undefined,
    bearerTokenTransmission: 'AuthorizationHeader',
    accessTokenResponseFormat: 'Json',
    responseMode: 'form_post',
    ...own
  })

/** An OAuth 1 profile. */
export const oauth1Plan = (at: string, own: Partial<IdentityProviderPlan> = {}): IdentityProviderPlan =>
  providerPlan(at, {
    protocol: 'OAuth1',
    requestTokenEndpoint: `${at}/request_token`,
    tokenEndpoint: `${at}/access_token`,
    responseType: 'oauth_verifier',
    ...own
  })

export const redirectUri = 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/oauth2/authresp'
export const state = 'StateProperties=eyJUSUQiOiIxIn0'
export const nonce = 'n-1'

export const beginning = (
  provider: IdentityProviderPlan,
  parameters: Readonly<Record<string, string>> = {}
): AuthorizationRequest => ({ provider, parameters, redirectUri, state, nonce })

export const begin = (provider: IdentityProviderPlan, parameters?: Readonly<Record<string, string>>) =>
  IdentityProviders.use((providers) => providers.begin(beginning(provider, parameters)))

export const redeem = (
  provider: IdentityProviderPlan,
  returned: RedemptionRequest['returned'],
  memory: RedemptionRequest['memory'] = {}
) => IdentityProviders.use((providers) => providers.redeem({ provider, returned, redirectUri, nonce, memory }))

const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A key pair and what it signs. */
export const makeSigner = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' },
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey,
    sign: (claims: object, header: object = {}) => {
      const signed = `${segment({ alg: 'RS256', typ: 'JWT', kid, ...header })}.${segment(claims)}`
      return `${signed}.${createSign('sha256').update(signed).sign(privateKey, 'base64url')}`
    }
  }
}

export type Signer = ReturnType<typeof makeSigner>

export const signer = makeSigner('k1')

/** `c_hash` and `at_hash` of RS256. */
export const half = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')

/** The claims of an id token that fits `openIdPlan`. */
export const idClaims = (issuer: string, own: object = {}): object => {
  const now = Math.floor(Date.now() / 1000)
  return { iss: issuer, aud: 'client-1', sub: 'u-1', nonce, iat: now, exp: now + 600, name: 'Ann', ...own }
}

/** Where a request was sent to. */
export const originOf = ({ headers }: Received): string => `http://${headers.host}`

const pathOf = ({ url }: Received): string => url.replace(/\?.*/, '')

/** A server that answers by path; another path is 404. */
export const routes = (handlers: Readonly<Record<string, Handler>>) =>
  httpServer((request, response, count) => {
    const handler = handlers[pathOf(request)]
    if (handler === undefined) response.writeHead(404).end()
    else handler(request, response, count)
  })

/** What an OpenID provider answers; another handler may stand in for each of its endpoints. */
export const openIdRoutes = (own: Readonly<Record<string, Handler>> = {}): Readonly<Record<string, Handler>> => ({
  '/.well-known/openid-configuration': (request, response, count) => {
    const at = originOf(request)
    json({
      issuer: at,
      authorization_endpoint: `${at}/authorize?p=1`,
      token_endpoint: `${at}/token`,
      userinfo_endpoint: `${at}/userinfo`,
      jwks_uri: `${at}/keys`
    })(request, response, count)
  },
  '/keys': json({ keys: [signer.jwk] }),
  '/token': (request, response, count) =>
    json({
      access_token: 'at-1',
      token_type: 'Bearer',
      expires_in: 3600,
      id_token: signer.sign(idClaims(originOf(request)))
    })(request, response, count),
  '/userinfo': json({ sub: 'u-1', email: 'ann@contoso.com', name: 'Ann B.' }),
  ...own
})

/** An OpenID provider. */
export const openIdProvider = (own?: Readonly<Record<string, Handler>>) => routes(openIdRoutes(own))

export interface StackOptions {
  readonly providers?: IdentityProviderOptions
  readonly discovery?: DiscoveryOptions
  readonly keys?: Readonly<Record<string, PolicyKey>>
  readonly containers?: KeyContainerSpecs
}

export const secret = 's3cret value'

/** Everything between an identity provider and its port, over real sockets. */
export const stack = ({ containers = {}, discovery = {}, keys = {}, providers = {} }: StackOptions = {}) => {
  const layerKeys = Layer.mergeAll(
    PolicyKeys.layerMemory({ B2C_1A_IdpSecret: secretKey(secret), ...keys }),
    Layer.orDie(layerSigningKeys(containers))
  )
  return layerIdentityProviders(providers).pipe(
    Layer.provide([layerDiscoveryDocuments(discovery), layerIdTokens()]),
    Layer.provide([layerUndici(), layerKeys])
  )
}

/** A form or a query as an object. */
export const parametersOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(text.includes('?') ? text.slice(text.indexOf('?')) : text))
