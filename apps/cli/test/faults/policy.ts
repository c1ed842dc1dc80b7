/** The policies that the reports are about: what an estate with good, missing and careless messages looks like. */

const root = (policyId: string, base: string | undefined, content: string) => `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="${policyId}" PublicPolicyUri="http://contoso.onmicrosoft.com/${policyId}">
${base === undefined ? '' : `  <BasePolicy><TenantId>contoso.onmicrosoft.com</TenantId><PolicyId>${base}</PolicyId></BasePolicy>`}
${content}
</TrustFrameworkPolicy>
`

const restful = (id: string, metadata: Readonly<Record<string, string>>, more: string) => `
        <TechnicalProfile Id="${id}">
          <DisplayName>${id}</DisplayName>
          <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.RestfulProvider, Web.TPEngine, Version=1.0.0.0" />
          <Metadata>
${Object.entries({ AuthenticationType: 'None', AllowInsecureAuthInProduction: 'true', ...metadata })
  .map(([key, value]) => `            <Item Key="${key}">${value}</Item>`)
  .join('\n')}
          </Metadata>
${more}
        </TechnicalProfile>`

const claimType = (id: string, dataType: string) =>
  `      <ClaimType Id="${id}"><DisplayName>${id}</DisplayName><DataType>${dataType}</DataType></ClaimType>`

const localized = (id: string, texts: Readonly<Record<string, string>>) => `      <LocalizedResources Id="${id}">
        <LocalizedStrings>
${Object.entries(texts)
  .map(
    ([key, text]) => `          <LocalizedString ElementType="ErrorMessage" StringId="${key}">${text}</LocalizedString>`
  )
  .join('\n')}
        </LocalizedStrings>
      </LocalizedResources>`

const base = root(
  'B2C_1A_Base',
  undefined,
  `  <BuildingBlocks>
    <ClaimsSchema>
${claimType('email', 'string')}
${claimType('loyaltyNumber', 'int')}
${claimType('token', 'string')}
    </ClaimsSchema>
    <ContentDefinitions>
      <ContentDefinition Id="api.page">
        <LoadUri>~/tenant/templates/AzureBlue/selfAsserted.cshtml</LoadUri>
        <RecoveryUri>~/common/default_page_error.html</RecoveryUri>
        <DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.30</DataUri>
        <LocalizedResourcesReferences MergeBehavior="Prepend">
          <LocalizedResourcesReference Language="en" LocalizedResourcesReferenceId="page.en" />
          <LocalizedResourcesReference Language="de" LocalizedResourcesReferenceId="page.de" />
        </LocalizedResourcesReferences>
      </ContentDefinition>
    </ContentDefinitions>
    <Localization Enabled="true">
      <SupportedLanguages DefaultLanguage="en" MergeBehavior="ReplaceAll">
        <SupportedLanguage>en</SupportedLanguage>
        <SupportedLanguage>de</SupportedLanguage>
      </SupportedLanguages>
${localized('page.en', { UserMessageIfRequestTimeout: 'Checking your address takes too long.' })}
${localized('page.de', { UserMessageIfRequestTimeout: 'Die Prüfung bei mail.contoso.example dauert zu lange.', UserMessageIfCircuitOpen: 'Zur Zeit nicht möglich.' })}
    </Localization>
  </BuildingBlocks>
  <ClaimsProviders>
    <ClaimsProvider>
      <DisplayName>Partner services</DisplayName>
      <TechnicalProfiles>${restful(
        'REST-GetLoyalty',
        {
          SendClaimsIn: 'Url',
          ServiceUrl: 'https://loyalty.contoso.example/members/{email}',
          DefaultUserMessageIfRequestFailed: 'We cannot look up your points. Please try again later.',
          UserMessageIfRequestTimeout: 'Looking up your points takes too long. Please try again in a minute.',
          UserMessageIfDnsResolutionFailed: 'REST-GetLoyalty: loyalty.contoso.example is &lt;away&gt; &amp; "gone".',
          UserMessageIfCircuitOpen: 'Your points are not available at the moment.'
        },
        `          <InputClaims><InputClaim ClaimTypeReferenceId="email" /></InputClaims>
          <OutputClaims><OutputClaim ClaimTypeReferenceId="loyaltyNumber" PartnerClaimType="number" /></OutputClaims>`
      )}${restful(
        'REST-CheckEmail',
        { ServiceUrl: 'https://mail.contoso.example/check', DebugMode: 'true' },
        `          <InputClaims><InputClaim ClaimTypeReferenceId="email" /></InputClaims>`
      )}
        <TechnicalProfile Id="Page">
          <DisplayName>Page</DisplayName>
          <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.SelfAssertedAttributeProvider, Web.TPEngine, Version=1.0.0.0" />
          <Metadata><Item Key="ContentDefinitionReferenceId">api.page</Item></Metadata>
          <OutputClaims><OutputClaim ClaimTypeReferenceId="email" /></OutputClaims>
          <ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="REST-CheckEmail" /></ValidationTechnicalProfiles>
        </TechnicalProfile>
        <TechnicalProfile Id="JwtIssuer">
          <DisplayName>Issuer</DisplayName>
          <Protocol Name="None" />
          <OutputTokenFormat>JWT</OutputTokenFormat>
        </TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
  </ClaimsProviders>
  <UserJourneys>
    <UserJourney Id="SignUp">
      <OrchestrationSteps>
        <OrchestrationStep Order="1" Type="ClaimsExchange">
          <ClaimsExchanges><ClaimsExchange Id="Page" TechnicalProfileReferenceId="Page" /></ClaimsExchanges>
        </OrchestrationStep>
        <OrchestrationStep Order="2" Type="ClaimsExchange">
          <ClaimsExchanges><ClaimsExchange Id="Loyalty" TechnicalProfileReferenceId="REST-GetLoyalty" /></ClaimsExchanges>
        </OrchestrationStep>
        <OrchestrationStep Order="3" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
      </OrchestrationSteps>
    </UserJourney>
  </UserJourneys>`
)

const relyingParty = (policyId: string) =>
  root(
    policyId,
    'B2C_1A_Base',
    `  <RelyingParty>
    <DefaultUserJourney ReferenceId="SignUp" />
    <TechnicalProfile Id="PolicyProfile">
      <DisplayName>PolicyProfile</DisplayName>
      <Protocol Name="OpenIdConnect" />
      <OutputClaims><OutputClaim ClaimTypeReferenceId="email" /></OutputClaims>
      <SubjectNamingInfo ClaimType="sub" />
    </TechnicalProfile>
  </RelyingParty>`
  )

/** Two policies that applications call, over one base. */
export const policies: Readonly<Record<string, string>> = {
  'Base.xml': base,
  'SignUp.xml': relyingParty('B2C_1A_SignUp'),
  'SignUpMobile.xml': relyingParty('B2C_1A_SignUpMobile')
}
