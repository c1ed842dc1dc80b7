/** The claims resolvers, as a table from group and name to where the value comes from. */
import { formatValue } from '../convert/formatValue.ts'
import { lcidOf } from './cultures.ts'
import type { ResolverContext } from './ResolverContext.ts'

/** Reads a value; `undefined` when there is none. */
export type Resolve = (context: ResolverContext) => string | undefined

const two = (value: number): string => String(value).padStart(2, '0')

/** `10/10/2021 12:00:00 PM`: the time in UTC in the format of en-US. */
const usDateTime = (millis: number): string => {
  const time = new Date(millis)
  const hours = time.getUTCHours()
  const clock = `${hours % 12 === 0 ? 12 : hours % 12}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}`
  return `${time.getUTCMonth() + 1}/${time.getUTCDate()}/${time.getUTCFullYear()} ${clock} ${hours < 12 ? 'AM' : 'PM'}`
}

const regionOf = (language: string): string | undefined =>
  language
    .split('-')
    .slice(1)
    .find((part) => /^(?:[A-Za-z]{2}|\d{3})$/.test(part))
    ?.toUpperCase()

const parameter =
  (name: string): Resolve =>
  ({ parameters }) =>
    parameters[name]

/** Resolvers with fixed names, by group, all in lower case. Source: claim-resolver-overview. */
const fixed: Readonly<Record<string, Readonly<Record<string, Resolve>>>> = {
  culture: {
    languagename: ({ language }) => language.split('-')[0],
    lcid: ({ language }) => lcidOf(language)?.toString(),
    regionname: ({ language }) => regionOf(language),
    rfc5646: ({ language }) => language
  },
  policy: {
    policyid: ({ policy }) => policy.policyId,
    relyingpartytenantid: ({ policy }) => policy.relyingPartyTenantId,
    tenantobjectid: ({ policy }) => policy.tenantObjectId,
    trustframeworktenantid: ({ policy }) => policy.trustFrameworkTenantId
  },
  context: {
    buildnumber: ({ buildNumber }) => buildNumber,
    correlationid: ({ correlationId }) => correlationId,
    datetimeinutc: ({ nowMillis }) => usDateTime(nowMillis),
    deploymentmode: ({ deploymentMode }) => deploymentMode,
    hostname: ({ hostName }) => hostName,
    ipaddress: ({ ipAddress }) => ipAddress,
    kmsi: ({ keepMeSignedIn }) => keepMeSignedIn?.toString()
  },
  oidc: {
    authenticationcontextreferences: parameter('acr_values'),
    clientid: parameter('client_id'),
    domainhint: parameter('domain_hint'),
    loginhint: parameter('login_hint'),
    maxage: parameter('max_age'),
    nonce: parameter('nonce'),
    password: parameter('password'),
    prompt: parameter('prompt'),
    redirecturi: parameter('redirect_uri'),
    resource: parameter('resource'),
    scope: parameter('scope'),
    username: parameter('username')
  }
}

const saml = [
  'AuthnContextClassReferences',
  'NameIdPolicyFormat',
  'Issuer',
  'AllowCreate',
  'ForceAuthn',
  'ProviderName',
  'RelayState',
  'Subject',
  'Binding'
]
const oauth2 = ['access_token', 'token_type', 'expires_in', 'refresh_token']

const named = (names: ReadonlyArray<string>, wanted: string): string | undefined =>
  names.find((name) => name.toLowerCase() === wanted.toLowerCase())

/** Groups whose names are open, or are those of another document. */
const open: Readonly<Record<string, (name: string) => Resolve | undefined>> = {
  claim: (id) => (context) => {
    const value = context.claim(id)
    return value === undefined ? undefined : formatValue(value)
  },
  'oauth-kv':
    (name) =>
    ({ parameters }) =>
      parameters[name] ?? Object.entries(parameters).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1],
  saml: (wanted) => {
    const name = named(saml, wanted)
    return name === undefined ? undefined : (context) => context.saml[name]
  },
  oauth2: (wanted) => {
    const name = named(oauth2, wanted)
    return name === undefined ? undefined : (context) => context.oauth2[name]
  }
}

/** The resolver `{group:name}`, whatever its case; `undefined` when there is none. */
export const findResolver = (group: string, name: string): Resolve | undefined =>
  fixed[group.toLowerCase()]?.[name.toLowerCase()] ?? open[group.toLowerCase()]?.(name)

/** Every resolver with a fixed name, as a person writes it, for suggestions and documentation. */
export const resolverNames: ReadonlyArray<string> = [
  ...['LanguageName', 'LCID', 'RegionName', 'RFC5646'].map((name) => `Culture:${name}`),
  ...['PolicyId', 'RelyingPartyTenantId', 'TenantObjectId', 'TrustFrameworkTenantId'].map((name) => `Policy:${name}`),
  ...['BuildNumber', 'CorrelationId', 'DateTimeInUtc', 'DeploymentMode', 'HostName', 'IPAddress', 'KMSI'].map(
    (name) => `Context:${name}`
  ),
  ...[
    'AuthenticationContextReferences',
    'ClientId',
    'DomainHint',
    'LoginHint',
    'MaxAge',
    'Nonce',
    'Password',
    'Prompt',
    'RedirectUri',
    'Resource',
    'Scope',
    'Username'
  ].map((name) => `OIDC:${name}`),
  ...saml.map((name) => `SAML:${name}`),
  ...oauth2.map((name) => `oauth2:${name}`)
]
