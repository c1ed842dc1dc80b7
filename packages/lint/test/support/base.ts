/** A base policy in which no rule finds anything; what tests give is put into a policy that derives from it. */

/** The handler attribute of a proprietary protocol. */
export const handler = (name: string): string =>
  `Web.TPEngine.${name}, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null`

const claimType = (id: string, dataType = 'string', more = ''): string =>
  `<ClaimType Id="${id}"><DisplayName>${id}</DisplayName><DataType>${dataType}</DataType>${more}</ClaimType>`

const control = (name: string): string => `<UserInputType>${name}</UserInputType>`

/** The text of the base policy. */
export const baseText = `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
  PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Base"
  PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Base">
  <BuildingBlocks>
    <ClaimsSchema>
      ${claimType('objectId')}
      ${claimType('tenantId')}
      ${claimType('signInName', 'string', control('TextBox'))}
      ${claimType('email', 'string', control('EmailBox'))}
      ${claimType('password', 'string', control('Password'))}
      ${claimType('newPassword', 'string', control('Password'))}
      ${claimType('reenterPassword', 'string', control('Password'))}
      ${claimType('displayName', 'string', control('TextBox'))}
      ${claimType('city', 'string', control('TextBox'))}
      ${claimType('newUser', 'boolean')}
      ${claimType('isMember', 'boolean')}
      ${claimType('tier')}
      ${claimType('accessToken')}
      ${claimType('grant_type')}
      ${claimType('scope')}
      ${claimType('groups', 'stringCollection')}
      ${claimType('points', 'int')}
      ${claimType('extension_loyaltyNumber', 'string', control('TextBox'))}
      ${claimType('otp')}
      ${claimType('verificationCode', 'string', control('TextBox'))}
      ${claimType('objectIdFromSession', 'boolean')}
    </ClaimsSchema>
    <ContentDefinitions>
      <ContentDefinition Id="api.error">
        <LoadUri>~/tenant/templates/AzureBlue/exception.cshtml</LoadUri>
        <RecoveryUri>~/common/default_page_error.html</RecoveryUri>
        <DataUri>urn:com:microsoft:aad:b2c:elements:contract:globalexception:1.2.5</DataUri>
      </ContentDefinition>
      <ContentDefinition Id="api.signuporsignin">
        <LoadUri>~/tenant/templates/AzureBlue/unified.cshtml</LoadUri>
        <RecoveryUri>~/common/default_page_error.html</RecoveryUri>
        <DataUri>urn:com:microsoft:aad:b2c:elements:contract:unifiedssp:2.1.14</DataUri>
      </ContentDefinition>
      <ContentDefinition Id="api.selfasserted">
        <LoadUri>~/tenant/templates/AzureBlue/selfAsserted.cshtml</LoadUri>
        <RecoveryUri>~/common/default_page_error.html</RecoveryUri>
        <DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.26</DataUri>
      </ContentDefinition>
    </ContentDefinitions>
  </BuildingBlocks>
  <ClaimsProviders>
    <ClaimsProvider>
      <DisplayName>Local accounts</DisplayName>
      <TechnicalProfiles>
        <TechnicalProfile Id="SelfAsserted-SignIn">
          <DisplayName>Sign in</DisplayName>
          <Protocol Name="Proprietary" Handler="${handler('Providers.SelfAssertedAttributeProvider')}" />
          <Metadata>
            <Item Key="ContentDefinitionReferenceId">api.selfasserted</Item>
          </Metadata>
          <OutputClaims>
            <OutputClaim ClaimTypeReferenceId="signInName" Required="true" />
            <OutputClaim ClaimTypeReferenceId="password" Required="true" />
            <OutputClaim ClaimTypeReferenceId="objectId" />
          </OutputClaims>
          <ValidationTechnicalProfiles>
            <ValidationTechnicalProfile ReferenceId="AAD-ReadBySignInName" />
          </ValidationTechnicalProfiles>
          <UseTechnicalProfileForSessionManagement ReferenceId="SM-AAD" />
        </TechnicalProfile>
        <TechnicalProfile Id="AAD-Common">
          <DisplayName>Directory</DisplayName>
          <Protocol Name="Proprietary" Handler="${handler('Providers.AzureActiveDirectoryProvider')}" />
          <Metadata>
            <Item Key="ApplicationObjectId">11111111-2222-3333-4444-555555555555</Item>
            <Item Key="ClientId">66666666-7777-8888-9999-aaaaaaaaaaaa</Item>
          </Metadata>
          <IncludeInSso>false</IncludeInSso>
          <UseTechnicalProfileForSessionManagement ReferenceId="SM-Noop" />
        </TechnicalProfile>
        <TechnicalProfile Id="AAD-ReadBySignInName">
          <Metadata>
            <Item Key="Operation">Read</Item>
            <Item Key="RaiseErrorIfClaimsPrincipalDoesNotExist">true</Item>
          </Metadata>
          <InputClaims>
            <InputClaim ClaimTypeReferenceId="signInName" PartnerClaimType="signInNames.userName" Required="true" />
          </InputClaims>
          <OutputClaims>
            <OutputClaim ClaimTypeReferenceId="objectId" />
          </OutputClaims>
          <IncludeTechnicalProfile ReferenceId="AAD-Common" />
        </TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
    <ClaimsProvider>
      <DisplayName>Sessions</DisplayName>
      <TechnicalProfiles>
        <TechnicalProfile Id="SM-Noop">
          <DisplayName>No session</DisplayName>
          <Protocol Name="Proprietary" Handler="${handler('SSO.NoopSSOSessionProvider')}" />
        </TechnicalProfile>
        <TechnicalProfile Id="SM-AAD">
          <DisplayName>Session</DisplayName>
          <Protocol Name="Proprietary" Handler="${handler('SSO.DefaultSSOSessionProvider')}" />
          <PersistedClaims>
            <PersistedClaim ClaimTypeReferenceId="objectId" />
          </PersistedClaims>
          <OutputClaims>
            <OutputClaim ClaimTypeReferenceId="objectIdFromSession" DefaultValue="true" />
          </OutputClaims>
        </TechnicalProfile>
        <TechnicalProfile Id="SM-jwt-issuer">
          <DisplayName>Issuer session</DisplayName>
          <Protocol Name="Proprietary" Handler="${handler('SSO.OAuthSSOSessionProvider')}" />
        </TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
    <ClaimsProvider>
      <DisplayName>Token issuer</DisplayName>
      <TechnicalProfiles>
        <TechnicalProfile Id="JwtIssuer">
          <DisplayName>JWT issuer</DisplayName>
          <Protocol Name="OpenIdConnect" />
          <OutputTokenFormat>JWT</OutputTokenFormat>
          <Metadata>
            <Item Key="issuer_refresh_token_user_identity_claim_type">objectId</Item>
          </Metadata>
          <CryptographicKeys>
            <Key Id="issuer_secret" StorageReferenceId="B2C_1A_TokenSigningKeyContainer" />
            <Key Id="issuer_refresh_token_key" StorageReferenceId="B2C_1A_TokenEncryptionKeyContainer" />
          </CryptographicKeys>
          <UseTechnicalProfileForSessionManagement ReferenceId="SM-jwt-issuer" />
        </TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
  </ClaimsProviders>
  <UserJourneys>
    <UserJourney Id="SignIn">
      <OrchestrationSteps>
        <OrchestrationStep Order="1" Type="ClaimsExchange">
          <ClaimsExchanges>
            <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
          </ClaimsExchanges>
        </OrchestrationStep>
        <OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
      </OrchestrationSteps>
    </UserJourney>
  </UserJourneys>
</TrustFrameworkPolicy>
`
