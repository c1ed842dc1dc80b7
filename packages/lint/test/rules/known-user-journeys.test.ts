import { knownUserJourneys } from '../../src/rules/known-user-journeys.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownUserJourneys, {
  'is reported': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="«SignUp»" />
  <TechnicalProfile Id="PolicyProfile">
    <DisplayName>Token</DisplayName>
    <Protocol Name="OpenIdConnect" />
    <OutputClaims>
      <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
    </OutputClaims>
    <SubjectNamingInfo ClaimType="sub" />
  </TechnicalProfile>
</RelyingParty>`,
    finds: [
      'the relying party refers to the user journey "SignUp", which neither the policy nor its base policies have'
    ]
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
  'an endpoint, and a token issuer': {
    given: `<TechnicalProfile Id="JwtIssuer">
  <Metadata>
    <Item Key="RefreshTokenUserJourneyId">«Redeem»</Item>
  </Metadata>
</TechnicalProfile>
<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <Endpoints>
    <Endpoint Id="UserInfo" UserJourneyReferenceId="«UserInfoJourney»" />
  </Endpoints>
  <TechnicalProfile Id="PolicyProfile">
    <DisplayName>Token</DisplayName>
    <Protocol Name="OpenIdConnect" />
    <OutputClaims>
      <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
    </OutputClaims>
    <SubjectNamingInfo ClaimType="sub" />
  </TechnicalProfile>
</RelyingParty>`,
    finds: [
      'technical profile "JwtIssuer" refers to the user journey "Redeem", which neither the policy nor its base policies have',
      'endpoint "UserInfo" refers to the user journey "UserInfoJourney", which neither the policy nor its base policies have'
    ]
  }
})
