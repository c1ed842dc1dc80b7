import { tokenNames } from '../../src/rules/token-names.ts'
import { testRule } from '../support/testRule.ts'

testRule(tokenNames, {
  'is reported': {
    given: `<TechnicalProfile Id="PolicyProfile">
  <DisplayName>Token</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
    «<OutputClaim ClaimTypeReferenceId="signInName" PartnerClaimType="sub" />»
  </OutputClaims>
  <SubjectNamingInfo ClaimType="sub" />
</TechnicalProfile>`,
    finds: ['"signInName" and "objectId" are both called "sub" in the token']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="PolicyProfile">
  <DisplayName>Token</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
    <OutputClaim ClaimTypeReferenceId="signInName" PartnerClaimType="name" />
  </OutputClaims>
  <SubjectNamingInfo ClaimType="sub" />
</TechnicalProfile>`
  }
})
