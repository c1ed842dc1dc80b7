/** A policy whose profiles call two hosts: a token endpoint that two profiles share, and an API. */

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

const messages = {
  DefaultUserMessageIfRequestFailed: 'It failed.',
  UserMessageIfCircuitOpen: 'It takes a break.',
  UserMessageIfDnsResolutionFailed: 'It is not there.',
  UserMessageIfRequestTimeout: 'It is slow.'
}

const claimType = (id: string, dataType = 'string') =>
  `<ClaimType Id="${id}"><DisplayName>${id}</DisplayName><DataType>${dataType}</DataType></ClaimType>`

const step = (order: number, id: string) =>
  `<OrchestrationStep Order="${order}" Type="ClaimsExchange"><ClaimsExchanges><ClaimsExchange Id="Step${order}" TechnicalProfileReferenceId="${id}" /></ClaimsExchanges></OrchestrationStep>`

/** The text of the policy. */
export const stubPolicy = `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Stubbed" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Stubbed">
  <BuildingBlocks>
    <ClaimsSchema>
      ${['grant', 'scope', 'refresh', 'token', 'id', 'name'].map((id) => claimType(id)).join('')}${claimType('age', 'int')}
    </ClaimsSchema>
  </BuildingBlocks>
  <ClaimsProviders>
    <ClaimsProvider>
      <DisplayName>Partners</DisplayName>
      <TechnicalProfiles>${restful(
        'GetToken',
        { SendClaimsIn: 'Form', ServiceUrl: 'https://login.contoso.example/token' },
        `          <InputClaims>
            <InputClaim ClaimTypeReferenceId="grant" PartnerClaimType="grant_type" DefaultValue="client_credentials" />
            <InputClaim ClaimTypeReferenceId="scope" DefaultValue="api/.default" />
          </InputClaims>
          <OutputClaims><OutputClaim ClaimTypeReferenceId="token" PartnerClaimType="access_token" /></OutputClaims>`
      )}${restful(
        'RefreshToken',
        { SendClaimsIn: 'Form', ServiceUrl: 'https://login.contoso.example/token' },
        `          <InputClaims>
            <InputClaim ClaimTypeReferenceId="grant" PartnerClaimType="grant_type" DefaultValue="refresh_token" />
            <InputClaim ClaimTypeReferenceId="refresh" PartnerClaimType="refresh_token" />
          </InputClaims>
          <OutputClaims><OutputClaim ClaimTypeReferenceId="token" PartnerClaimType="access_token" /></OutputClaims>`
      )}${restful(
        'GetPerson',
        {
          ...messages,
          AuthenticationType: 'Bearer',
          UseClaimAsBearerToken: 'token',
          SendClaimsIn: 'Url',
          ServiceUrl: 'https://api.contoso.example/people/{id}'
        },
        `          <InputClaims><InputClaim ClaimTypeReferenceId="token" /><InputClaim ClaimTypeReferenceId="id" /></InputClaims>
          <OutputClaims><OutputClaim ClaimTypeReferenceId="name" /><OutputClaim ClaimTypeReferenceId="age" /></OutputClaims>`
      )}
        <TechnicalProfile Id="JwtIssuer"><DisplayName>Issuer</DisplayName><Protocol Name="None" /><OutputTokenFormat>JWT</OutputTokenFormat></TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
  </ClaimsProviders>
  <UserJourneys>
    <UserJourney Id="Journey">
      <OrchestrationSteps>
        ${step(1, 'GetToken')}
        ${step(2, 'GetPerson')}
        <OrchestrationStep Order="3" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
      </OrchestrationSteps>
    </UserJourney>
  </UserJourneys>
  <RelyingParty>
    <DefaultUserJourney ReferenceId="Journey" />
    <TechnicalProfile Id="PolicyProfile">
      <DisplayName>PolicyProfile</DisplayName>
      <Protocol Name="OpenIdConnect" />
      <OutputClaims><OutputClaim ClaimTypeReferenceId="name" /></OutputClaims>
      <SubjectNamingInfo ClaimType="sub" />
    </TechnicalProfile>
  </RelyingParty>
</TrustFrameworkPolicy>
`
