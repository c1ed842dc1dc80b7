/** An issuer, its plan, and a grant, as the starter pack would have them. */
import { type Grant, type Issuing, TokenIssuer, type TokenRequest } from '@trustframe/core/ports'
import type { JwtIssuerPlan, KeyReference, Origin } from '@trustframe/plan/plan'
import * as Layer from 'effect/Layer'
import { type KeyContainerSpecs, KeyMaterial, layerSigningKeys, layerTokenIssuer } from '../../src/index.ts'

export const origin: Origin = { file: 'TrustFrameworkBase.xml', line: 1, column: 1 }

export const reference = (id: string, storageReferenceId: string): KeyReference => ({ id, storageReferenceId, origin })

export const signing = 'B2C_1A_TokenSigningKeyContainer'
export const sealing = 'B2C_1A_TokenEncryptionKeyContainer'

/** The defaults of the documentation. */
export const jwtPlan: JwtIssuerPlan = {
  _tag: 'Jwt',
  signingKey: reference('issuer_secret', signing),
  encryptionKey: reference('issuer_refresh_token_key', sealing),
  accessTokenLifetime: 3600,
  idTokenLifetime: 3600,
  refreshTokenLifetime: 1_209_600,
  refreshTokenWindow: 7_776_000,
  issuance: 'AuthorityAndTenantGuid',
  acr: true,
  jsonNumbers: true,
  userIdentity: undefined,
  refreshTokenUserJourneyId: undefined,
  clientCredentialsUserJourneyId: undefined
}

export const tenantObjectId = '775527ff-9a37-4307-8b3d-cc311f58d925'

export const issuing = (plan: Partial<JwtIssuerPlan> = {}, policyId = 'B2C_1A_SignUp_SignIn'): Issuing => ({
  issuer: { technicalProfile: 'JwtIssuer', format: 'JWT', origin, details: { ...jwtPlan, ...plan } },
  policy: {
    policyId,
    tenantId: 'contoso.onmicrosoft.com',
    tenantObjectId,
    trustFrameworkTenantId: 'contoso.onmicrosoft.com',
    deploymentMode: 'Production'
  },
  authority: 'https://login.test'
})

export const grant: Grant = {
  policyId: 'B2C_1A_SignUp_SignIn',
  clientId: 'c0ffee00-0000-4000-8000-000000000001',
  subject: 'u-1',
  claims: { sub: 'u-1', name: 'Ada', emails: ['ada@contoso.com'], newUser: false, given_name: null },
  userIdentity: 'u-1',
  scopes: ['openid', 'offline_access'],
  nonce: 'n-0S6',
  authTime: 1_800_000_000 - 100,
  grantedAt: 1_800_000_000,
  request: { redirect_uri: 'https://app.test/cb' }
}

export const api = { audience: 'a91', scopes: ['read', 'write'] }

export const wanted = (of: Partial<TokenRequest> = {}): TokenRequest => ({
  idToken: true,
  accessToken: undefined,
  refreshToken: false,
  code: undefined,
  ...of
})

/** Keys on a curve are made in no time; RSA keys are not. */
export const quickKeys: KeyContainerSpecs = {
  [signing]: [{ material: KeyMaterial.GeneratedEc(), kid: 'signing' }],
  [sealing]: [{ material: KeyMaterial.GeneratedSecret(), use: 'enc' }]
}

/** An issuer with these keys, and the keys themselves. */
export const layerIssuer = (keys: KeyContainerSpecs = quickKeys) =>
  layerTokenIssuer.pipe(Layer.provideMerge(Layer.orDie(layerSigningKeys(keys))))

export const issue = (of: Partial<TokenRequest>, by = issuing(), from = grant) =>
  TokenIssuer.use((issuer) => issuer.issue(by, from, wanted(of)))

const part = (token: string, at: number): unknown =>
  JSON.parse(Buffer.from(token.split('.')[at] ?? '', 'base64url').toString())

export const headerOf = (token: string | undefined) => part(token ?? '', 0)
export const claimsOf = (token: string | undefined) => part(token ?? '', 1)
