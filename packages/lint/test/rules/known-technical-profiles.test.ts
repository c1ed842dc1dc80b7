import { knownTechnicalProfiles } from '../../src/rules/known-technical-profiles.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownTechnicalProfiles, {
  'is reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsExchange">
  <ClaimsExchanges>
    <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="«SelfAsserted-SignOn»" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`,
    finds: [
      'step 1 of user journey "Given" refers to the technical profile "SelfAsserted-SignOn", which neither the policy nor its base policies have'
    ]
  },
  'is not reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsExchange">
  <ClaimsExchanges>
    <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`
  },
  'a validation of a page that does not run': {
    given: `<TechnicalProfile Id="Page">
  <DisplayName>Page</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.SelfAssertedAttributeProvider')}" />
  <ValidationTechnicalProfiles>
    <ValidationTechnicalProfile ReferenceId="«REST-Check»" />
  </ValidationTechnicalProfiles>
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: [
      'technical profile "Page" refers to the technical profile "REST-Check", which neither the policy nor its base policies have'
    ]
  }
})
