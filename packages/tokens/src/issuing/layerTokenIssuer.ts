/** Issues JSON Web Tokens and seals grants, with keys of the tenant's containers. */
import type { JsonObject } from '@trustframe/claims'
import {
  type Grant,
  type Issuing,
  type IssuedTokens,
  type OpenedGrant,
  SigningKeys,
  TokenIssuanceError,
  TokenIssuer,
  type TokenRequest
} from '@trustframe/core/ports'
import type { JwtIssuerPlan } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { halfHash } from '../jwt/halfHash.ts'
import { type Signer, signJwt } from '../jwt/signJwt.ts'
import { isUnexpired } from '../keys/activeKey.ts'
import { KeyImporter } from '../keys/importedKeys.ts'
import { publicJwk } from '../keys/Jwk.ts'
import { nowSeconds } from '../nowSeconds.ts'
import { GrantCipher } from './GrantCipher.ts'
import { type GrantKind, readGrant, writeGrant } from './grantJson.ts'
import { activeKeyOf, containerOf, forIssuer, sealingKey, signerOf, signingKey } from './issuerKeys.ts'
import { issuerName } from './issuerName.ts'
import { refreshTokenLife } from './refreshTokenLife.ts'
import { accessTokenClaims, clientCredentialsClaims, idTokenClaims, type TokenBasis } from './tokenClaims.ts'

/** Fixed. Source: configure-tokens. */
const codeLifetime = 600

const planOf = ({ issuer }: Issuing): Effect.Effect<JwtIssuerPlan, TokenIssuanceError> =>
  issuer.details._tag === 'Jwt'
    ? Effect.succeed(issuer.details)
    : Effect.fail(
        new TokenIssuanceError({
          technicalProfile: issuer.technicalProfile,
          storageReferenceId: 'issuer_secret',
          detail: `its OutputTokenFormat is "${issuer.format}", which is no JSON Web Token`
        })
      )

const accessClaims = (basis: TokenBasis, plan: JwtIssuerPlan, { policy }: Issuing, wanted: TokenRequest) => {
  const { accessToken, clientCredentials = false } = wanted
  if (accessToken === undefined) return undefined
  const tenant = policy.tenantObjectId ?? policy.tenantId
  return clientCredentials
    ? clientCredentialsClaims(basis, plan.accessTokenLifetime, accessToken, tenant)
    : accessTokenClaims(basis, plan.accessTokenLifetime, accessToken)
}

/** The access token first: the id token holds its hash. */
const signTokens = Effect.fnUntraced(function* (
  basis: TokenBasis,
  plan: JwtIssuerPlan,
  access: JsonObject | undefined,
  wanted: TokenRequest,
  signer: Signer
) {
  const hash = (text: string | undefined) => (text === undefined ? Effect.undefined : halfHash(text, signer.algorithm))
  const accessToken = access === undefined ? undefined : yield* signJwt(access, signer)
  const hashes = { accessToken: yield* hash(accessToken), code: yield* hash(wanted.code) }
  const idToken = wanted.idToken
    ? yield* signJwt(idTokenClaims(basis, plan.idTokenLifetime, hashes), signer)
    : undefined
  return { accessToken, idToken }
})

const withLife = (token: string | undefined, expiresIn: number) =>
  token === undefined ? undefined : { token, expiresIn }

const makeIssuer = (keys: SigningKeys['Service']): TokenIssuer['Service'] => {
  const importer = new KeyImporter()
  const cipher = new GrantCipher()

  const seal = Effect.fnUntraced(function* (
    issuing: Issuing,
    plan: JwtIssuerPlan,
    kind: GrantKind,
    grant: Grant,
    lifetime: number
  ) {
    const issuedAt = yield* nowSeconds
    const key = sealingKey(issuing, plan)
    const text = writeGrant({ kind, grant, issuedAt, expiresAt: issuedAt + lifetime })
    return yield* cipher.seal(text, yield* activeKeyOf(keys, key)).pipe(forIssuer(key))
  })

  const open = Effect.fnUntraced(function* (issuing: Issuing, kind: GrantKind, sealed: string) {
    const key = sealingKey(issuing, yield* planOf(issuing))
    const { keys: candidates } = yield* containerOf(keys, key)
    const text = yield* cipher.open(sealed, candidates).pipe(forIssuer(key))
    const dated = text === undefined ? undefined : readGrant(text)
    if (dated === undefined || dated.kind !== kind) return { _tag: 'GrantUnreadable' } satisfies OpenedGrant
    const now = yield* nowSeconds
    const { expiresAt, grant, issuedAt } = dated
    return now < expiresAt
      ? ({ _tag: 'GrantOpened', grant } satisfies OpenedGrant)
      : ({ _tag: 'GrantExpired', now, issuedAt, windowEnds: expiresAt } satisfies OpenedGrant)
  })

  const issue = Effect.fnUntraced(function* (issuing: Issuing, grant: Grant, wanted: TokenRequest) {
    const plan = yield* planOf(issuing)
    const now = yield* nowSeconds
    const basis: TokenBasis = { issuer: issuerName(issuing, plan.issuance), grant, now, acr: plan.acr }
    const access = accessClaims(basis, plan, issuing, wanted)
    const key = signingKey(issuing, plan)
    const signed =
      access === undefined && !wanted.idToken
        ? { accessToken: undefined, idToken: undefined }
        : yield* signerOf(yield* activeKeyOf(keys, key), importer).pipe(
            Effect.flatMap((signer) => signTokens(basis, plan, access, wanted, signer)),
            forIssuer(key)
          )
    const life = refreshTokenLife(plan, grant, now, wanted.singlePageApplication ?? false)
    const refreshToken =
      wanted.refreshToken && life > 0 ? yield* seal(issuing, plan, 'refresh', grant, life) : undefined
    return {
      notBefore: now,
      idToken: withLife(signed.idToken, plan.idTokenLifetime),
      accessToken: withLife(signed.accessToken, plan.accessTokenLifetime),
      refreshToken: withLife(refreshToken, life)
    } satisfies IssuedTokens
  })

  return TokenIssuer.of({
    issue,
    sealCode: (issuing, grant) =>
      Effect.flatMap(planOf(issuing), (plan) => seal(issuing, plan, 'code', grant, codeLifetime)),
    openCode: (issuing, code) => open(issuing, 'code', code),
    openRefreshToken: (issuing, token) => open(issuing, 'refresh', token),
    publicKeys: Effect.fnUntraced(function* (issuing: Issuing) {
      const container = yield* containerOf(keys, signingKey(issuing, yield* planOf(issuing)))
      const now = yield* nowSeconds
      // Keys that are not active yet are published, so that clients know them by then.
      return { keys: container.keys.filter((key) => isUnexpired(key, now)).flatMap((key) => publicJwk(key) ?? []) }
    })
  })
}

/** Tokens as B2C issues them: RS256, or ES256 where the active key is on the curve P-256. */
export const layerTokenIssuer: Layer.Layer<TokenIssuer, never, SigningKeys> = Layer.effect(
  TokenIssuer,
  Effect.map(SigningKeys, makeIssuer)
)
