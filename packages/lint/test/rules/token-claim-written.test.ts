import { tokenClaimWritten } from '../../src/rules/token-claim-written.ts'
import { testRule } from '../support/testRule.ts'

testRule(tokenClaimWritten, {
  'is reported': {
    given: `<TechnicalProfile Id="PolicyProfile">
  <DisplayName>Token</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
    <OutputClaim ClaimTypeReferenceId="«tier»" />
  </OutputClaims>
  <SubjectNamingInfo ClaimType="sub" />
</TechnicalProfile>`,
    finds: ['claim "tier" is an output claim of the relying party, and no step of user journey "SignIn" writes it']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="PolicyProfile">
  <DisplayName>Token</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
    <OutputClaim ClaimTypeReferenceId="tier" DefaultValue="none" />
  </OutputClaims>
  <SubjectNamingInfo ClaimType="sub" />
</TechnicalProfile>`
  }
})
