/** A policy of one REST call: the claims of the suite outbound go out as a form, the service's answer becomes the token. */
import { compileJourney } from '@trustframe/plan'
import { formatDiagnostic, parsePolicy, resolvePolicies } from '@trustframe/policy'

const answer = {
  version: 'string',
  status: 'int',
  loyaltyId: 'string',
  loyaltyTier: 'string',
  customerNumber: 'string',
  marketingConsent: 'boolean',
  roles: 'stringCollection',
  lastOrderDate: 'dateTime'
}

const claimType = ([id, dataType]) =>
  `<ClaimType Id="${id}"><DisplayName>${id}</DisplayName><DataType>${dataType}</DataType></ClaimType>`

const references = (element, ids) => ids.map((id) => `<${element} ClaimTypeReferenceId="${id}" />`).join('\n')

const policyText = (url, inputs) => `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="bench.onmicrosoft.com" PolicyId="B2C_1A_Loyalty" PublicPolicyUri="http://bench.onmicrosoft.com/B2C_1A_Loyalty">
  <BuildingBlocks>
    <ClaimsSchema>
      ${[...inputs.map((id) => [id, 'string']), ...Object.entries(answer)].map(claimType).join('\n')}
    </ClaimsSchema>
  </BuildingBlocks>
  <ClaimsProviders>
    <ClaimsProvider>
      <DisplayName>Loyalty</DisplayName>
      <TechnicalProfiles>
        <TechnicalProfile Id="RestApi-GetLoyalty">
          <DisplayName>Get loyalty</DisplayName>
          <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.RestfulProvider, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null" />
          <Metadata>
            <Item Key="ServiceUrl">${url}</Item>
            <Item Key="AuthenticationType">None</Item>
            <Item Key="AllowInsecureAuthInProduction">true</Item>
            <Item Key="SendClaimsIn">Form</Item>
          </Metadata>
          <InputClaims>${references('InputClaim', inputs)}</InputClaims>
          <OutputClaims>${references('OutputClaim', Object.keys(answer))}</OutputClaims>
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
    <UserJourney Id="GetLoyalty">
      <OrchestrationSteps>
        <OrchestrationStep Order="1" Type="ClaimsExchange">
          <ClaimsExchanges><ClaimsExchange Id="GetLoyalty" TechnicalProfileReferenceId="RestApi-GetLoyalty" /></ClaimsExchanges>
        </OrchestrationStep>
        <OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
      </OrchestrationSteps>
    </UserJourney>
  </UserJourneys>
  <RelyingParty>
    <DefaultUserJourney ReferenceId="GetLoyalty" />
    <TechnicalProfile Id="PolicyProfile">
      <DisplayName>PolicyProfile</DisplayName>
      <Protocol Name="OpenIdConnect" />
      <OutputClaims>${references('OutputClaim', ['objectId', ...Object.keys(answer)])}</OutputClaims>
      <SubjectNamingInfo ClaimType="objectId" />
    </TechnicalProfile>
  </RelyingParty>
</TrustFrameworkPolicy>`

/** The plan of the journey: from the text of the policy, as any policy goes. */
export const loyaltyPlan = (url, inputs) => {
  const file = parsePolicy({ path: 'Loyalty.xml', text: policyText(url, inputs) })
  const { diagnostics, policy } = resolvePolicies([file]).effective(file)
  const compiled = policy === undefined ? undefined : compileJourney(policy)
  if (compiled?.plan === undefined) {
    const found = [...file.diagnostics, ...diagnostics, ...(compiled?.diagnostics ?? [])]
    throw new Error(found.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'))
  }
  return compiled.plan
}

/** The RESTful technical profile of the plan. */
export const loyaltyExchange = (plan) => {
  const [{ work }] = plan.steps
  return work.exchanges[0].profile.call
}
