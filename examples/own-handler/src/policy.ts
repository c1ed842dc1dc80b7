/** A policy that uses the handler. */
export const policy = `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Loyalty" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Loyalty">
  <BuildingBlocks>
    <ClaimsSchema>
      <ClaimType Id="loyaltyCard"><DisplayName>Loyalty card</DisplayName><DataType>string</DataType></ClaimType>
      <ClaimType Id="loyaltyPoints"><DisplayName>Points</DisplayName><DataType>int</DataType></ClaimType>
      <ClaimType Id="loyaltyTier"><DisplayName>Tier</DisplayName><DataType>string</DataType></ClaimType>
    </ClaimsSchema>
  </BuildingBlocks>
  <ClaimsProviders>
    <ClaimsProvider>
      <DisplayName>Contoso</DisplayName>
      <TechnicalProfiles>
        <TechnicalProfile Id="Loyalty">
          <DisplayName>Loyalty programme</DisplayName>
          <Protocol Name="Proprietary" Handler="Contoso.Identity.LoyaltyProvider, Contoso.Identity" />
          <Metadata>
            <Item Key="GoldFrom">500</Item>
            <Item Key="UserMessageIfCardUnknown">We do not know card {0}.</Item>
          </Metadata>
          <InputClaims>
            <InputClaim ClaimTypeReferenceId="loyaltyCard" PartnerClaimType="card" Required="true" />
          </InputClaims>
          <OutputClaims>
            <OutputClaim ClaimTypeReferenceId="loyaltyPoints" PartnerClaimType="points" />
            <OutputClaim ClaimTypeReferenceId="loyaltyTier" PartnerClaimType="tier" DefaultValue="none" />
          </OutputClaims>
        </TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
  </ClaimsProviders>
</TrustFrameworkPolicy>
`
