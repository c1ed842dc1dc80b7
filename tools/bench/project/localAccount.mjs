/** A policy of one local account: a combined page whose form checks the password, the account is read, a token is sent. */
import { compileJourney } from '@trustframe/plan'
import { formatDiagnostic, parsePolicy, resolvePolicies } from '@trustframe/policy'

const claimType = ([id, inputType]) =>
  `<ClaimType Id="${id}"><DisplayName>${id}</DisplayName><DataType>string</DataType>${inputType === undefined ? '' : `<UserInputType>${inputType}</UserInputType>`}</ClaimType>`

const claims = [
  ['signInName', 'TextBox'],
  ['password', 'Password'],
  ['objectId'],
  ['displayName'],
  ['givenName'],
  ['surname'],
  ['grant_type']
]

const provider = (name) =>
  `<Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.${name}, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null" />`

const outputs = (...ids) => ids.map((id) => `<OutputClaim ClaimTypeReferenceId="${id}" />`).join('')

const policyText = `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="bench.onmicrosoft.com" PolicyId="B2C_1A_SignIn" PublicPolicyUri="http://bench.onmicrosoft.com/B2C_1A_SignIn">
  <BuildingBlocks>
    <ClaimsSchema>${claims.map(claimType).join('\n')}</ClaimsSchema>
    <ContentDefinitions>
      <ContentDefinition Id="api.signin">
        <LoadUri>~/tenant/templates/AzureBlue/unified.cshtml</LoadUri>
        <RecoveryUri>~/common/default_page_error.html</RecoveryUri>
        <DataUri>urn:com:microsoft:aad:b2c:elements:contract:unifiedssp:2.1.7</DataUri>
      </ContentDefinition>
    </ContentDefinitions>
  </BuildingBlocks>
  <ClaimsProviders>
    <ClaimsProvider>
      <DisplayName>Local account</DisplayName>
      <TechnicalProfiles>
        <TechnicalProfile Id="Login">
          <DisplayName>Login</DisplayName>
          <Protocol Name="OpenIdConnect" />
          <Metadata>
            <Item Key="client_id">c</Item>
            <Item Key="METADATA">https://login.bench.example/</Item>
          </Metadata>
          <InputClaims>
            <InputClaim ClaimTypeReferenceId="signInName" PartnerClaimType="username" Required="true" />
            <InputClaim ClaimTypeReferenceId="password" Required="true" />
            <InputClaim ClaimTypeReferenceId="grant_type" DefaultValue="password" AlwaysUseDefaultValue="true" />
          </InputClaims>
          <OutputClaims><OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="oid" /></OutputClaims>
        </TechnicalProfile>
        <TechnicalProfile Id="SignIn">
          <DisplayName>Sign in</DisplayName>
          ${provider('SelfAssertedAttributeProvider')}
          <InputClaims><InputClaim ClaimTypeReferenceId="signInName" /></InputClaims>
          <OutputClaims>${outputs('signInName', 'password', 'objectId')}</OutputClaims>
          <ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="Login" /></ValidationTechnicalProfiles>
        </TechnicalProfile>
        <TechnicalProfile Id="ReadAccount">
          <DisplayName>Read the account</DisplayName>
          ${provider('AzureActiveDirectoryProvider')}
          <Metadata>
            <Item Key="Operation">Read</Item>
            <Item Key="RaiseErrorIfClaimsPrincipalDoesNotExist">true</Item>
          </Metadata>
          <InputClaims><InputClaim ClaimTypeReferenceId="objectId" Required="true" /></InputClaims>
          <OutputClaims>${outputs('displayName', 'givenName', 'surname')}</OutputClaims>
        </TechnicalProfile>
        <TechnicalProfile Id="JwtIssuer">
          <DisplayName>JWT issuer</DisplayName>
          <Protocol Name="OpenIdConnect" />
          <OutputTokenFormat>JWT</OutputTokenFormat>
          <Metadata>
            <Item Key="client_id">{service:te}</Item>
            <Item Key="issuer_refresh_token_user_identity_claim_type">objectId</Item>
          </Metadata>
          <CryptographicKeys>
            <Key Id="issuer_secret" StorageReferenceId="B2C_1A_TokenSigningKeyContainer" />
            <Key Id="issuer_refresh_token_key" StorageReferenceId="B2C_1A_TokenEncryptionKeyContainer" />
          </CryptographicKeys>
        </TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
  </ClaimsProviders>
  <UserJourneys>
    <UserJourney Id="SignIn">
      <OrchestrationSteps>
        <OrchestrationStep Order="1" Type="CombinedSignInAndSignUp" ContentDefinitionReferenceId="api.signin">
          <ClaimsProviderSelections><ClaimsProviderSelection ValidationClaimsExchangeId="SignInExchange" /></ClaimsProviderSelections>
          <ClaimsExchanges><ClaimsExchange Id="SignInExchange" TechnicalProfileReferenceId="SignIn" /></ClaimsExchanges>
        </OrchestrationStep>
        <OrchestrationStep Order="2" Type="ClaimsExchange">
          <ClaimsExchanges><ClaimsExchange Id="ReadExchange" TechnicalProfileReferenceId="ReadAccount" /></ClaimsExchanges>
        </OrchestrationStep>
        <OrchestrationStep Order="3" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
      </OrchestrationSteps>
    </UserJourney>
  </UserJourneys>
  <RelyingParty>
    <DefaultUserJourney ReferenceId="SignIn" />
    <TechnicalProfile Id="PolicyProfile">
      <DisplayName>PolicyProfile</DisplayName>
      <Protocol Name="OpenIdConnect" />
      <OutputClaims>${outputs('displayName', 'givenName', 'surname')}<OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" /></OutputClaims>
      <SubjectNamingInfo ClaimType="sub" />
    </TechnicalProfile>
  </RelyingParty>
</TrustFrameworkPolicy>`

/** The plan of the journey: from the text of the policy, as any policy goes. */
export const localPlan = () => {
  const file = parsePolicy({ path: 'SignIn.xml', text: policyText })
  const { diagnostics, policy } = resolvePolicies([file]).effective(file)
  const compiled = policy === undefined ? undefined : compileJourney(policy)
  if (compiled?.plan === undefined) {
    const found = [...file.diagnostics, ...diagnostics, ...(compiled?.diagnostics ?? [])]
    throw new Error(found.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'))
  }
  return compiled.plan
}

/** Whoever signs in. */
export const user = {
  objectId: '5b0c7d2e-3f0a-4c57-9d5e-0c3c1f5f8a11',
  displayName: 'Adele Vance',
  signInNames: { emailAddress: 'adele.vance@contoso.example' },
  password: 'Passw0rd!',
  attributes: { givenName: 'Adele', surname: 'Vance' }
}

/** What is typed into the page. */
export const entered = { signInName: user.signInNames.emailAddress, password: user.password }

export const context = {
  correlationId: 'c0ffee00-1234-4abc-9def-0123456789ab',
  language: 'en',
  parameters: { client_id: '00001111-aaaa-2222-bbbb-3333cccc4444' },
  hostName: 'localhost',
  ipAddress: '127.0.0.1'
}
