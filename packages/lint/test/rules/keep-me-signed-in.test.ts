import { keepMeSignedIn } from '../../src/rules/keep-me-signed-in.ts'
import { testRule } from '../support/testRule.ts'

testRule(keepMeSignedIn, {
  'is reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <Metadata>
    <Item Key="setting.enableRememberMe">«True»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['page "SelfAsserted-SignIn" offers to stay signed in, and policy "B2C_1A_Given" keeps nobody signed in']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <Metadata>
    <Item Key="setting.enableRememberMe">True</Item>
  </Metadata>
</TechnicalProfile>
<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <UserJourneyBehaviors>
    <SingleSignOn Scope="Tenant" KeepAliveInDays="30" />
  </UserJourneyBehaviors>
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
  'days without a box': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <UserJourneyBehaviors>
    <SingleSignOn Scope="Tenant" KeepAliveInDays="«30»" />
  </UserJourneyBehaviors>
  <TechnicalProfile Id="PolicyProfile">
    <DisplayName>Token</DisplayName>
    <Protocol Name="OpenIdConnect" />
    <OutputClaims>
      <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
    </OutputClaims>
    <SubjectNamingInfo ClaimType="sub" />
  </TechnicalProfile>
</RelyingParty>`,
    finds: ['users may stay signed in for 30 days, and no page of the journey offers it']
  }
})
