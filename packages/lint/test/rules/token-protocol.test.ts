import { tokenProtocol } from '../../src/rules/token-protocol.ts'
import { testRule } from '../support/testRule.ts'

testRule(tokenProtocol, {
  'is reported': {
    given: `<TechnicalProfile Id="PolicyProfile">
  <DisplayName>Assertion</DisplayName>
  <Protocol Name="«SAML2»" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
  </OutputClaims>
  <SubjectNamingInfo ClaimType="sub" />
</TechnicalProfile>`,
    finds: ['the relying party speaks SAML2, and "JwtIssuer" of user journey "SignIn" issues JWT']
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
