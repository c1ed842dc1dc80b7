/** A policy that uses the transformation. */
export const policy = `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Mask" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Mask">
  <BuildingBlocks>
    <ClaimsSchema>
      <ClaimType Id="email"><DisplayName>E-mail</DisplayName><DataType>string</DataType></ClaimType>
      <ClaimType Id="shownEmail"><DisplayName>E-mail, as shown</DisplayName><DataType>string</DataType></ClaimType>
    </ClaimsSchema>
    <ClaimsTransformations>
      <ClaimsTransformation Id="MaskTheEmail" TransformationMethod="MaskEmail">
        <InputClaims>
          <InputClaim ClaimTypeReferenceId="email" TransformationClaimType="emailAddress" />
        </InputClaims>
        <InputParameters>
          <InputParameter Id="visible" DataType="int" Value="2" />
        </InputParameters>
        <OutputClaims>
          <OutputClaim ClaimTypeReferenceId="shownEmail" TransformationClaimType="masked" />
        </OutputClaims>
      </ClaimsTransformation>
    </ClaimsTransformations>
  </BuildingBlocks>
  <ClaimsProviders>
    <ClaimsProvider>
      <DisplayName>Transformations</DisplayName>
      <TechnicalProfiles>
        <TechnicalProfile Id="MaskEmail">
          <DisplayName>Mask the e-mail address</DisplayName>
          <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.ClaimsTransformationProtocolProvider, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null" />
          <OutputClaims>
            <OutputClaim ClaimTypeReferenceId="shownEmail" />
          </OutputClaims>
          <OutputClaimsTransformations>
            <OutputClaimsTransformation ReferenceId="MaskTheEmail" />
          </OutputClaimsTransformations>
        </TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
  </ClaimsProviders>
</TrustFrameworkPolicy>
`
