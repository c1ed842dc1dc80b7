import { pageLayouts } from '../../src/rules/page-layouts.ts'
import { testRule } from '../support/testRule.ts'

testRule(pageLayouts, {
  'is reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <DataUri>«urn:com:microsoft:aad:b2c:elements:contract:selfassert:2.1.26»</DataUri>
</ContentDefinition>`,
    finds: ['the DataUri of content definition "api.selfasserted" names a page "selfassert" that does not exist']
  },
  'is not reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.26</DataUri>
</ContentDefinition>`
  },
  'another form': {
    given: `<ContentDefinition Id="api.selfasserted">
  <DataUri>«selfasserted:2.1.26»</DataUri>
</ContentDefinition>`,
    finds: ['the DataUri of content definition "api.selfasserted" is no page layout: "selfasserted:2.1.26"']
  },
  'scripts without the contract': {
    given: `<ContentDefinition Id="api.selfasserted">
  <DataUri>«urn:com:microsoft:aad:b2c:elements:selfasserted:1.1.0»</DataUri>
</ContentDefinition>
<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <UserJourneyBehaviors>
    <ScriptExecution>Allow</ScriptExecution>
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
    finds: ['scripts are allowed, and content definition "api.selfasserted" has a page layout that does not run them']
  }
})
