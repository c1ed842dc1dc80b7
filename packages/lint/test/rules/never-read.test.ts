import { neverRead } from '../../src/rules/never-read.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(neverRead, {
  'is reported': {
    given: `<TechnicalProfile Id="SetTier">
  <DisplayName>Tier</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.ClaimsTransformationProtocolProvider')}" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="«tier»" DefaultValue="gold" />
  </OutputClaims>
</TechnicalProfile>`,
    finds: ['"SetTier" writes "tier" in step 2 of user journey "Given", and nothing reads it']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="SetTier">
  <DisplayName>Tier</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.ClaimsTransformationProtocolProvider')}" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" DefaultValue="gold" />
  </OutputClaims>
</TechnicalProfile>
<TechnicalProfile Id="PolicyProfile">
  <DisplayName>Token</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
    <OutputClaim ClaimTypeReferenceId="tier" />
  </OutputClaims>
  <SubjectNamingInfo ClaimType="sub" />
</TechnicalProfile>`
  }
})
