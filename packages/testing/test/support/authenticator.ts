/** A policy with a second factor: a person without an authenticator app enrols one, and proves it by its code. */
import { claims, claimType, exchange, metadata, profile, provider } from './accounts.ts'

const mfa = (id: string, operation: string, ...content: ReadonlyArray<string>): string =>
  profile(id, provider('Providers.AzureMfaProtocolProvider'), metadata({ Operation: operation }), ...content)

const page = (id: string, ...content: ReadonlyArray<string>): string =>
  profile(
    id,
    provider('Providers.SelfAssertedAttributeProvider'),
    metadata({ ContentDefinitionReferenceId: 'api.page' }),
    ...content
  )

const step = (order: number, technicalProfile: string, precondition = ''): string =>
  `<OrchestrationStep Order="${order}" Type="ClaimsExchange">${precondition}<ClaimsExchanges>${exchange(`E${order}`, technicalProfile)}</ClaimsExchanges></OrchestrationStep>`

const unlessNone = `<Preconditions><Precondition Type="ClaimEquals" ExecuteActionsIf="false"><Value>devices</Value><Value>0</Value><Action>SkipThisOrchestrationStep</Action></Precondition></Preconditions>`

export const authenticatorPolicy = `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Authenticator" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Authenticator">
  <BuildingBlocks>
    <ClaimsSchema>
      ${claimType('objectId')}
      ${claimType('userPrincipalName')}
      ${claimType('devices', undefined, 'int')}
      ${claimType('secret')}
      ${claimType('qr', 'Readonly')}
      ${claimType('otpCode', 'TextBox', 'string', 'Code')}
    </ClaimsSchema>
    <ClaimsTransformations>
      <ClaimsTransformation Id="MakeSecret" TransformationMethod="CreateOtpSecret">
        <OutputClaims><OutputClaim ClaimTypeReferenceId="secret" TransformationClaimType="outputClaim" /></OutputClaims>
      </ClaimsTransformation>
      <ClaimsTransformation Id="MakeUri" TransformationMethod="FormatStringMultipleClaims">
        <InputClaims>
          <InputClaim ClaimTypeReferenceId="userPrincipalName" TransformationClaimType="inputClaim1" />
          <InputClaim ClaimTypeReferenceId="secret" TransformationClaimType="inputClaim2" />
        </InputClaims>
        <InputParameters><InputParameter Id="stringFormat" DataType="string" Value="otpauth://totp/Contoso:{0}?secret={1}" /></InputParameters>
        <OutputClaims><OutputClaim ClaimTypeReferenceId="qr" TransformationClaimType="outputClaim" /></OutputClaims>
      </ClaimsTransformation>
    </ClaimsTransformations>
    <ContentDefinitions>
      <ContentDefinition Id="api.page"><LoadUri>~/tenant/templates/AzureBlue/selfAsserted.cshtml</LoadUri>
        <RecoveryUri>~/common/default_page_error.html</RecoveryUri>
        <DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.9</DataUri></ContentDefinition>
    </ContentDefinitions>
    <DisplayControls>
      <DisplayControl Id="Qr" UserInterfaceControlType="QrCodeControl">
        <InputClaims><InputClaim ClaimTypeReferenceId="qr" /></InputClaims>
        <DisplayClaims><DisplayClaim ClaimTypeReferenceId="qr" ControlClaimType="QrCodeContent" /></DisplayClaims>
      </DisplayControl>
    </DisplayControls>
  </BuildingBlocks>
  <ClaimsProviders><ClaimsProvider><DisplayName>Authenticator</DisplayName><TechnicalProfiles>
    ${mfa('Count', 'GetAvailableDevices', claims('Input', '"userPrincipalName"'), claims('Output', '"devices" PartnerClaimType="numberOfAvailableDevices"'))}
    ${page(
      'Enrol',
      '<InputClaimsTransformations><InputClaimsTransformation ReferenceId="MakeSecret" /><InputClaimsTransformation ReferenceId="MakeUri" /></InputClaimsTransformations>',
      claims('Input', '"qr"'),
      '<DisplayClaims><DisplayClaim DisplayControlReferenceId="Qr" /></DisplayClaims>',
      claims('Output', '"secret"')
    )}
    ${mfa('Begin', 'BeginVerifyOTP', claims('Input', '"objectId"', '"userPrincipalName"', '"secret" PartnerClaimType="secretKey"'))}
    ${page(
      'Prove',
      claims('Output', '"otpCode" Required="true"'),
      '<ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="Check" /></ValidationTechnicalProfiles>'
    )}
    ${mfa('Check', 'VerifyOTP', claims('Input', '"otpCode"'))}
    ${profile('JwtIssuer', '<Protocol Name="OpenIdConnect" /><OutputTokenFormat>JWT</OutputTokenFormat>')}
  </TechnicalProfiles></ClaimsProvider></ClaimsProviders>
  <UserJourneys><UserJourney Id="Prove"><OrchestrationSteps>
    ${step(1, 'Count')}
    ${step(2, 'Enrol', unlessNone)}
    ${step(3, 'Begin')}
    ${step(4, 'Prove')}
    <OrchestrationStep Order="5" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
  </OrchestrationSteps></UserJourney></UserJourneys>
  <RelyingParty>
    <DefaultUserJourney ReferenceId="Prove" />
    <TechnicalProfile Id="PolicyProfile"><DisplayName>PolicyProfile</DisplayName><Protocol Name="OpenIdConnect" />
      ${claims('Output', '"objectId" PartnerClaimType="sub"')}
      <SubjectNamingInfo ClaimType="sub" />
    </TechnicalProfile>
  </RelyingParty>
</TrustFrameworkPolicy>`
