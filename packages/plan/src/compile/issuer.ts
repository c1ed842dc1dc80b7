/** Compiles token issuers. */
import { keyOf, type TechnicalProfile, type Text } from '@trustframe/policy'
import { contractOf } from '../handlers/index.ts'
import { jwtIssuer } from '../handlers/jwtIssuer.ts'
import type { ClaimBinding } from '../plan/ClaimBinding.ts'
import type { IssuerPlan, JwtIssuerPlan, OAuth2ErrorPlan } from '../plan/IssuerPlan.ts'
import { bindClaims } from './bindClaim.ts'
import { type CompileContext, originOf } from './CompileContext.ts'
import { optionalKey } from './keys.ts'
import { readMetadata } from './metadata.ts'
import { findProfile } from './profile.ts'

const jwt = (context: CompileContext, profile: TechnicalProfile): JwtIssuerPlan => {
  const metadata = readMetadata(context, profile, jwtIssuer)
  const identity = metadata.text('issuer_refresh_token_user_identity_claim_type')
  return {
    _tag: 'Jwt',
    signingKey: optionalKey(profile, 'issuer_secret'),
    encryptionKey: optionalKey(profile, 'issuer_refresh_token_key'),
    accessTokenLifetime: metadata.integer('token_lifetime_secs') ?? 3600,
    idTokenLifetime: metadata.integer('id_token_lifetime_secs') ?? 3600,
    refreshTokenLifetime: metadata.integer('refresh_token_lifetime_secs') ?? 1_209_600,
    refreshTokenWindow: metadata.boolean('allow_infinite_rolling_refresh_token')
      ? undefined
      : (metadata.integer('rolling_refresh_token_lifetime_secs') ?? 7_776_000),
    issuance:
      metadata.oneOf('IssuanceClaimPattern') === 'AuthorityWithTfp' ? 'AuthorityWithTfp' : 'AuthorityAndTenantGuid',
    acr: metadata.oneOf('AuthenticationContextReferenceClaimPattern') !== 'None',
    jsonNumbers: metadata.boolean('SendTokenResponseBodyWithJsonNumbers'),
    userIdentity: identity === undefined ? undefined : context.claim(identity),
    refreshTokenUserJourneyId: metadata.text('RefreshTokenUserJourneyId')?.value,
    clientCredentialsUserJourneyId: metadata.text('ClientCredentialsUserJourneyId')?.value
  }
}

const error = (inputs: ReadonlyArray<ClaimBinding>): OAuth2ErrorPlan => {
  const find = (name: string) => inputs.find(({ partnerName }) => keyOf(partnerName) === keyOf(name))
  return { _tag: 'OAuth2Error', errorCode: find('errorCode'), errorMessage: find('errorMessage') }
}

const details = (context: CompileContext, profile: TechnicalProfile): IssuerPlan['details'] => {
  switch (contractOf(profile)?.name) {
    case 'JwtIssuer':
      return jwt(context, profile)
    case 'OAuth2Error':
      return error(bindClaims(context, profile, profile.inputClaims, 'bySwitch'))
    case 'UserInfoIssuer':
      return { _tag: 'Json', claims: bindClaims(context, profile, profile.inputClaims, 'bySwitch') }
    default:
      context.report('TF2021', profile.id.span, {
        message: `technical profile "${profile.id.value}" issues ${profile.outputTokenFormat?.value ?? 'tokens of no format'}, which Trustframe does not issue yet`,
        help: 'a journey that ends there stops with an error; issue JSON Web Tokens instead (OutputTokenFormat JWT)'
      })
      return { _tag: 'Other' }
  }
}

/** The issuer that a `SendClaims` step names, or `undefined` after a finding. */
export const compileIssuer = (context: CompileContext, reference: Text): IssuerPlan | undefined => {
  const profile = findProfile(context, reference)
  if (profile === undefined) return undefined
  return {
    technicalProfile: profile.id.value,
    format: profile.outputTokenFormat?.value ?? '',
    origin: originOf(profile.id.span),
    details: details(context, profile)
  }
}
