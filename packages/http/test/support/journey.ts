/** A journey of one identity provider, from XML to a plan. */
import { compileJourney, type JourneyPlan } from '@trustframe/plan'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'

/** A policy that signs in with an OpenID provider at `at`, and issues a token with its claims. */
const policyText = (at: string): string => `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Federation"
  PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Federation">
  <BuildingBlocks>
    <ClaimsSchema>
      <ClaimType Id="issuerUserId"><DisplayName>User</DisplayName><DataType>string</DataType></ClaimType>
      <ClaimType Id="email"><DisplayName>E-mail</DisplayName><DataType>string</DataType></ClaimType>
      <ClaimType Id="idpToken"><DisplayName>Token</DisplayName><DataType>string</DataType></ClaimType>
    </ClaimsSchema>
  </BuildingBlocks>
  <ClaimsProviders>
    <ClaimsProvider>
      <DisplayName>Contoso</DisplayName>
      <TechnicalProfiles>
        <TechnicalProfile Id="Contoso-OIDC">
          <DisplayName>Contoso</DisplayName>
          <Protocol Name="OpenIdConnect" />
          <Metadata>
            <Item Key="METADATA">${at}/.well-known/openid-configuration</Item>
            <Item Key="client_id">client-1</Item>
            <Item Key="response_types">code</Item>
            <Item Key="scope">openid email</Item>
            <Item Key="ClaimsEndpoint">${at}/userinfo</Item>
          </Metadata>
          <CryptographicKeys>
            <Key Id="client_secret" StorageReferenceId="B2C_1A_IdpSecret" />
          </CryptographicKeys>
          <OutputClaims>
            <OutputClaim ClaimTypeReferenceId="issuerUserId" PartnerClaimType="sub" />
            <OutputClaim ClaimTypeReferenceId="email" />
            <OutputClaim ClaimTypeReferenceId="idpToken" PartnerClaimType="{oauth2:access_token}" />
          </OutputClaims>
        </TechnicalProfile>
        <TechnicalProfile Id="JwtIssuer">
          <DisplayName>JWT</DisplayName>
          <Protocol Name="OpenIdConnect" />
          <OutputTokenFormat>JWT</OutputTokenFormat>
          <Metadata><Item Key="issuer_refresh_token_user_identity_claim_type">issuerUserId</Item></Metadata>
          <CryptographicKeys>
            <Key Id="issuer_secret" StorageReferenceId="B2C_1A_TokenSigningKeyContainer" />
            <Key Id="issuer_refresh_token_key" StorageReferenceId="B2C_1A_TokenEncryptionKeyContainer" />
          </CryptographicKeys>
        </TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
  </ClaimsProviders>
  <UserJourneys>
    <UserJourney Id="Federation">
      <OrchestrationSteps>
        <OrchestrationStep Order="1" Type="ClaimsExchange">
          <ClaimsExchanges><ClaimsExchange Id="Contoso" TechnicalProfileReferenceId="Contoso-OIDC" /></ClaimsExchanges>
        </OrchestrationStep>
        <OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
      </OrchestrationSteps>
    </UserJourney>
  </UserJourneys>
  <RelyingParty>
    <DefaultUserJourney ReferenceId="Federation" />
    <TechnicalProfile Id="PolicyProfile">
      <DisplayName>PolicyProfile</DisplayName>
      <Protocol Name="OpenIdConnect" />
      <OutputClaims>
        <OutputClaim ClaimTypeReferenceId="issuerUserId" PartnerClaimType="sub" />
        <OutputClaim ClaimTypeReferenceId="email" />
        <OutputClaim ClaimTypeReferenceId="idpToken" PartnerClaimType="idp_access_token" />
      </OutputClaims>
      <SubjectNamingInfo ClaimType="sub" />
    </TechnicalProfile>
  </RelyingParty>
</TrustFrameworkPolicy>`

/** The plan of that policy, or its errors thrown. */
export const federationPlan = (at: string): JourneyPlan => {
  const file = parsePolicy({ path: 'Federation.xml', text: policyText(at) })
  const { diagnostics, policy } = resolvePolicies([file]).effective('B2C_1A_Federation')
  const compiled = policy === undefined ? { plan: undefined, diagnostics } : compileJourney(policy)
  if (compiled.plan === undefined) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'))
  return compiled.plan
}
