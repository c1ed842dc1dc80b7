/** Compiles identity providers: OpenID Connect, OAuth 2 and OAuth 1, and the password grant of the directory. */
import { keyOf, type TechnicalProfile, type Text } from '@trustframe/policy'
import { oauth1 } from '../../handlers/oauth1.ts'
import { oauth2 } from '../../handlers/oauth2.ts'
import { openIdConnect } from '../../handlers/openIdConnect.ts'
import type { IdentityProviderPlan } from '../../plan/IdentityProviderPlan.ts'
import { bindClaims } from '../bindClaim.ts'
import { originOf } from '../CompileContext.ts'
import { optionalKey } from '../keys.ts'
import { readMetadata } from '../metadata.ts'
import { bindBoth, bindOutputs } from '../outputs.ts'
import type { CallCompiler } from './CallCompiler.ts'

const split = (text: Text | undefined): ReadonlyArray<string> =>
  (text?.value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

const present = (text: Text | undefined): string | undefined =>
  text === undefined || text.value === '' ? undefined : text.value

const oneOf = <const Value extends string>(
  written: string | undefined,
  values: ReadonlyArray<Value>,
  otherwise: Value
): Value => values.find((value) => keyOf(value) === keyOf(written ?? '')) ?? otherwise

/** Whether a profile signs in with a user name and a password instead of a redirect. Source: add-ropc-policy. */
const grantsByPassword = ({ inputClaims, metadata }: TechnicalProfile): boolean =>
  metadata.some(({ key, value }) => keyOf(key.value.trim()) === 'grant_type' && keyOf(value.value) === 'password') ||
  inputClaims.some(
    ({ claimTypeReferenceId, defaultValue, partnerClaimType }) =>
      keyOf((partnerClaimType ?? claimTypeReferenceId).value) === 'grant_type' &&
      keyOf(defaultValue?.value ?? '') === 'password'
  )

/** What only some protocols have. */
const without = {
  clientIdParameter: 'client_id',
  clientSecretParameter: 'client_secret',
  keysUrl: undefined,
  requestTokenEndpoint: undefined,
  claimsEndpoint: undefined,
  claimsEndpointAccessTokenName: 'access_token',
  claimsEndpointFormat: undefined,
  extraClaimsParameters: [],
  bearerTokenTransmission: 'QueryString',
  userAgent: undefined,
  additionalRequestParameters: undefined,
  accessTokenResponseFormat: 'Json',
  issuer: undefined,
  validIssuerPrefixes: [],
  discoverMetadataByTokenIssuer: false,
  resolveJsonPaths: false,
  markAsFailureOnStatusCode5xx: false,
  bodyClaims: [],
  errorParameter: 'error'
} as const

const keys = (profile: TechnicalProfile) => ({
  clientSecret: optionalKey(profile, 'client_secret'),
  assertionSigningKey: optionalKey(profile, 'assertion_signing_key')
})

/** `true` for all of the form; else the paths that are read of it, as Apple's profile has them. Source: identity-provider-apple-id. */
const bodyClaimsOf = (text: Text | undefined): IdentityProviderPlan['bodyClaims'] => {
  const written = text?.value.trim() ?? ''
  if (/^(true|1)$/i.test(written)) return 'All'
  return /^(false|0)?$/i.test(written) ? [] : written.split(/[\s,]+/)
}

/** An OpenID Connect profile that is no issuer. */
export const compileOpenIdConnect: CallCompiler = (context, profile) => {
  const origin = originOf(profile.id.span)
  const id = profile.id.value
  if (grantsByPassword(profile)) return { _tag: 'PasswordGrant', id, origin, ...bindBoth(context, profile) }
  const metadata = readMetadata(context, profile, openIdConnect)
  const clientId = metadata.required('client_id')?.value ?? ''
  const issuer = present(metadata.text('issuer'))
  const keysUrl = present(metadata.text('JWKS'))
  const authorizationEndpoint = present(metadata.text('authorization_endpoint'))
  // What a discovery document would say: Apple's profile has no other.
  const describesItself = issuer !== undefined && keysUrl !== undefined && authorizationEndpoint !== undefined
  const plan: IdentityProviderPlan = {
    ...without,
    ...keys(profile),
    _tag: 'IdentityProvider',
    id,
    origin,
    protocol: 'OpenIdConnect',
    providerName: present(metadata.text('ProviderName')),
    clientId,
    metadataUrl: (describesItself ? metadata.text('METADATA') : metadata.required('METADATA'))?.value,
    keysUrl,
    authorizationEndpoint,
    tokenEndpoint: present(metadata.text('token_endpoint')),
    claimsEndpoint: present(metadata.text('ClaimsEndpoint')),
    bearerTokenTransmission: 'AuthorizationHeader',
    additionalRequestParameters: present(metadata.text('AdditionalRequestQueryParameters')),
    responseType: metadata.oneOf('response_types') ?? 'id_token',
    responseMode: oneOf(metadata.oneOf('response_mode'), ['form_post', 'query', 'fragment'], 'form_post'),
    scope: present(metadata.text('scope')),
    tokenMethod: oneOf(metadata.oneOf('HttpBinding'), ['GET', 'POST'], 'POST'),
    tokenEndpointAuthMethod: oneOf(
      metadata.oneOf('token_endpoint_auth_method'),
      ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
      'client_secret_post'
    ),
    tokenSigningAlgorithm: oneOf(metadata.oneOf('token_signing_algorithm'), ['RS256', 'RS512'], 'RS256'),
    issuer,
    validIssuerPrefixes: split(metadata.text('ValidTokenIssuerPrefixes')),
    discoverMetadataByTokenIssuer: metadata.boolean('DiscoverMetadataByTokenIssuer'),
    audience: present(metadata.text('IdTokenAudience')) ?? clientId,
    usePolicyInRedirectUri: metadata.boolean('UsePolicyInRedirectUri'),
    singleLogoutEnabled: metadata.boolean('SingleLogoutEnabled'),
    endSessionEndpoint: present(metadata.text('end_session_endpoint')),
    markAsFailureOnStatusCode5xx: metadata.boolean('MarkAsFailureOnStatusCode5xx'),
    bodyClaims: bodyClaimsOf(metadata.text('ReadBodyClaimsOnIdpRedirect')),
    inputClaims: bindClaims(context, profile, profile.inputClaims, 'bySwitch'),
    outputClaims: bindOutputs(context, profile, false)
  }
  return plan
}

/** An OAuth 2 profile that is no issuer. */
export const compileOAuth2: CallCompiler = (context, profile) => {
  const metadata = readMetadata(context, profile, oauth2)
  const clientId = metadata.required('client_id')?.value ?? ''
  const formatName = present(metadata.text('ClaimsEndpointFormatName'))
  const format = present(metadata.text('ClaimsEndpointFormat')) ?? 'json'
  const byPath = metadata.boolean('ResolveJsonPathsInJsonTokens')
  const plan: IdentityProviderPlan = {
    ...without,
    ...keys(profile),
    _tag: 'IdentityProvider',
    id: profile.id.value,
    origin: originOf(profile.id.span),
    protocol: 'OAuth2',
    providerName: present(metadata.text('ProviderName')),
    clientId,
    clientIdParameter: present(metadata.text('ClientIdParamName')) ?? 'client_id',
    clientSecretParameter: present(metadata.text('ClientSecretParamName')) ?? 'client_secret',
    metadataUrl: undefined,
    authorizationEndpoint: metadata.required('authorization_endpoint')?.value,
    tokenEndpoint: metadata.required('AccessTokenEndpoint')?.value,
    claimsEndpoint: present(metadata.text('ClaimsEndpoint')),
    claimsEndpointAccessTokenName: present(metadata.text('ClaimsEndpointAccessTokenName')) ?? 'access_token',
    claimsEndpointFormat: formatName === undefined ? undefined : { name: formatName, value: format },
    extraClaimsParameters: split(metadata.text('ExtraParamsInClaimsEndpointRequest')),
    bearerTokenTransmission: oneOf(
      metadata.text('BearerTokenTransmissionMethod')?.value,
      ['QueryString', 'AuthorizationHeader'],
      'QueryString'
    ),
    userAgent: present(metadata.text('UserAgentForClaimsExchange')),
    additionalRequestParameters: present(metadata.text('AdditionalRequestQueryParameters')),
    responseType: 'code',
    responseMode: oneOf(metadata.oneOf('response_mode'), ['form_post', 'query', 'fragment'], 'query'),
    scope: present(metadata.text('scope')),
    tokenMethod: oneOf(metadata.oneOf('HttpBinding'), ['GET', 'POST'], 'POST'),
    accessTokenResponseFormat: oneOf(
      metadata.oneOf('AccessTokenResponseFormat'),
      ['Default', 'Json', 'JsonP'],
      'Default'
    ),
    tokenEndpointAuthMethod: oneOf(
      metadata.oneOf('token_endpoint_auth_method'),
      ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
      'client_secret_post'
    ),
    tokenSigningAlgorithm: oneOf(metadata.oneOf('token_signing_algorithm'), ['RS256', 'RS512'], 'RS256'),
    audience: present(metadata.text('IdTokenAudience')) ?? clientId,
    resolveJsonPaths: byPath,
    usePolicyInRedirectUri: metadata.boolean('UsePolicyInRedirectUri'),
    singleLogoutEnabled: metadata.boolean('SingleLogoutEnabled'),
    endSessionEndpoint: present(metadata.text('end_session_endpoint')),
    errorParameter: present(metadata.text('ResponseErrorCodeParamName')) ?? 'error',
    inputClaims: bindClaims(context, profile, profile.inputClaims, 'bySwitch'),
    outputClaims: bindOutputs(context, profile, byPath)
  }
  return plan
}

/** An OAuth 1 profile. */
export const compileOAuth1: CallCompiler = (context, profile) => {
  const metadata = readMetadata(context, profile, oauth1)
  const clientId = metadata.required('client_id')?.value ?? ''
  const plan: IdentityProviderPlan = {
    ...without,
    ...keys(profile),
    _tag: 'IdentityProvider',
    id: profile.id.value,
    origin: originOf(profile.id.span),
    protocol: 'OAuth1',
    providerName: present(metadata.text('ProviderName')),
    clientId,
    metadataUrl: undefined,
    requestTokenEndpoint: metadata.required('request_token_endpoint')?.value,
    authorizationEndpoint: metadata.required('authorization_endpoint')?.value,
    tokenEndpoint: metadata.required('access_token_endpoint')?.value,
    claimsEndpoint: present(metadata.text('ClaimsEndpoint')),
    responseType: 'oauth_verifier',
    responseMode: 'query',
    scope: undefined,
    tokenMethod: 'POST',
    tokenEndpointAuthMethod: 'client_secret_post',
    tokenSigningAlgorithm: 'RS256',
    audience: clientId,
    usePolicyInRedirectUri: true,
    singleLogoutEnabled: false,
    endSessionEndpoint: undefined,
    inputClaims: [],
    outputClaims: bindOutputs(context, profile, false)
  }
  return plan
}
