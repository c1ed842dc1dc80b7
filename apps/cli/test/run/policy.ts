/** A policy of one's own with the two technical profiles of the client-credentials pattern, as their author published them. */

const profiles = `
<TechnicalProfile Id="RestApi-GetBearerToken">
    <DisplayName>Get BearerToken for Api</DisplayName>
    <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.RestfulProvider, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null" />
    <Metadata>
        <Item Key="AuthenticationType">Basic</Item>
        <Item Key="SendClaimsIn">Form</Item>
        <Item Key="ServiceUrl">https://login.microsoftonline.com/{TenantId}/oauth2/v2.0/token</Item>
        <Item Key="DebugMode">{DeveloperMode}</Item>
        <Item Key="DefaultUserMessageIfRequestFailed"> Bearer Sorry, something went wrong and we couldn’t complete your request. Please try again later.</Item>
        <Item Key="UserMessageIfCircuitOpen">Bearer Sorry, something went wrong and we couldn’t complete your request. Please try again later.</Item>
        <Item Key="UserMessageIfDnsResolutionFailed">Bearer Sorry, something went wrong and we couldn’t complete your request. Please try again later.</Item>
        <Item Key="UserMessageIfRequestTimeout">Bearer Sorry, something went wrong and we couldn’t complete your request. Please try again later.</Item>
    </Metadata>
    <CryptographicKeys>
        <Key Id="BasicAuthenticationUsername" StorageReferenceId="B2C_1A_RestApiClientId" />
        <Key Id="BasicAuthenticationPassword" StorageReferenceId="B2C_1A_RestApiClientSecret" />
    </CryptographicKeys>
    <InputClaims>
        <InputClaim ClaimTypeReferenceId="Api_Bearer_GrantType" PartnerClaimType="grant_type" DefaultValue="client_credentials" />
        <InputClaim ClaimTypeReferenceId="Api_Bearer_Scope" PartnerClaimType="scope" DefaultValue="https://{TenantId}/{ApiId}/.default" />
    </InputClaims>
    <OutputClaims>
        <OutputClaim ClaimTypeReferenceId="BearerToken" PartnerClaimType="access_token"/>
    </OutputClaims>
    <UseTechnicalProfileForSessionManagement ReferenceId="SM-Noop" />
</TechnicalProfile>
<TechnicalProfile Id="RestApi-GetProfile">
    <DisplayName></DisplayName>
    <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.RestfulProvider, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null" />
    <Metadata>
        <Item Key="AuthenticationType">Bearer</Item>
        <Item Key="IncludeClaimResolvingInClaimsHandling">true</Item>
        <Item Key="UseClaimAsBearerToken">BearerToken</Item>
        <Item Key="SendClaimsIn">Url</Item>
        <Item Key="ServiceUrl">{ApiBaseUrl}/profile/{objectId}</Item>
        <Item Key="DebugMode">{DeveloperMode}</Item>
        <Item Key="ResolveJsonPathsInJsonTokens">true</Item>
        <Item Key="DefaultUserMessageIfRequestFailed">Sorry, something went wrong and we couldn’t complete your request. Please try again later.</Item>
        <Item Key="UserMessageIfCircuitOpen">Sorry, something went wrong and we couldn’t complete your request. Please try again later.</Item>
        <Item Key="UserMessageIfDnsResolutionFailed">Sorry, something went wrong and we couldn’t complete your request. Please try again later.</Item>
        <Item Key="UserMessageIfRequestTimeout">Sorry, something went wrong and we couldn’t complete your request. Please try again later.</Item>
    </Metadata>
    <InputClaims>
        <InputClaim ClaimTypeReferenceId="BearerToken"/>
        <InputClaim ClaimTypeReferenceId="ObjectId" PartnerClaimType="id" />
    </InputClaims>
    <OutputClaims>
        <OutputClaim ClaimTypeReferenceId="Name" PartnerClaimType="name"/>
        <OutputClaim ClaimTypeReferenceId="FeatureGroup" PartnerClaimType="featureGroup"/>
    </OutputClaims>
    <UseTechnicalProfileForSessionManagement ReferenceId="SM-Noop" />
</TechnicalProfile>
`

const claims = ['ObjectId', 'Api_Bearer_GrantType', 'Api_Bearer_Scope', 'BearerToken', 'Name', 'FeatureGroup']

/** One file: claims, the two profiles, a journey that calls them one after the other, a relying party. */
export const policy = `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Own" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Own">
<BuildingBlocks><ClaimsSchema>
${claims.map((id) => `<ClaimType Id="${id}"><DisplayName>${id}</DisplayName><DataType>string</DataType></ClaimType>`).join('\n')}
</ClaimsSchema></BuildingBlocks>
<ClaimsProviders><ClaimsProvider><DisplayName>API</DisplayName><TechnicalProfiles>
<TechnicalProfile Id="SM-Noop"><DisplayName>Noop</DisplayName><Protocol Name="Proprietary" Handler="Web.TPEngine.SSO.NoopSSOSessionProvider, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null" /></TechnicalProfile>
<TechnicalProfile Id="JwtIssuer"><DisplayName>JWT</DisplayName><Protocol Name="None" /><OutputTokenFormat>JWT</OutputTokenFormat></TechnicalProfile>
${profiles}
</TechnicalProfiles></ClaimsProvider></ClaimsProviders>
<UserJourneys><UserJourney Id="Own"><OrchestrationSteps>
<OrchestrationStep Order="1" Type="ClaimsExchange"><ClaimsExchanges><ClaimsExchange Id="GetBearerToken" TechnicalProfileReferenceId="RestApi-GetBearerToken" /></ClaimsExchanges></OrchestrationStep>
<OrchestrationStep Order="2" Type="ClaimsExchange"><ClaimsExchanges><ClaimsExchange Id="GetProfile" TechnicalProfileReferenceId="RestApi-GetProfile" /></ClaimsExchanges></OrchestrationStep>
<OrchestrationStep Order="3" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
</OrchestrationSteps></UserJourney></UserJourneys>
<RelyingParty><DefaultUserJourney ReferenceId="Own" /><TechnicalProfile Id="PolicyProfile"><DisplayName>PolicyProfile</DisplayName><Protocol Name="OpenIdConnect" />
<OutputClaims><OutputClaim ClaimTypeReferenceId="ObjectId" PartnerClaimType="sub" /><OutputClaim ClaimTypeReferenceId="Name" PartnerClaimType="name" /><OutputClaim ClaimTypeReferenceId="BearerToken" /></OutputClaims>
<SubjectNamingInfo ClaimType="sub" /></TechnicalProfile></RelyingParty>
</TrustFrameworkPolicy>
`

/** The options that the policy needs. */
export const settings = [
  '--set',
  'TenantId=contoso.onmicrosoft.com',
  '--set',
  'ApiId=api',
  '--set',
  'ApiBaseUrl=https://api.contoso.example',
  '--set',
  'DeveloperMode=false'
] as const

/** Development keys. */
export const keys = 'B2C_1A_RestApiClientId=client-of-the-test\nB2C_1A_RestApiClientSecret=S3cret-of-the-test!\n'
