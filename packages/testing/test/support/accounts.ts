/** A policy of local and social accounts: sign-in, sign-up with a verified address, an identity provider, tokens. */

export const claimType = (id: string, inputType?: string, dataType = 'string', label = id): string =>
  `<ClaimType Id="${id}"><DisplayName>${label}</DisplayName><DataType>${dataType}</DataType>${
    inputType === undefined ? '' : `<UserInputType>${inputType}</UserInputType>`
  }</ClaimType>`

export const claims = (kind: 'Input' | 'Output' | 'Persisted', ...items: ReadonlyArray<string>): string =>
  `<${kind}Claims>${items.map((attributes) => `<${kind}Claim ClaimTypeReferenceId=${attributes} />`).join('')}</${kind}Claims>`

export const provider = (name: string): string =>
  `<Protocol Name="Proprietary" Handler="Web.TPEngine.${name}, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null" />`

export const metadata = (items: Readonly<Record<string, string>>): string =>
  `<Metadata>${Object.entries(items)
    .map(([key, value]) => `<Item Key="${key}">${value}</Item>`)
    .join('')}</Metadata>`

export const profile = (id: string, ...content: ReadonlyArray<string>): string =>
  `<TechnicalProfile Id="${id}"><DisplayName>${id}</DisplayName>${content.join('')}</TechnicalProfile>`

const contentDefinition = (id: string, contract: string): string =>
  `<ContentDefinition Id="${id}"><LoadUri>~/tenant/templates/AzureBlue/page.cshtml</LoadUri>
    <RecoveryUri>~/common/default_page_error.html</RecoveryUri>
    <DataUri>urn:com:microsoft:aad:b2c:elements:contract:${contract}</DataUri></ContentDefinition>`

export const exchange = (id: string, technicalProfile: string): string =>
  `<ClaimsExchange Id="${id}" TechnicalProfileReferenceId="${technicalProfile}" />`

const unless = (claim: string): string =>
  `<Preconditions><Precondition Type="ClaimsExist" ExecuteActionsIf="true"><Value>${claim}</Value><Action>SkipThisOrchestrationStep</Action></Precondition></Preconditions>`

/** Where the identity provider sends the browser. */
export const socialAuthorizationEndpoint = 'https://social.example/authorize'

export const accountsPolicy = `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Accounts" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Accounts">
  <BuildingBlocks>
    <ClaimsSchema>
      ${claimType('signInName', 'TextBox', 'string', 'Sign-in name')}
      ${claimType('email', 'TextBox', 'string', 'E-mail address')}
      ${claimType('password', 'Password', 'string', 'Password')}
      ${claimType('newPassword', 'Password', 'string', 'New password')}
      ${claimType('displayName', 'TextBox', 'string', 'Name')}
      ${claimType('objectId')}
      ${claimType('issuerUserId')}
      ${claimType('identityProvider')}
      ${claimType('grant_type')}
      ${claimType('eventType')}
    </ClaimsSchema>
    <ContentDefinitions>
      ${contentDefinition('api.signuporsignin', 'unifiedssp:2.1.7')}
      ${contentDefinition('api.localaccountsignup', 'selfasserted:2.1.7')}
    </ContentDefinitions>
  </BuildingBlocks>
  <ClaimsProviders><ClaimsProvider><DisplayName>Accounts</DisplayName><TechnicalProfiles>
    ${profile(
      'Login',
      '<Protocol Name="OpenIdConnect" />',
      metadata({
        client_id: 'c',
        METADATA: 'https://login.contoso.example/',
        UserMessageIfInvalidPassword: 'Your password is incorrect.',
        UserMessageIfClaimsPrincipalDoesNotExist: 'We can’t seem to find your account.'
      }),
      claims(
        'Input',
        '"signInName" PartnerClaimType="username" Required="true"',
        '"password" Required="true"',
        '"grant_type" DefaultValue="password" AlwaysUseDefaultValue="true"'
      ),
      claims('Output', '"objectId" PartnerClaimType="oid"')
    )}
    ${profile(
      'SelfAsserted-SignIn',
      provider('Providers.SelfAssertedAttributeProvider'),
      metadata({ SignUpTarget: 'SignUpExchange', ContentDefinitionReferenceId: 'api.signuporsignin' }),
      claims('Input', '"signInName"'),
      claims('Output', '"signInName" Required="true"', '"password" Required="true"', '"objectId"'),
      '<ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="Login" /></ValidationTechnicalProfiles>',
      '<UseTechnicalProfileForSessionManagement ReferenceId="SM-AAD" />'
    )}
    ${profile(
      'SelfAsserted-SignUp',
      provider('Providers.SelfAssertedAttributeProvider'),
      metadata({ ContentDefinitionReferenceId: 'api.localaccountsignup', IpAddressClaimReferenceId: 'IpAddress' }),
      claims('Input', '"email"'),
      claims(
        'Output',
        '"email" PartnerClaimType="Verified.Email" Required="true"',
        '"newPassword" Required="true"',
        '"displayName" Required="true"',
        '"objectId"'
      ),
      '<ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="AAD-Write" /></ValidationTechnicalProfiles>',
      '<UseTechnicalProfileForSessionManagement ReferenceId="SM-AAD" />'
    )}
    ${profile(
      'AAD-Write',
      provider('Providers.AzureActiveDirectoryProvider'),
      metadata({ Operation: 'Write', RaiseErrorIfClaimsPrincipalAlreadyExists: 'true' }),
      claims('Input', '"email" PartnerClaimType="signInNames.emailAddress" Required="true"'),
      claims(
        'Persisted',
        '"email" PartnerClaimType="signInNames.emailAddress"',
        '"newPassword" PartnerClaimType="password"',
        '"displayName"'
      ),
      claims('Output', '"objectId"')
    )}
    ${profile(
      'AAD-Read',
      provider('Providers.AzureActiveDirectoryProvider'),
      metadata({ Operation: 'Read', RaiseErrorIfClaimsPrincipalDoesNotExist: 'true' }),
      claims('Input', '"objectId" Required="true"'),
      claims('Output', '"displayName"')
    )}
    ${profile(
      'Social-OAuth2',
      '<Protocol Name="OAuth2" />',
      metadata({
        ProviderName: 'social.example',
        authorization_endpoint: socialAuthorizationEndpoint,
        AccessTokenEndpoint: 'https://social.example/token',
        ClaimsEndpoint: 'https://social.example/me',
        client_id: 'trustframe',
        scope: 'email'
      }),
      '<CryptographicKeys><Key Id="client_secret" StorageReferenceId="B2C_1A_Social" /></CryptographicKeys>',
      claims(
        'Output',
        '"issuerUserId" PartnerClaimType="id"',
        '"displayName" PartnerClaimType="name"',
        '"identityProvider" DefaultValue="social.example" AlwaysUseDefaultValue="true"'
      ),
      '<UseTechnicalProfileForSessionManagement ReferenceId="SM-SocialLogin" />'
    )}
    ${profile(
      'AppInsights-SignIn',
      provider('Providers.Insights.AzureApplicationInsightsProvider'),
      metadata({ InstrumentationKey: '00000000-0000-0000-0000-000000000000', DeveloperMode: 'false' }),
      claims(
        'Input',
        '"eventType" PartnerClaimType="eventName" DefaultValue="SignIn"',
        '"displayName" PartnerClaimType="{property:Name}"'
      )
    )}
    ${profile(
      'SM-AAD',
      provider('SSO.DefaultSSOSessionProvider'),
      '<PersistedClaims><PersistedClaim ClaimTypeReferenceId="objectId" /></PersistedClaims>'
    )}
    ${profile('SM-SocialLogin', provider('SSO.ExternalLoginSSOSessionProvider'))}
    ${profile(
      'JwtIssuer',
      '<Protocol Name="OpenIdConnect" /><OutputTokenFormat>JWT</OutputTokenFormat>',
      metadata({ client_id: '{service:te}', issuer_refresh_token_user_identity_claim_type: 'objectId' }),
      `<CryptographicKeys>
        <Key Id="issuer_secret" StorageReferenceId="B2C_1A_TokenSigningKeyContainer" />
        <Key Id="issuer_refresh_token_key" StorageReferenceId="B2C_1A_TokenEncryptionKeyContainer" />
      </CryptographicKeys>`
    )}
  </TechnicalProfiles></ClaimsProvider></ClaimsProviders>
  <UserJourneys><UserJourney Id="SignUpOrSignIn"><OrchestrationSteps>
    <OrchestrationStep Order="1" Type="CombinedSignInAndSignUp" ContentDefinitionReferenceId="api.signuporsignin">
      <ClaimsProviderSelections>
        <ClaimsProviderSelection TargetClaimsExchangeId="SocialExchange" />
        <ClaimsProviderSelection ValidationClaimsExchangeId="SignInExchange" />
      </ClaimsProviderSelections>
      <ClaimsExchanges>${exchange('SignInExchange', 'SelfAsserted-SignIn')}</ClaimsExchanges>
    </OrchestrationStep>
    <OrchestrationStep Order="2" Type="ClaimsExchange">
      ${unless('objectId')}
      <ClaimsExchanges>
        ${exchange('SocialExchange', 'Social-OAuth2')}
        ${exchange('SignUpExchange', 'SelfAsserted-SignUp')}
      </ClaimsExchanges>
    </OrchestrationStep>
    <OrchestrationStep Order="3" Type="ClaimsExchange">
      ${unless('issuerUserId')}
      <ClaimsExchanges>${exchange('ReadExchange', 'AAD-Read')}</ClaimsExchanges>
    </OrchestrationStep>
    <OrchestrationStep Order="4" Type="ClaimsExchange">
      <ClaimsExchanges>${exchange('InsightsExchange', 'AppInsights-SignIn')}</ClaimsExchanges>
    </OrchestrationStep>
    <OrchestrationStep Order="5" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
  </OrchestrationSteps></UserJourney></UserJourneys>
  <RelyingParty>
    <DefaultUserJourney ReferenceId="SignUpOrSignIn" />
    <TechnicalProfile Id="PolicyProfile"><DisplayName>PolicyProfile</DisplayName><Protocol Name="OpenIdConnect" />
      ${claims('Output', '"displayName" PartnerClaimType="name"', '"objectId" PartnerClaimType="sub"', '"issuerUserId"')}
      <SubjectNamingInfo ClaimType="sub" />
    </TechnicalProfile>
  </RelyingParty>
</TrustFrameworkPolicy>`
