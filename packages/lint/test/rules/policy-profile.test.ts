import { policyProfile } from '../../src/rules/policy-profile.ts'
import { testRule } from '../support/testRule.ts'

testRule(policyProfile, {
  'is reported': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <TechnicalProfile Id="«TokenProfile»">
    <DisplayName>Token</DisplayName>
    <Protocol Name="OpenIdConnect" />
    <OutputClaims>
      <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
    </OutputClaims>
    <SubjectNamingInfo ClaimType="sub" />
  </TechnicalProfile>
</RelyingParty>`,
    finds: ['the technical profile of a relying party is called "PolicyProfile"; this one is "TokenProfile"']
  },
  'is not reported': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <TechnicalProfile Id="PolicyProfile">
    <DisplayName>Token</DisplayName>
    <Protocol Name="OpenIdConnect" />
    <OutputClaims>
      <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
    </OutputClaims>
    <SubjectNamingInfo ClaimType="sub" />
  </TechnicalProfile>
</RelyingParty>`
  },
  'none at all': {
    given: `«<RelyingParty>»
  <DefaultUserJourney ReferenceId="SignIn" />
</RelyingParty>`,
    finds: ['the relying party has no technical profile']
  }
})
