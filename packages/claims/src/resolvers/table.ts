/** Every claims resolver (execution 8): https://learn.microsoft.com/azure/active-directory-b2c/claim-resolver-overview. */
import type { ClaimValue } from '../ClaimValue.ts'
import { readCulture } from './cultures.ts'
import type { ResolverContext, SamlRequest } from './ResolverContext.ts'

/** A claims resolver. */
export interface Resolver {
  /** Before the colon, such as `OIDC`. */
  readonly group: string
  /** After the colon; absent where any name may stand. */
  readonly name: string | undefined
  readonly summary: string
  readonly example: string
  /** Whether what it gives is a secret, to be kept out of traces and messages. */
  readonly secret: boolean
  /** The value; `undefined` when the context has none. `argument` is what stands after the colon. */
  readonly resolve: (context: ResolverContext, argument: string) => ClaimValue | undefined
}

type Resolve = (context: ResolverContext, argument: string) => ClaimValue | undefined

const resolver = (
  group: string,
  name: string | undefined,
  summary: string,
  example: string,
  resolve: Resolve,
  secret = false
): Resolver => ({ group, name, summary, example, secret, resolve })

const culture = (
  name: string,
  summary: string,
  example: string,
  part: 'language' | 'lcid' | 'region' | 'tag'
): Resolver =>
  resolver('Culture', name, summary, example, ({ language }) =>
    language === undefined ? undefined : readCulture(language)?.[part]
  )

/** A member by its exact name, else ignoring case. */
const lookUp = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined => {
  if (record === undefined) return undefined
  if (Object.hasOwn(record, name)) return record[name]
  const wanted = name.toLowerCase()
  return Object.entries(record).find(([key]) => key.toLowerCase() === wanted)?.[1]
}

const parameter = (name: string, wireName: string, example: string, secret = false): Resolver =>
  resolver(
    'OIDC',
    name,
    `The request parameter ${wireName}.`,
    example,
    ({ parameters }) => lookUp(parameters, wireName),
    secret
  )

const saml = (name: string, summary: string, example: string, part: keyof SamlRequest): Resolver =>
  resolver('SAML', name, summary, example, (context) => {
    const value = context.saml?.[part]
    return typeof value === 'boolean' ? (value ? 'True' : 'False') : value
  })

const token = (name: string, summary: string, example: string, secret: boolean): Resolver =>
  resolver('oauth2', name, summary, example, ({ tokens }) => lookUp(tokens, name), secret)

const two = (value: number): string => String(value).padStart(2, '0')

/** `10/10/2021 12:00:00 PM`. */
const unitedStatesTime = (nowMillis: number): string => {
  const now = new Date(nowMillis)
  const hour = now.getUTCHours()
  const day = `${now.getUTCMonth() + 1}/${now.getUTCDate()}/${now.getUTCFullYear()}`
  return `${day} ${hour % 12 || 12}:${two(now.getUTCMinutes())}:${two(now.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`
}

/** All of them, in the order of the documentation. */
export const resolvers: ReadonlyArray<Resolver> = [
  culture('LanguageName', 'The two-letter language.', 'en', 'language'),
  culture('LCID', 'The locale identifier.', '1033', 'lcid'),
  culture('RegionName', 'The two-letter region.', 'US', 'region'),
  culture('RFC5646', 'The language tag.', 'en-US', 'tag'),
  resolver('Policy', 'PolicyId', 'The relying party policy.', 'B2C_1A_signup_signin', ({ policy }) => policy?.policyId),
  resolver(
    'Policy',
    'RelyingPartyTenantId',
    'The tenant of the relying party policy.',
    'contoso.onmicrosoft.com',
    ({ policy }) => policy?.relyingPartyTenantId
  ),
  resolver(
    'Policy',
    'TenantObjectId',
    'The object id of the tenant.',
    '00000000-0000-0000-0000-000000000000',
    ({ policy }) => policy?.tenantObjectId
  ),
  resolver(
    'Policy',
    'TrustFrameworkTenantId',
    'The tenant of the trust framework.',
    'contoso.onmicrosoft.com',
    ({ policy }) => policy?.trustFrameworkTenantId
  ),
  resolver('Context', 'BuildNumber', 'The version of the engine.', '1.0.507.0', ({ context }) => context?.buildNumber),
  resolver(
    'Context',
    'CorrelationId',
    'The correlation id.',
    '00000000-0000-0000-0000-000000000000',
    ({ context }) => context?.correlationId
  ),
  resolver(
    'Context',
    'DateTimeInUtc',
    'The current time in UTC, as it is written in the United States.',
    '10/10/2021 12:00:00 PM',
    ({ context }) => (context?.nowMillis === undefined ? undefined : unitedStatesTime(context.nowMillis))
  ),
  resolver(
    'Context',
    'DeploymentMode',
    'Production or Development.',
    'Production',
    ({ context }) => context?.deploymentMode
  ),
  resolver(
    'Context',
    'HostName',
    'The host of the request.',
    'contoso.b2clogin.com',
    ({ context }) => context?.hostName
  ),
  resolver('Context', 'IPAddress', 'The address of the user.', '203.0.113.7', ({ context }) => context?.ipAddress),
  resolver('Context', 'KMSI', 'Whether keep-me-signed-in is ticked.', 'true', ({ context }) =>
    context?.keepMeSignedIn === undefined ? undefined : String(context.keepMeSignedIn)
  ),
  resolver('Claim', undefined, 'The value of a claim.', 'Emily', (context, id) => context.claim?.(id)),
  parameter('AuthenticationContextReferences', 'acr_values', 'loa-2'),
  parameter('ClientId', 'client_id', '00000000-0000-0000-0000-000000000000'),
  parameter('DomainHint', 'domain_hint', 'facebook.com'),
  parameter('LoginHint', 'login_hint', 'someone@contoso.com'),
  parameter('MaxAge', 'max_age', '3600'),
  parameter('Nonce', 'nonce', 'defaultNonce'),
  parameter('Password', 'password', 'the password of the user', true),
  parameter('Prompt', 'prompt', 'login'),
  parameter('RedirectUri', 'redirect_uri', 'https://jwt.ms'),
  parameter('Resource', 'resource', '00000000-0000-0000-0000-000000000000'),
  parameter('Scope', 'scope', 'openid'),
  parameter('Username', 'username', 'emily@contoso.com'),
  resolver('OAUTH-KV', undefined, 'Any parameter of the request.', 'hawaii', ({ parameters }, name) =>
    lookUp(parameters, name)
  ),
  saml(
    'AuthnContextClassReferences',
    'AuthnContextClassRef of the request.',
    'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
    'authnContextClassReferences'
  ),
  saml(
    'NameIdPolicyFormat',
    'Format of the NameIDPolicy.',
    'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    'nameIdPolicyFormat'
  ),
  saml('Issuer', 'Issuer of the request.', 'https://contoso.com', 'issuer'),
  saml('AllowCreate', 'AllowCreate of the NameIDPolicy.', 'True', 'allowCreate'),
  saml('ForceAuthn', 'ForceAuthn of the request.', 'True', 'forceAuthn'),
  saml('ProviderName', 'ProviderName of the request.', 'Contoso', 'providerName'),
  saml('RelayState', 'The RelayState parameter.', 'state', 'relayState'),
  saml('Subject', 'NameID of the Subject.', 'someone@contoso.com', 'subject'),
  saml('Binding', 'ProtocolBinding of the request.', 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', 'binding'),
  token('access_token', 'The access token of the identity provider.', 'an access token', true),
  token('token_type', 'The type of the access token.', 'Bearer', false),
  token('expires_in', 'How long the access token is valid, in seconds.', '960000', false),
  token('refresh_token', 'The refresh token of the identity provider.', 'a refresh token', true),
  resolver('service', 'te', "The engine's own URL.", 'https://contoso.b2clogin.com/te', ({ serviceUrl }) => serviceUrl)
]
