/** Claims resolvers: execution section 8. */
import { describe, expect, it } from 'vitest'
import {
  type ClaimValue,
  compileText,
  ConversionFailure,
  type DataType,
  type ResolverContext,
  resolveClaim,
  resolvers,
  resolveText
} from '@trustframe/claims'

const roles = ['reader', 'author']

const context: ResolverContext = {
  language: 'pt-BR',
  policy: {
    policyId: 'B2C_1A_signup_signin',
    relyingPartyTenantId: 'rp.onmicrosoft.com',
    tenantObjectId: '11111111-1111-1111-1111-111111111111',
    trustFrameworkTenantId: 'tf.onmicrosoft.com'
  },
  context: {
    buildNumber: '1.0.0.0',
    correlationId: '22222222-2222-2222-2222-222222222222',
    nowMillis: Date.UTC(2021, 9, 10, 12),
    deploymentMode: 'Production',
    hostName: 'contoso.b2clogin.com',
    ipAddress: '203.0.113.7',
    keepMeSignedIn: true
  },
  parameters: {
    acr_values: 'loa-2',
    client_id: 'client',
    domain_hint: 'facebook.com',
    login_hint: 'someone@contoso.com',
    max_age: '3600',
    nonce: 'nonce',
    password: 'hunter2',
    prompt: 'login',
    redirect_uri: 'https://jwt.ms',
    resource: 'resource',
    scope: 'openid profile',
    username: 'emily',
    campaignId: 'hawaii'
  },
  saml: {
    authnContextClassReferences: 'urn:a',
    nameIdPolicyFormat: 'urn:f',
    issuer: 'https://contoso.com',
    allowCreate: true,
    forceAuthn: false,
    providerName: 'Contoso',
    relayState: 'state',
    subject: 'someone',
    binding: 'urn:b'
  },
  tokens: { access_token: 'at', token_type: 'Bearer', expires_in: 3600, refresh_token: 'rt' },
  claim: (id) => (id.toLowerCase() === 'roles' ? roles : id === 'active' ? false : undefined),
  serviceUrl: 'https://contoso.b2clogin.com/te'
}

const table: ReadonlyArray<readonly [string, string | undefined]> = [
  ['{Culture:LanguageName}', 'pt'],
  ['{Culture:LCID}', '1046'],
  ['{Culture:RegionName}', 'BR'],
  ['{Culture:RFC5646}', 'pt-BR'],
  ['{Policy:PolicyId}', 'B2C_1A_signup_signin'],
  ['{Policy:RelyingPartyTenantId}', 'rp.onmicrosoft.com'],
  ['{Policy:TenantObjectId}', '11111111-1111-1111-1111-111111111111'],
  ['{Policy:TrustFrameworkTenantId}', 'tf.onmicrosoft.com'],
  ['{Context:BuildNumber}', '1.0.0.0'],
  ['{Context:CorrelationId}', '22222222-2222-2222-2222-222222222222'],
  ['{Context:DateTimeInUtc}', '10/10/2021 12:00:00 PM'],
  ['{Context:DeploymentMode}', 'Production'],
  ['{Context:HostName}', 'contoso.b2clogin.com'],
  ['{Context:IPAddress}', '203.0.113.7'],
  ['{Context:KMSI}', 'true'],
  ['{Claim:roles}', 'reader,author'],
  ['{OIDC:AuthenticationContextReferences}', 'loa-2'],
  ['{OIDC:ClientId}', 'client'],
  ['{OIDC:DomainHint}', 'facebook.com'],
  ['{OIDC:LoginHint}', 'someone@contoso.com'],
  ['{OIDC:MaxAge}', '3600'],
  ['{OIDC:Nonce}', 'nonce'],
  ['{OIDC:Password}', 'hunter2'],
  ['{OIDC:Prompt}', 'login'],
  ['{OIDC:RedirectUri}', 'https://jwt.ms'],
  ['{OIDC:Resource}', 'resource'],
  ['{OIDC:Scope}', 'openid profile'],
  ['{OIDC:Username}', 'emily'],
  ['{OAUTH-KV:campaignId}', 'hawaii'],
  ['{SAML:AuthnContextClassReferences}', 'urn:a'],
  ['{SAML:NameIdPolicyFormat}', 'urn:f'],
  ['{SAML:Issuer}', 'https://contoso.com'],
  ['{SAML:AllowCreate}', 'True'],
  ['{SAML:ForceAuthn}', 'False'],
  ['{SAML:ProviderName}', 'Contoso'],
  ['{SAML:RelayState}', 'state'],
  ['{SAML:Subject}', 'someone'],
  ['{SAML:Binding}', 'urn:b'],
  ['{oauth2:access_token}', 'at'],
  ['{oauth2:token_type}', 'Bearer'],
  ['{oauth2:expires_in}', '3600'],
  ['{oauth2:refresh_token}', 'rt'],
  ['{service:te}', 'https://contoso.b2clogin.com/te']
]

const nothing: ResolverContext = { parameters: {} }

describe('each resolver', () => {
  it.each(table)('%s is %s', (template, value) => {
    expect(resolveText(compileText(template), context)).toBe(value)
  })

  it.each(table)('%s ignores case', (template, value) => {
    const upper = template
      .replace(/(?<!Claim|OAUTH-KV):\w+/, (name) => name.toUpperCase())
      .replace(/^\{[^:]+/, (group) => group.toUpperCase())
    expect(resolveText(compileText(upper), context)).toBe(value)
  })

  it.each(table)('%s has no value when there is none', (template) => {
    expect(resolveText(compileText(template), nothing)).toBeUndefined()
  })

  it('is in the table, and the table is tested', () => {
    const tested = table.map(([template]) => template.slice(1, -1).split(':'))
    expect(
      resolvers.filter(({ group, name }) => !tested.some(([g, n]) => g === group && (name === undefined || n === name)))
    ).toStrictEqual([])
    expect(tested).toHaveLength(resolvers.length)
  })

  it('that gives a secret says so', () => {
    expect(resolvers.filter(({ secret }) => secret).map(({ name }) => name)).toStrictEqual([
      'Password',
      'access_token',
      'refresh_token'
    ])
    expect([compileText('x{OIDC:Password}').secret, compileText('{OIDC:Username}').secret]).toStrictEqual([true, false])
  })
})

describe('a text', () => {
  it.each([
    ['https://x/{Culture:RFC5646}?c={OAUTH-KV:campaignId}', 'https://x/pt-BR?c=hawaii'],
    ['a{OAUTH-KV:missing}b', 'ab'],
    ['{OIDC:Prompt}{OIDC:Prompt}', 'loginlogin'],
    ['no resolver', 'no resolver'],
    ['', ''],
    ['{0} {Settings} {"a":"b"} {a: b}', '{0} {Settings} {"a":"b"} {a: b}'],
    ['{OAUTH-KV:CAMPAIGNID}', 'hawaii']
  ])('%s', (template, value) => {
    expect(resolveText(compileText(template), context)).toBe(value)
  })

  it.each([
    ['en', 'en', 'US', '1033'],
    ['de-AT', 'de', 'AT', '3079'],
    ['zh-Hant', 'zh', 'TW', '1028'],
    ['nb', 'nb', 'NO', '1044'],
    ['en-DK', 'en', 'DK', '4096'],
    ['', undefined, undefined, undefined],
    ['../x', undefined, undefined, undefined]
  ])('of the culture %s', (language, name, region, lcid) => {
    const resolve = (template: string) => resolveText(compileText(template), { ...nothing, language })
    expect([
      resolve('{Culture:LanguageName}'),
      resolve('{Culture:RegionName}'),
      resolve('{Culture:LCID}')
    ]).toStrictEqual([name, region, lcid])
  })

  it.each([
    [Date.UTC(2022, 0, 3, 0, 5, 9), '1/3/2022 12:05:09 AM'],
    [Date.UTC(2022, 11, 31, 23, 59, 59), '12/31/2022 11:59:59 PM']
  ])('at %d', (nowMillis, text) => {
    expect(resolveText(compileText('{Context:DateTimeInUtc}'), { ...nothing, context: { nowMillis } })).toBe(text)
  })

  it('with a resolver that does not exist has a problem, and keeps it', () => {
    const text = compileText('a{OIDC:LoginHnt}b')
    expect(text.problems).toStrictEqual([
      {
        kind: 'UnknownResolver',
        start: 1,
        end: 16,
        message: 'There is no claims resolver {OIDC:LoginHnt}. Did you mean "{OIDC:LoginHint}"?'
      }
    ])
    expect(resolveText(text, context)).toBe('a{OIDC:LoginHnt}b')
  })

  it('with a group that does not exist says so', () => {
    expect(compileText('{Session:Id}').problems[0]?.message).toMatch(
      /^There is no claims resolver \{Session:Id\}, and no group "Session" of them\./
    )
  })
})

describe('a claim', () => {
  const claims: ReadonlyArray<readonly [template: string, DataType, ClaimValue | undefined]> = [
    ['{oauth2:expires_in}', 'int', 3600],
    ['{oauth2:expires_in}', 'long', 3600n],
    ['{oauth2:expires_in}', 'string', '3600'],
    ['{OIDC:MaxAge}', 'int', 3600],
    ['{Claim:Roles}', 'stringCollection', roles],
    ['{Claim:Roles}', 'string', 'reader,author'],
    ['{Claim:active}', 'boolean', false],
    ['{Context:KMSI}', 'boolean', true],
    [
      '{Context:DateTimeInUtc}',
      'dateTime',
      { _tag: 'Instant', epochMilliseconds: Date.UTC(2021, 9, 10, 12), ticks: 0 }
    ],
    ['{OIDC:Missing}', 'string', '{OIDC:Missing}'],
    ['{OAUTH-KV:missing}', 'int', undefined],
    ['1{OAUTH-KV:missing}2', 'int', 12]
  ]

  it.each(claims)('%s as %s', (template, dataType, value) => {
    expect(resolveClaim(compileText(template), dataType, context)).toStrictEqual(value)
  })

  it('whose value does not fit its data type is a failure', () => {
    expect(resolveClaim(compileText('{OIDC:Prompt}'), 'int', context)).toBeInstanceOf(ConversionFailure)
  })
})
