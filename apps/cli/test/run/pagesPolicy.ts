/** A policy whose pages have every kind of field, both kinds of verification, and an authenticator app. */

const claimTypes = `
  <ClaimType Id="objectId"><DisplayName>Object id</DisplayName><DataType>string</DataType></ClaimType>
  <ClaimType Id="upn"><DisplayName>User principal name</DisplayName><DataType>string</DataType></ClaimType>
  <ClaimType Id="intro"><DisplayName>Hello</DisplayName><DataType>string</DataType><UserInputType>Paragraph</UserInputType></ClaimType>
  <ClaimType Id="tenant"><DisplayName>Tenant</DisplayName><DataType>string</DataType><UserInputType>Readonly</UserInputType></ClaimType>
  <ClaimType Id="email"><DisplayName>E-mail</DisplayName><DataType>string</DataType><UserInputType>TextBox</UserInputType></ClaimType>
  <ClaimType Id="plate"><DisplayName>Number plate</DisplayName><DataType>string</DataType><UserInputType>TextBox</UserInputType>
    <Restriction><Pattern RegularExpression="^[A-Z]{3}-(?i)[a-z0-9]+$" HelpText="A plate is written as ABC-12d." /></Restriction>
  </ClaimType>
  <ClaimType Id="born"><DisplayName>Day of birth</DisplayName><DataType>date</DataType><UserInputType>DateTimeDropdown</UserInputType></ClaimType>
  <ClaimType Id="colour"><DisplayName>Colour</DisplayName><DataType>string</DataType><UserInputType>DropdownSingleSelect</UserInputType>
    <Restriction><Enumeration Text="Red" Value="r" /><Enumeration Text="Green" Value="g" SelectByDefault="true" /></Restriction>
  </ClaimType>
  <ClaimType Id="size"><DisplayName>Size</DisplayName><DataType>string</DataType><UserInputType>RadioSingleSelect</UserInputType>
    <Restriction><Enumeration Text="Small" Value="s" /><Enumeration Text="Large" Value="l" /></Restriction>
  </ClaimType>
  <ClaimType Id="news"><DisplayName>News</DisplayName><DataType>string</DataType><UserInputType>CheckboxMultiSelect</UserInputType>
    <Restriction><Enumeration Text="Weekly" Value="w" /><Enumeration Text="Monthly" Value="m" /></Restriction>
  </ClaimType>
  <ClaimType Id="secretKey"><DisplayName>Secret of the app</DisplayName><DataType>string</DataType></ClaimType>
  <ClaimType Id="qrCodeContent"><DisplayName>QR code</DisplayName><DataType>string</DataType><UserInputType>Paragraph</UserInputType></ClaimType>
  <ClaimType Id="otpCode"><DisplayName>Code of the app</DisplayName><DataType>string</DataType><UserInputType>TextBox</UserInputType></ClaimType>
  <ClaimType Id="phone"><DisplayName>Phone</DisplayName><DataType>string</DataType></ClaimType>`

const proprietary = (handler: string): string =>
  `<Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.${handler}, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null" />`

const page = (id: string, content: string): string => `
  <TechnicalProfile Id="${id}"><DisplayName>${id}</DisplayName>${proprietary('SelfAssertedAttributeProvider')}
    <Metadata><Item Key="ContentDefinitionReferenceId">api.selfasserted</Item></Metadata>${content}
  </TechnicalProfile>`

const content = (id: string, contract: string): string => `
  <ContentDefinition Id="${id}"><LoadUri>~/tenant/templates/AzureBlue/selfAsserted.cshtml</LoadUri>
    <RecoveryUri>~/common/default_page_error.html</RecoveryUri>
    <DataUri>urn:com:microsoft:aad:b2c:elements:contract:${contract}</DataUri></ContentDefinition>`

const exchange = (order: number, profile: string): string => `
  <OrchestrationStep Order="${order}" Type="ClaimsExchange"><ClaimsExchanges>
    <ClaimsExchange Id="${profile}Exchange" TechnicalProfileReferenceId="${profile}" />
  </ClaimsExchanges></OrchestrationStep>`

const profiles: Readonly<Record<string, string>> = {
  JwtIssuer:
    '<TechnicalProfile Id="JwtIssuer"><DisplayName>JWT</DisplayName><Protocol Name="None" /><OutputTokenFormat>JWT</OutputTokenFormat></TechnicalProfile>',
  Fields: page(
    'Fields',
    `<InputClaims>
      <InputClaim ClaimTypeReferenceId="intro" DefaultValue="Tell us more." />
      <InputClaim ClaimTypeReferenceId="tenant" DefaultValue="Contoso" />
    </InputClaims>
    <OutputClaims>
      <OutputClaim ClaimTypeReferenceId="intro" /><OutputClaim ClaimTypeReferenceId="tenant" />
      <OutputClaim ClaimTypeReferenceId="plate" Required="true" /><OutputClaim ClaimTypeReferenceId="born" Required="true" />
      <OutputClaim ClaimTypeReferenceId="colour" /><OutputClaim ClaimTypeReferenceId="size" />
      <OutputClaim ClaimTypeReferenceId="news" Required="true" />
    </OutputClaims>`
  ),
  Email: page(
    'Email',
    '<OutputClaims><OutputClaim ClaimTypeReferenceId="email" PartnerClaimType="Verified.Email" Required="true" /></OutputClaims>'
  ),
  Begin: `<TechnicalProfile Id="Begin"><DisplayName>Begin</DisplayName>${proprietary('ClaimsTransformationProtocolProvider')}
    <OutputClaims>
      <OutputClaim ClaimTypeReferenceId="objectId" DefaultValue="33333333-3333-4333-8333-333333333333" />
      <OutputClaim ClaimTypeReferenceId="upn" DefaultValue="ada@contoso.com" />
      <OutputClaim ClaimTypeReferenceId="secretKey" DefaultValue="JBSWY3DPEHPK3PXP" />
      <OutputClaim ClaimTypeReferenceId="qrCodeContent" DefaultValue="otpauth://totp/Contoso:ada?secret=JBSWY3DPEHPK3PXP" />
      <OutputClaim ClaimTypeReferenceId="phone" DefaultValue="+12065550101" />
    </OutputClaims></TechnicalProfile>`,
  Culture: `<TechnicalProfile Id="Culture"><DisplayName>Culture</DisplayName>${proprietary('ClaimsTransformationProtocolProvider')}
    <Metadata><Item Key="IncludeClaimResolvingInClaimsHandling">true</Item></Metadata>
    <OutputClaims><OutputClaim ClaimTypeReferenceId="intro" DefaultValue="{Culture:LanguageName}" /></OutputClaims></TechnicalProfile>`,
  Social: `<TechnicalProfile Id="Social"><DisplayName>Social</DisplayName><Protocol Name="OAuth2" />
    <Metadata>
      <Item Key="ProviderName">social.example</Item>
      <Item Key="authorization_endpoint">https://social.example/authorize</Item>
      <Item Key="AccessTokenEndpoint">https://social.example/token</Item>
      <Item Key="ClaimsEndpoint">https://social.example/me</Item>
      <Item Key="HttpBinding">POST</Item>
      <Item Key="client_id">trustframe</Item>
    </Metadata>
    <CryptographicKeys><Key Id="client_secret" StorageReferenceId="B2C_1A_Social" /></CryptographicKeys>
    <OutputClaims><OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="id" /></OutputClaims></TechnicalProfile>`,
  App: page(
    'App',
    `<InputClaims><InputClaim ClaimTypeReferenceId="qrCodeContent" /></InputClaims>
    <DisplayClaims><DisplayClaim DisplayControlReferenceId="Qr" /></DisplayClaims>
    <OutputClaims><OutputClaim ClaimTypeReferenceId="objectId" /></OutputClaims>`
  ),
  Phone: `<TechnicalProfile Id="Phone"><DisplayName>Phone</DisplayName>${proprietary('PhoneFactorProtocolProvider')}
    <Metadata><Item Key="ContentDefinitionReferenceId">api.phonefactor</Item></Metadata>
    <InputClaims><InputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="UserId" /><InputClaim ClaimTypeReferenceId="phone" /></InputClaims>
    </TechnicalProfile>`
}

/** A policy whose journey goes through these of its pages. */
export const policyWith = (...pages: ReadonlyArray<string>): string => `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Fields" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Fields">
<BuildingBlocks><ClaimsSchema>${claimTypes}</ClaimsSchema>
<ContentDefinitions>${content('api.selfasserted', 'selfasserted:2.1.26')}${content('api.phonefactor', 'multifactor:1.2.12')}</ContentDefinitions>
<DisplayControls><DisplayControl Id="Qr" UserInterfaceControlType="QrCodeControl">
  <InputClaims><InputClaim ClaimTypeReferenceId="qrCodeContent" /></InputClaims>
  <DisplayClaims><DisplayClaim ClaimTypeReferenceId="qrCodeContent" ControlClaimType="QrCodeContent" /></DisplayClaims>
</DisplayControl></DisplayControls>
</BuildingBlocks>
<ClaimsProviders><ClaimsProvider><DisplayName>Pages</DisplayName><TechnicalProfiles>
${Object.values(profiles).join('')}
</TechnicalProfiles></ClaimsProvider></ClaimsProviders>
<UserJourneys><UserJourney Id="Fields"><OrchestrationSteps>
${pages.map((profile, index) => exchange(index + 1, profile)).join('')}
<OrchestrationStep Order="${pages.length + 1}" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
</OrchestrationSteps></UserJourney></UserJourneys>
<RelyingParty><DefaultUserJourney ReferenceId="Fields" />
  <TechnicalProfile Id="PolicyProfile"><DisplayName>PolicyProfile</DisplayName><Protocol Name="OpenIdConnect" />
  <OutputClaims><OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" /></OutputClaims>
  <SubjectNamingInfo ClaimType="sub" /></TechnicalProfile></RelyingParty>
</TrustFrameworkPolicy>`
