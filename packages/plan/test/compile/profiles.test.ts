/** What compiling technical profiles gives: typed settings with their defaults, and findings. */
import { compileSingleProfile, type ProfileCall } from '@trustframe/plan'
import { describe, expect, it } from 'vitest'
import { claimTypes, policyOf, profile, type ProfileParts, proprietary, shown } from '../support/policies.ts'

const claims = claimTypes('objectId', 'email', 'code', 'phone', 'mobile', 'name', 'idp')

const provider = (name: string) => proprietary(`Web.TPEngine.Providers.${name}`)

const inputs = (...names: ReadonlyArray<string>) =>
  names
    .map((name) => {
      const [claim, partner] = name.split('>')
      return `<InputClaim ClaimTypeReferenceId="${claim}"${partner === undefined ? '' : ` PartnerClaimType="${partner}"`} />`
    })
    .join('')

const compiled = (parts: ProfileParts, others = '') => {
  const policy = policyOf({ claimTypes: claims, profiles: profile('P', parts) + others })
  const { diagnostics, plan } = compileSingleProfile(policy, 'P')
  const work = plan?.steps[0]?.work
  const made = work?._tag === 'ClaimsExchange' ? work.exchanges[0]?.profile : undefined
  return { found: shown(diagnostics), profile: made }
}

const settings = (parts: ProfileParts): ProfileCall | undefined => {
  const { found, profile: made } = compiled(parts)
  expect(found).toEqual([])
  return made?.call
}

describe('the settings of a technical profile', () => {
  it.each<[what: string, parts: ProfileParts, expected: Readonly<Record<string, unknown>>]>([
    [
      'OneTimePassword by default',
      { protocol: provider('OneTimePasswordProtocolProvider'), metadata: { Operation: 'generatecode' } },
      {
        _tag: 'OneTimePassword',
        operation: 'GenerateCode',
        codeExpirationInSeconds: 600,
        codeLength: 6,
        characterSet: '0-9',
        retryAttempts: 5,
        generationAttempts: 10,
        reuseSameCode: false
      }
    ],
    [
      'OneTimePassword as its metadata says',
      {
        protocol: provider('OneTimePasswordProtocolProvider'),
        metadata: { Operation: 'VerifyCode', CodeLength: '8', NumRetryAttempts: '3', ReuseSameCode: 'TRUE' }
      },
      { operation: 'VerifyCode', codeLength: 8, retryAttempts: 3, reuseSameCode: true }
    ],
    [
      'PhoneFactor, whose input claims but the user are numbers',
      {
        protocol: provider('PhoneFactorProtocolProvider'),
        metadata: { 'setting.authenticationMode': 'sms' },
        inputClaims: inputs('objectId>UserId', 'phone', 'mobile')
      },
      {
        _tag: 'PhoneFactor',
        manualEntryAllowed: false,
        mode: 'sms',
        autodial: false,
        phoneClaims: [expect.objectContaining({ id: 'phone' }), expect.objectContaining({ id: 'mobile' })]
      }
    ],
    [
      'AzureMfa',
      { protocol: provider('AzureMfaProtocolProvider'), metadata: { Operation: 'OneWaySMS' } },
      { _tag: 'AzureMfa', operation: 'OneWaySMS' }
    ],
    [
      'AadSspr',
      { protocol: provider('AadSsprProtocolProvider'), metadata: { Operation: 'SendCode' } },
      { _tag: 'AadSspr', operation: 'SendCode' }
    ],
    [
      'ConditionalAccess',
      { protocol: provider('ConditionalAccessProtocolProvider'), metadata: { OperationType: 'Remediation' } },
      { _tag: 'ConditionalAccess', operation: 'Remediation' }
    ],
    [
      'ApplicationInsights',
      {
        protocol: provider('Insights.AzureApplicationInsightsProvider'),
        metadata: { InstrumentationKey: 'k', DeveloperMode: 'true' }
      },
      { _tag: 'ApplicationInsights', instrumentationKey: 'k', developerMode: true, disabled: false }
    ],
    [
      'the directory',
      {
        protocol: provider('AzureActiveDirectoryProvider'),
        metadata: { Operation: 'Read', RaiseErrorIfClaimsPrincipalDoesNotExist: 'true' },
        inputClaims: inputs('objectId')
      },
      { _tag: 'Directory', operation: 'Read', raiseErrorIfMissing: true, raiseErrorIfPresent: false }
    ],
    [
      'OpenIdConnect by default',
      {
        protocol: '<Protocol Name="OpenIdConnect" />',
        metadata: { client_id: 'c', METADATA: 'https://idp.test/.well-known/openid-configuration' },
        keys: { client_secret: 'B2C_1A_Secret' }
      },
      {
        _tag: 'IdentityProvider',
        protocol: 'OpenIdConnect',
        responseType: 'id_token',
        responseMode: 'form_post',
        audience: 'c',
        tokenMethod: 'POST',
        tokenEndpointAuthMethod: 'client_secret_post',
        clientSecret: expect.objectContaining({ id: 'client_secret' }),
        usePolicyInRedirectUri: false
      }
    ],
    [
      'OpenIdConnect without a discovery document, as for Apple',
      {
        protocol: '<Protocol Name="OpenIdConnect" />',
        metadata: {
          client_id: 'c',
          authorization_endpoint: 'https://idp.test/a',
          AccessTokenEndpoint: 'https://idp.test/t',
          JWKS: 'https://idp.test/k',
          issuer: 'https://idp.test',
          response_types: 'code',
          ReadBodyClaimsOnIdpRedirect: 'user.name.firstName user.name.lastName user.email'
        }
      },
      {
        metadataUrl: undefined,
        keysUrl: 'https://idp.test/k',
        issuer: 'https://idp.test',
        tokenEndpoint: 'https://idp.test/t',
        bodyClaims: ['user.name.firstName', 'user.name.lastName', 'user.email']
      }
    ],
    [
      'OpenIdConnect with claims in the form and of a claims endpoint',
      {
        protocol: '<Protocol Name="OpenIdConnect" />',
        metadata: {
          client_id: 'c',
          METADATA: 'https://idp.test',
          ReadBodyClaimsOnIdpRedirect: 'true',
          ClaimsEndpoint: 'https://idp.test/u',
          AdditionalRequestQueryParameters: 'a=1'
        }
      },
      {
        bodyClaims: 'All',
        claimsEndpoint: 'https://idp.test/u',
        bearerTokenTransmission: 'AuthorizationHeader',
        additionalRequestParameters: 'a=1'
      }
    ],
    [
      'OpenIdConnect with the password grant, which is no redirect',
      {
        protocol: '<Protocol Name="OpenIdConnect" />',
        metadata: { client_id: 'c', METADATA: 'https://login.microsoftonline.com/x' },
        inputClaims: `${inputs('email>username')}<InputClaim ClaimTypeReferenceId="code" PartnerClaimType="grant_type" DefaultValue="password" />`
      },
      { _tag: 'PasswordGrant' }
    ],
    [
      'OAuth2',
      {
        protocol: '<Protocol Name="OAuth2" />',
        metadata: {
          client_id: 'c',
          authorization_endpoint: 'https://idp.test/a',
          AccessTokenEndpoint: 'https://idp.test/t',
          ExtraParamsInClaimsEndpointRequest: 'fields, locale',
          ClaimsEndpointFormatName: 'format',
          ResponseErrorCodeParamName: 'error_code',
          ClientIdParamName: 'appid',
          ClientSecretParamName: 'secret'
        }
      },
      {
        protocol: 'OAuth2',
        responseType: 'code',
        extraClaimsParameters: ['fields', 'locale'],
        claimsEndpointFormat: { name: 'format', value: 'json' },
        errorParameter: 'error_code',
        clientIdParameter: 'appid',
        clientSecretParameter: 'secret',
        bearerTokenTransmission: 'QueryString'
      }
    ],
    [
      'OAuth1',
      {
        protocol: '<Protocol Name="OAuth1" />',
        metadata: {
          client_id: 'c',
          authorization_endpoint: 'https://idp.test/a',
          request_token_endpoint: 'https://idp.test/r',
          access_token_endpoint: 'https://idp.test/t'
        }
      },
      { protocol: 'OAuth1', requestTokenEndpoint: 'https://idp.test/r', tokenEndpoint: 'https://idp.test/t' }
    ],
    ['protocol None', { protocol: '<Protocol Name="None" />' }, { _tag: 'Engine' }],
    ['UserJourneyContext', { protocol: provider('UserJourneyContextProvider') }, { _tag: 'UserJourneyContext' }]
  ])('%s', (_, parts, expected) => {
    expect(settings(parts)).toMatchObject(expected)
  })
})

describe('a technical profile', () => {
  it.each<[what: string, parts: ProfileParts, finding: readonly [code: string, message: string, at: string]]>([
    [
      'with a number out of range',
      {
        protocol: provider('OneTimePasswordProtocolProvider'),
        metadata: { Operation: 'VerifyCode', CodeExpirationInSeconds: '30' }
      },
      [
        'TF2031',
        'metadata CodeExpirationInSeconds of technical profile "P" is "30", which is no whole number from 60 to 1200',
        '30'
      ]
    ],
    [
      'of the directory with two keys',
      {
        protocol: provider('AzureActiveDirectoryProvider'),
        metadata: { Operation: 'Read' },
        inputClaims: inputs('objectId', 'email')
      },
      [
        'TF2039',
        "AADB2C90034: Profile 'P' must contain exactly one input claim.",
        '<InputClaim ClaimTypeReferenceId="email" />'
      ]
    ],
    [
      'of the directory with no key',
      { protocol: provider('AzureActiveDirectoryProvider'), metadata: { Operation: 'Read' } },
      ['TF2039', "AADB2C90034: Profile 'P' must contain exactly one input claim.", 'P']
    ],
    [
      'of an OpenID provider that neither a document nor the profile describes',
      {
        protocol: '<Protocol Name="OpenIdConnect" />',
        metadata: { client_id: 'c', authorization_endpoint: 'https://idp.test/a', issuer: 'https://idp.test' }
      },
      ['TF2001', "AADB2C90023: Profile 'P' does not contain the required metadata key 'METADATA'.", 'P']
    ],
    [
      'of a page that is not declared',
      { handler: 'selfAsserted', metadata: { ContentDefinitionReferenceId: 'api.page' } },
      [
        'TF2033',
        'content definition "api.page" is declared neither in this policy nor in its base policies',
        'api.page'
      ]
    ],
    [
      'with a display control that is not declared',
      {
        handler: 'selfAsserted',
        before: '<DisplayClaims><DisplayClaim DisplayControlReferenceId="Mail" /></DisplayClaims>'
      },
      ['TF2037', 'display control "Mail" is declared neither in this policy nor in its base policies', 'Mail']
    ],
    [
      'that no handler runs',
      { protocol: '<Protocol Name="SAML2" />' },
      ['TF2021', 'technical profile "P" uses "SAML2", which Trustframe does not run yet', '<Protocol Name="SAML2" />']
    ]
  ])('%s is refused', (_, parts, finding) => {
    expect(compiled(parts).found).toEqual([finding])
  })
})

const managed = (id: string): ProfileParts => ({
  handler: 'transform',
  more: `<UseTechnicalProfileForSessionManagement ReferenceId="${id}" />`
})

describe('the session provider of a technical profile', () => {
  const sessions = profile('SM', {
    protocol: proprietary('Web.TPEngine.SSO.DefaultSSOSessionProvider'),
    more: '<PersistedClaims><PersistedClaim ClaimTypeReferenceId="objectId" /></PersistedClaims><OutputClaims><OutputClaim ClaimTypeReferenceId="idp" DefaultValue="local" /></OutputClaims>'
  })

  it('has its persisted claims, and those it sets in its place', () => {
    expect(compiled(managed('SM'), sessions).profile?.session).toMatchObject({
      provider: 'Default',
      id: 'SM',
      persistedClaims: [{ claim: { id: 'objectId' } }],
      outputClaims: [{ claim: { id: 'idp' }, defaultValue: { value: 'local' } }]
    })
  })

  it.each([
    ['', 'Unspecified'],
    ['<IncludeInSso>false</IncludeInSso>', 'Noop']
  ])('is, with %j in its place, %s', (more, expected) => {
    expect(compiled({ handler: 'transform', more }).profile?.session.provider).toBe(expected)
  })

  it('has to manage sessions', () => {
    expect(compiled(managed('Other'), profile('Other', { handler: 'transform' })).found).toEqual([
      ['TF2038', 'technical profile "Other" manages no sessions, but "P" names it for session management', 'Other']
    ])
  })
})
