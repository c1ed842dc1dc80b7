import { signaturesOff } from '../../src/rules/signatures-off.ts'
import { testRule } from '../support/testRule.ts'

testRule(signaturesOff, {
  'is reported': {
    given: `<TechnicalProfile Id="Contoso-SAML">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="SAML2" />
  <Metadata>
    <Item Key="PartnerEntity">https://login.contoso.com/metadata</Item>
    <Item Key="WantsSignedAssertions">«false»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['"Contoso-SAML" takes assertions that nobody signed']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="Contoso-SAML">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="SAML2" />
  <Metadata>
    <Item Key="PartnerEntity">https://login.contoso.com/metadata</Item>
    <Item Key="WantsSignedAssertions">true</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'responses of a relying party': {
    given: `<TechnicalProfile Id="PolicyProfile">
  <DisplayName>Assertion</DisplayName>
  <Protocol Name="SAML2" />
  <Metadata>
    <Item Key="WantsSignedResponses">«0»</Item>
  </Metadata>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
  </OutputClaims>
  <SubjectNamingInfo ClaimType="sub" />
</TechnicalProfile>`,
    finds: ['"PolicyProfile" does not sign its responses']
  }
})
