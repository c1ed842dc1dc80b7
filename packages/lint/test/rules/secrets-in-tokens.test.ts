import { secretsInTokens } from '../../src/rules/secrets-in-tokens.ts'
import { testRule } from '../support/testRule.ts'

testRule(secretsInTokens, {
  'is reported': {
    given: `<TechnicalProfile Id="PolicyProfile">
  <DisplayName>Token</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
    <OutputClaim ClaimTypeReferenceId="«password»" />
  </OutputClaims>
  <SubjectNamingInfo ClaimType="sub" />
</TechnicalProfile>`,
    finds: ['the password claim "password" is an output claim of the relying party: whoever sees the token can read it']
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
  }
})
