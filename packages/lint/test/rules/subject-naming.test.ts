import { subjectNaming } from '../../src/rules/subject-naming.ts'
import { testRule } from '../support/testRule.ts'

testRule(subjectNaming, {
  'is reported': {
    given: `<TechnicalProfile Id="PolicyProfile">
  <DisplayName>Token</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="objectId" />
  </OutputClaims>
  <SubjectNamingInfo ClaimType="«sub»" />
</TechnicalProfile>`,
    finds: ['SubjectNamingInfo names "sub", which is the name of no output claim in the token']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="PolicyProfile">
  <DisplayName>Token</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
  </OutputClaims>
  <SubjectNamingInfo ClaimType="sub" />
</TechnicalProfile>`
  },
  "the name by the claim type's default for the protocol": {
    given: `<ClaimType Id="objectId">
  <DefaultPartnerClaimTypes>
    <Protocol Name="OpenIdConnect" PartnerClaimType="oid" />
  </DefaultPartnerClaimTypes>
</ClaimType>
<TechnicalProfile Id="PolicyProfile">
  <DisplayName>Token</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="objectId" />
  </OutputClaims>
  <SubjectNamingInfo ClaimType="oid" />
</TechnicalProfile>`
  }
})
